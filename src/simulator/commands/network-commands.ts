import { foldName } from '#shared/model/cluster-view';
import { fabricChanged } from '../fabric/fabric-change';
import { metricOf } from '../fabric/metric';
import { commonNetworks } from '../fabric/reachability';
import { refuse, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import type { NetworkState } from '../state/network-state';
import type { CommandHandlers } from './command-handler';
import { findNetwork, requireRunning } from './find';

function touchNetwork(sim: Simulation, network: NetworkState): void {
  sim.touch('networks', network.id);
  for (const nic of sim.state.interfaces.values())
    if (nic.network === network.id) sim.touch('networkInterfaces', nic.id);
}

/** Refuses to give a network up that is the last one that the cluster uses, or that two nodes that are up have in common (5066). */
function requireOtherNetwork(sim: Simulation, network: NetworkState): void {
  const advice = 'Let the cluster use another one first.';
  const others = [...sim.state.networks.values()].filter(({ id, role }) => id !== network.id && role !== 'none');
  if (others.length === 0)
    refuse(`${network.name} is the last network that the cluster uses.`, windowsErrors.lastInternalNetwork, advice);
  const { members } = sim.db;
  for (const [place, a] of members.entries()) {
    const b = members.slice(place + 1).find((other) => {
      const common = commonNetworks(sim, a, other);
      return common.length === 1 && common[0] === network;
    });
    if (b === undefined) continue;
    const message = `${network.name} is the only network over which ${sim.node(a).name} and ${sim.node(b).name} reach each other.`;
    refuse(message, windowsErrors.lastInternalNetwork, advice);
  }
}

/** Commands about networks. */
export const networkCommands: CommandHandlers<'network.rename' | 'network.setRole' | 'network.setLiveMigrationOrder'> =
  {
    'network.rename': (sim, input) => {
      requireRunning(sim);
      const network = findNetwork(sim, input.network);
      for (const other of sim.state.networks.values()) {
        const taken = other.id !== network.id && foldName(other.name) === foldName(input.name);
        if (taken) refuse(`There already is a network ${other.name}.`, windowsErrors.alreadyExists);
      }
      network.name = input.name;
      touchNetwork(sim, network);
      for (const migration of sim.state.migrations.values())
        if (migration.network === network.id) sim.touch('operations', migration.operation);
      return 'Renamed';
    },
    'network.setRole': (sim, input) => {
      requireRunning(sim);
      const network = findNetwork(sim, input.network);
      if (input.role === 'none') requireOtherNetwork(sim, network);
      network.role = input.role;
      network.metric = metricOf(input.role, [...sim.state.networks.keys()].indexOf(network.id));
      touchNetwork(sim, network);
      fabricChanged(sim);
      return 'Set';
    },
    'network.setLiveMigrationOrder': (sim, input) => {
      requireRunning(sim);
      const order = input.networks.map((name) => findNetwork(sim, name).id);
      for (const network of sim.state.networks.values()) {
        const place = order.indexOf(network.id);
        network.liveMigration = place < 0 ? null : place + 1;
        sim.touch('networks', network.id);
      }
      return 'Set';
    },
  };

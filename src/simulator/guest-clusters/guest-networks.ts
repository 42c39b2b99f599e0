import { connected, plugged } from '../fabric/reachability';
import type { Simulation } from '../engine/simulation';
import type { NetworkState } from '../state/network-state';
import { placeOf } from './presence';

/** Networks of the hosts that have clients: the guests have an adapter there. Where there are none, those of the cluster. */
function clientNetworks(sim: Simulation): readonly NetworkState[] {
  const networks = [...sim.state.networks.values()];
  const open = networks.filter(({ role }) => role === 'clusterAndClient');
  return open.length > 0 ? open : networks.filter(({ role }) => role === 'cluster');
}

/** Whether a network leads to storage: guests have an adapter of their own there for iSCSI. */
function leadsToStorage(sim: Simulation, { id, role }: NetworkState): boolean {
  if (role === 'none') return true;
  return [...sim.state.servers.values()].some(({ interfaces }) => interfaces.some(({ network }) => network === id));
}

/** The networks on which guests have an adapter, with the role that each has in a guest cluster. */
export function guestNetworks(sim: Simulation): readonly NetworkState[] {
  const clients = clientNetworks(sim);
  return [...sim.state.networks.values()]
    .filter((network) => clients.includes(network) || leadsToStorage(sim, network))
    .map((network) => ({
      ...network,
      role: clients.includes(network) ? 'clusterAndClient' : 'none',
      liveMigration: null,
      groups: null,
      working: true,
      loss: 0,
      known: 'Up',
    }));
}

/**
 * Groups of guests that reach each other on a network of their hosts: those on one host always do, over its virtual switch.
 * Null: all do.
 */
function groupsOn(sim: Simulation, network: NetworkState, machines: readonly string[]): string[][] | null {
  const groups: { readonly host: string; readonly guests: string[] }[] = [];
  for (const id of machines) {
    const host = placeOf(sim.machine(id));
    const known = groups.find((group) => group.host === host || connected(sim, network, group.host, host));
    if (known === undefined) groups.push({ host, guests: [id] });
    else known.guests.push(id);
  }
  return groups.length < 2 ? null : groups.map(({ guests }) => guests);
}

function sameGroups(a: readonly (readonly string[])[] | null, b: readonly (readonly string[])[] | null): boolean {
  if (a === null || b === null || a.length !== b.length) return a === b;
  return a.every((group, place) => {
    const other = b[place] ?? [];
    return group.length === other.length && group.every((id, index) => id === other[index]);
  });
}

/** Brings what guests reach up to what their hosts reach now. Answers whether something changed. */
export function mirrorNetworks(sim: Simulation, guests: Simulation): boolean {
  let changed = false;
  const machines = [...guests.state.nodes.keys()];
  for (const network of guests.state.networks.values()) {
    const outside = sim.network(network.id);
    const groups = groupsOn(sim, outside, machines);
    if (!sameGroups(groups, network.groups)) {
      network.groups = groups;
      changed = true;
    }
    if (!leadsToStorage(sim, outside)) continue;
    for (const id of machines) {
      const nic = guests.index.interfaceOf(id, network.id);
      const working = plugged(sim, outside, placeOf(sim.machine(id)));
      if (nic === undefined || nic.working === working) continue;
      nic.working = working;
      changed = true;
    }
  }
  return changed;
}

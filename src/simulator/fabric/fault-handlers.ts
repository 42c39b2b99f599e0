import type { Fault, FaultName } from '#shared/faults/fault';
import {
  findDevice,
  findDisk,
  findMachine,
  findNetwork,
  findResourceAnyway,
  findServer,
  findSessions,
  findStorageServer,
  requireStaying,
} from '../commands/find';
import type { Simulation } from '../engine/simulation';
import { beginOperation, succeed } from '../engine/operations';
import { refuse, windowsErrors } from '../engine/refusal';
import { guestsWithResource } from '../guest-clusters/guest-names';
import { loseGuest } from '../hyperv/guest';
import { isAlive } from '../membership/alive';
import { crashService, losePower, powerOn } from '../membership/node-power';
import { inPartitionOf } from '../membership/partition-of';
import { beginDrain } from '../membership/drain';
import { failResource } from '../resources/resource-failure';
import type { MachineState } from '../state/machine-state';
import type { NetworkState } from '../state/network-state';
import { setPath, setServerPower, setSyncLink } from '../storage/storage-faults';
import { fabricChanged } from './fabric-change';

/** What a fault does. Throws a `Refusal` when it names what there is not. */
type FaultHandlers = {
  readonly [Name in FaultName]: (sim: Simulation, fault: Extract<Fault, { readonly fault: Name }>) => void;
};

function setInterface(sim: Simulation, nodeName: string, networkName: string, working: boolean): void {
  const [node, network] = [findServer(sim, nodeName), findNetwork(sim, networkName)];
  const nic = sim.index.interfaceOf(node.id, network.id);
  if (nic === undefined) refuse(`${node.name} has no interface on ${network.name}.`, undefined, undefined, 'notFound');
  nic.working = working;
  fabricChanged(sim);
}

function setNetwork(sim: Simulation, name: string, change: (network: NetworkState) => void): void {
  const network = findNetwork(sim, name);
  change(network);
  sim.touch('networks', network.id);
  fabricChanged(sim);
}

function eachNetwork(sim: Simulation, name: string | undefined): readonly NetworkState[] {
  return name === undefined ? [...sim.state.networks.values()] : [findNetwork(sim, name)];
}

/** The witness, whatever it is, can be reached by all or by none. */
function setWitness(sim: Simulation, working: boolean): void {
  const { witness } = sim.db.quorum;
  if (witness === null) refuse(`${sim.db.name} has no witness.`, undefined, undefined, 'notFound');
  if (witness.kind === 'disk') sim.disk(witness.disk).working = working;
  else sim.state.witnessWorking = working;
  fabricChanged(sim);
}

/** An orderly restart: its roles move, its vote is handed over, it boots and joins. One that is no member just boots again. */
function restartNode(sim: Simulation, name: string): void {
  const node = findServer(sim, name);
  inPartitionOf(sim, node.id, () => {
    if (!node.powered) refuse(`${node.name} is off.`, windowsErrors.nodeDown, 'Turn it on instead.');
    if (sim.isMember(node.id)) requireStaying(sim);
    const operation = beginOperation(sim, {
      ...{ command: 'node.restart', title: `Restart ${node.name}`, input: { node: node.name } },
      ...{ target: { kind: 'node', name: node.name }, initiator: 'administrator' },
    });
    if (sim.isMember(node.id)) {
      beginDrain(sim, node.id, { operation: operation.id, destination: null, then: 'restart' });
      return;
    }
    losePower(sim, node.id);
    powerOn(sim, node.id);
    succeed(sim, operation.id, 'Restarting');
  });
}

/** Every fault that training and scenarios can cause. */
const faultHandlers: FaultHandlers = {
  'node.crash': (sim, { node }) => losePower(sim, findServer(sim, node).id),
  'node.powerOn': (sim, { node }) => powerOn(sim, findServer(sim, node).id),
  'node.restart': (sim, { node }) => restartNode(sim, node),
  'clusterService.crash': (sim, { node }) => crashService(sim, findServer(sim, node).id),
  'nic.fail': (sim, { node, network }) => setInterface(sim, node, network, false),
  'nic.repair': (sim, { node, network }) => setInterface(sim, node, network, true),
  'network.fail': (sim, { network }) => setNetwork(sim, network, (state) => (state.working = false)),
  'network.repair': (sim, { network }) => setNetwork(sim, network, (state) => (state.working = true)),
  'network.partition': (sim, { groups, network }) => {
    const ids = groups.map((group) => group.map((name) => findServer(sim, name).id));
    for (const state of eachNetwork(sim, network)) state.groups = ids.map((group) => [...group]);
    fabricChanged(sim);
  },
  'network.heal': (sim, { network }) => {
    for (const state of eachNetwork(sim, network)) state.groups = null;
    fabricChanged(sim);
  },
  'network.degrade': (sim, { network, bandwidth, latency, loss }) =>
    setNetwork(sim, network, (state) => {
      state.bandwidth = bandwidth ?? state.bandwidth;
      state.latency = latency ?? state.latency;
      state.loss = loss ?? state.loss;
    }),
  'disk.fail': (sim, { disk }) => {
    findDisk(sim, disk).working = false;
    fabricChanged(sim);
  },
  'disk.repair': (sim, { disk }) => {
    findDisk(sim, disk).working = true;
    fabricChanged(sim);
  },
  'path.fail': (sim, { node, server }) => setPath(sim, findSessions(sim, node, server), false),
  'path.repair': (sim, { node, server }) => setPath(sim, findSessions(sim, node, server), true),
  'storageServer.crash': (sim, { server }) => setServerPower(sim, findStorageServer(sim, server), false),
  'storageServer.powerOn': (sim, { server }) => setServerPower(sim, findStorageServer(sim, server), true),
  'syncLink.fail': (sim, { device }) => setSyncLink(sim, findDevice(sim, device), false),
  'syncLink.repair': (sim, { device }) => setSyncLink(sim, findDevice(sim, device), true),
  'witness.fail': (sim) => {
    setWitness(sim, false);
  },
  'witness.repair': (sim) => {
    setWitness(sim, true);
  },
  'vm.crash': (sim, { vm }) => inClusterOf(sim, findMachine(sim, vm), 'crashed'),
  'vm.hang': (sim, { vm }) => inClusterOf(sim, findMachine(sim, vm), 'hung'),
  'resource.fail': (hosts, { resource: name, times, node }) => {
    const sim = guestsWithResource(hosts, name) ?? hosts;
    const resource = findResourceAnyway(sim, name);
    const only = node === undefined ? null : findServer(sim, node).id;
    const left = (times ?? 1) - 1;
    resource.fault = left > 0 ? { times: left, node: only } : null;
    const { owner } = sim.role(resource.role);
    const here = owner !== null && isAlive(sim, owner) && (only === null || owner === only);
    if (here && (resource.state === 'Online' || resource.state === 'OnlinePending'))
      failResource(sim, resource, 'A fault was injected.');
    else resource.fault = { times: times ?? 1, node: only };
  },
  'resource.repair': (sim, { resource }) => {
    findResourceAnyway(guestsWithResource(sim, resource) ?? sim, resource).fault = null;
  },
};

/** A guest fails wherever its host belongs to now. */
function inClusterOf(sim: Simulation, machine: MachineState, how: 'crashed' | 'hung'): void {
  inPartitionOf(sim, machine.host, () => loseGuest(sim, machine, how));
}

/** Carries a fault out; names compare without case. */
export function injectFault(sim: Simulation, fault: Fault): void {
  const handle = faultHandlers[fault.fault] as (sim: Simulation, fault: Fault) => void;
  handle(sim, fault);
}

import { roleTypes } from '#shared/commands/role-types';
import { settingsFor } from '../engine/settings';
import type { Simulation } from '../engine/simulation';
import { mirrorDisks } from '../guest-clusters/guest-disks';
import { guestNetworks, mirrorNetworks } from '../guest-clusters/guest-networks';
import { attachGuestCluster } from '../guest-clusters/guest-simulation';
import { presenceOf } from '../guest-clusters/presence';
import { plainDiskThroughput } from '../hyperv/links';
import { addClusterGroup, setWitness } from '../membership/core-group';
import { addNodeRecord } from '../membership/node-records';
import { addResource, addRole, addServiceResources, availableStorageName } from '../resources/role-parts';
import type { Scenario } from '../scenario/scenario';
import type { ScenarioGuestCluster, ScenarioGuestRole } from '../scenario/scenario-role';
import type { GuestClusterState } from '../state/guest-cluster-state';
import type { InterfaceState } from '../state/network-state';
import type { ResourceState } from '../state/resource-state';
import type { DiskState } from '../state/storage-state';
import { startSettled } from './build-cluster';
import { emptyDatabase } from './empty-state';
import type { Names } from './names';

/** Size of a LUN of the guests' own, of which the file says nothing. */
const plainLunSize = 50 * 1024 ** 3;
const witnessSize = 1024 ** 3;

/** An even number of guests with a disk has a witness on the same storage, as Windows recommends; else the guests alone vote. */
function needsWitness({ nodes, disk }: ScenarioGuestCluster): boolean {
  return disk !== null && nodes.length % 2 === 0;
}

function addCluster(
  sim: Simulation,
  scenario: Scenario,
  spec: ScenarioGuestCluster,
  lun: string | null,
): { readonly guests: Simulation; readonly state: GuestClusterState } {
  const { cluster } = scenario;
  const release = spec.release === '2003' ? '2008' : spec.release;
  const settings = settingsFor(release, cluster.settings, { machines: false, nodes: spec.nodes.length });
  const database = emptyDatabase({
    id: sim.nextId('database'),
    name: spec.name,
    domain: cluster.domain,
    address: null,
    sharedVolumesEnabled: false,
    // A guest's cluster service starts when its system answers: what its machine takes to boot is over then.
    settings: { ...settings, nodeBoot: 0 },
    mode: needsWitness(spec) ? 'nodeAndDiskMajority' : 'nodeMajority',
    nodeCount: spec.nodes.length,
  });
  const state: GuestClusterState = {
    id: sim.nextId('guestCluster'),
    name: spec.name,
    release,
    nodes: new Map(),
    networks: new Map(guestNetworks(sim).map((network) => [network.id, network])),
    interfaces: new Map(),
    lun,
    disks: new Map(),
    sessions: new Map(),
    databases: new Map([[database.id, database]]),
    primary: database.id,
  };
  sim.state.guestClusters.set(state.id, state);
  return { guests: attachGuestCluster(sim, state), state };
}

/** The machines of a guest cluster as its nodes, each with an adapter on every network and a session with every storage server. */
function addNodes(sim: Simulation, guests: Simulation, spec: ScenarioGuestCluster): void {
  spec.nodes.forEach((name, place) => {
    const machine = sim.index.machineNamed(name);
    if (machine === undefined) throw new Error(`The scenario has no machine ${name}`);
    guests.state.nodes.set(machine.id, {
      id: machine.id,
      name: machine.name,
      number: place + 1,
      memory: machine.memory,
      hostReserve: 0,
      processor: sim.node(machine.host).processor,
      site: null,
      osBuild: sim.node(machine.host).osBuild,
      powered: presenceOf(sim, machine) === 'answers',
      service: 'stopped',
      database: null,
      copy: guests.db.id,
      configurationVersion: 1,
      preventQuorum: false,
      forceQuorum: false,
      booting: false,
      starting: null,
      waitingSince: 0,
      toldSince: [],
      committed: 0,
      crowd: 0,
    });
    for (const { id: network, subnet } of guests.state.networks.values()) {
      const id = sim.nextId('interface');
      const address = subnet.split('/')[0] ?? '';
      const nic: InterfaceState = { id, node: machine.id, network, address, working: true, known: 'Up' };
      guests.state.interfaces.set(id, nic);
      guests.index.addInterface(nic);
    }
    for (const server of sim.state.servers.keys()) {
      const id = sim.nextId('session');
      guests.state.sessions.set(id, { id, node: machine.id, server, working: true });
    }
    addNodeRecord(guests, machine.id, 1);
  });
}

/** The LUN that the guests share, and their witness on the same storage. */
function addLuns(sim: Simulation, guests: Simulation, spec: ScenarioGuestCluster, lun: string | null): void {
  if (spec.disk === null) return;
  const behind = lun === null ? null : sim.disk(lun);
  const add = (id: string, name: string, size: number): void => {
    const disk: DiskState = {
      ...{ id, name, size, device: behind?.device ?? null, throughput: behind?.throughput ?? plainDiskThroughput },
      ...{ persistentReservations: true, bus: 'iSCSI', working: true, clustered: false },
      ...{ resource: null, volume: null, reservation: null, paths: new Map(), ways: new Map() },
    };
    guests.state.disks.set(id, disk);
  };
  add(lun ?? sim.nextId('disk'), spec.disk, behind?.size ?? plainLunSize);
  if (needsWitness(spec)) add(sim.nextId('disk'), `${spec.name} Witness`, witnessSize);
}

function addGuestRole(sim: Simulation, guests: Simulation, spec: ScenarioGuestRole, disk: DiskState | undefined): void {
  if (spec.type === 'virtualMachine') throw new Error(`${spec.name} is a virtual machine in a guest cluster`);
  const { groupType, resourceType: principal } = roleTypes[spec.type];
  const role = addRole(guests, spec.name, groupType, sim.index.machineNamed(spec.owner)?.id ?? null);
  const disks: ResourceState[] = [];
  if (disk !== undefined)
    disks.push(addResource(guests, role, { name: disk.name, type: 'Physical Disk', disk: disk.id }));
  addServiceResources(guests, role, { principal, address: null, disks });
  role.online = spec.state === 'online';
  for (const resource of guests.resourcesOf(role)) resource.wanted = role.online;
}

/** Core group, storage and roles. The disk goes with the first role; without roles it is available storage. */
function addRoles(sim: Simulation, guests: Simulation, spec: ScenarioGuestCluster, first: string | null): void {
  const [lun, witness] = [...guests.state.disks.values()];
  const group = addClusterGroup(guests, first);
  if (witness !== undefined) setWitness(guests, group, 'nodeAndDiskMajority', { disk: witness.id });
  const storage = addRole(guests, availableStorageName, 'AvailableStorage', first);
  storage.online = true;
  if (spec.roles.length === 0 && lun !== undefined)
    addResource(guests, storage, { name: lun.name, type: 'Physical Disk', disk: lun.id });
  for (const role of [group, storage]) for (const resource of guests.resourcesOf(role)) resource.wanted = true;
  spec.roles.forEach((role, place) => addGuestRole(sim, guests, role, place === 0 ? lun : undefined));
}

/** Puts the guest clusters of a scenario into the state, settled as the cluster of their hosts is. */
export function buildGuestClusters(sim: Simulation, scenario: Scenario, names: Names): void {
  for (const spec of scenario.guestClusters) {
    const shared = scenario.disks.some(({ name }) => name === spec.disk);
    const lun = spec.disk !== null && shared ? names.get('disk', spec.disk) : null;
    const { guests, state } = addCluster(sim, scenario, spec, lun);
    addNodes(sim, guests, spec);
    addLuns(sim, guests, spec, lun);
    mirrorNetworks(sim, guests);
    mirrorDisks(sim, guests, state);
    const up = [...guests.state.nodes.values()].filter(({ powered }) => powered).map(({ id }) => id);
    addRoles(sim, guests, spec, up[0] ?? null);
    startSettled(guests, up, up[0] ?? null);
  }
}

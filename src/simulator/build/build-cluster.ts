import { settleRunning } from '../hyperv/machine-parts';
import type { Simulation } from '../engine/simulation';
import { assignVotes, nodeVotes, totalVotes, votesNeeded } from '../membership/votes';
import { addNodeRecord } from '../membership/node-records';
import { addClusterGroup, setWitness } from '../membership/core-group';
import type { Scenario } from '../scenario/scenario';
import { setDiskOwner } from '../storage/disk-ownership';
import { addSharedVolume } from '../storage/volume-parts';
import { addResource, availableStorageName, addRole } from '../resources/role-parts';
import type { RoleState } from '../state/role-state';
import { buildMachine, buildRoles } from './build-roles';
import type { Names } from './names';

/** Nodes that are up when the scenario starts, by number. */
function nodesUp(sim: Simulation): readonly string[] {
  return [...sim.state.nodes.values()].filter((node) => node.powered).map((node) => node.id);
}

function buildDisks(sim: Simulation, scenario: Scenario, names: Names, storage: RoleState, first: string | null): void {
  const named = new Set(scenario.roles.flatMap((role) => role.disks.map((disk) => names.get('disk', disk))));
  const guestLuns = new Set(scenario.guestClusters.map((cluster) => cluster.disk));
  for (const spec of scenario.disks) {
    const disk = sim.disk(names.get('disk', spec.name));
    if (!disk.persistentReservations || disk.resource !== null || guestLuns.has(spec.name)) continue;
    const owner = spec.owner === null ? first : names.get('node', spec.owner);
    if (spec.use === 'csv') addSharedVolume(sim, disk, owner);
    else if (!named.has(disk.id)) {
      addResource(sim, storage, { name: disk.name, type: 'Physical Disk', disk: disk.id });
      if (spec.owner !== null) storage.owner = owner;
    }
  }
}

/** A formed cluster starts settled: everything that is meant to be online and has a node is online, without an event. */
function settle(sim: Simulation, members: readonly string[], first: string): void {
  sim.db.members = [...members];
  for (const id of members) {
    const node = sim.node(id);
    node.service = 'running';
    node.database = sim.db.id;
  }
  for (const role of sim.db.roles.values()) {
    if (role.owner === null || !members.includes(role.owner)) role.owner = first;
    for (const resource of sim.resourcesOf(role)) {
      if (!role.online || !resource.wanted) continue;
      resource.state = 'Online';
      if (resource.disk !== null) setDiskOwner(sim, resource.disk, role.owner);
    }
  }
  for (const volume of sim.db.volumes.values()) {
    if (volume.coordinator === null || !members.includes(volume.coordinator)) volume.coordinator = first;
    volume.state = 'Online';
    setDiskOwner(sim, volume.disk, volume.coordinator);
  }
  for (const machine of sim.state.machines.values()) {
    const role = machine.role === null ? null : sim.role(machine.role);
    if (role === null || role.owner === null) continue;
    sim.index.setHost(machine, role.owner);
    const online = sim.resourcesOf(role).some((one) => one.machine === machine.id && one.state === 'Online');
    if (online) settleRunning(sim, machine);
  }
}

/** Puts the cluster of a scenario into the state: its nodes, core group, disks, roles and machines. */
export function buildCluster(sim: Simulation, scenario: Scenario, names: Names): void {
  const up = nodesUp(sim);
  const first = up[0] ?? null;
  if (scenario.cluster.formed) {
    for (const node of scenario.nodes) addNodeRecord(sim, names.get('node', node.name), node.vote);
    const { quorum } = scenario.cluster;
    sim.db.quorum.lowerPriorityNode =
      quorum.lowerPriorityNode === null ? null : names.get('node', quorum.lowerPriorityNode);
    const group = addClusterGroup(sim, first);
    const witness = quorum.witness;
    if (witness !== null) {
      const isDisk = quorum.mode === 'nodeAndDiskMajority' || quorum.mode === 'diskOnly';
      setWitness(sim, group, quorum.mode, isDisk ? { disk: names.get('disk', witness) } : { address: witness });
      for (const resource of sim.resourcesOf(group)) resource.wanted = true;
    }
    const storage = addRole(sim, availableStorageName, 'AvailableStorage', first);
    storage.online = true;
    buildDisks(sim, scenario, names, storage, first);
    for (const resource of sim.resourcesOf(storage)) resource.wanted = true;
    buildRoles(sim, scenario, names);
    startSettled(sim, up, first);
  }
  for (const machine of scenario.virtualMachines) {
    const built = buildMachine(sim, machine.name, machine.host, machine.spec, machine.disks, names);
    if (machine.state === 'online' && sim.node(built.host).powered) settleRunning(sim, built);
  }
}

/**
 * Starts with the nodes that are up: settled where they have quorum. Else they wait for more, as after a shutdown of the whole
 * cluster: the votes that were agreed last are those of all nodes.
 */
export function startSettled(sim: Simulation, up: readonly string[], first: string | null): void {
  assignVotes(sim, up, sim.db.quorum.witness !== null);
  const votes = nodeVotes(up.map((node) => sim.record(node))) + sim.db.quorum.witnessWeight;
  const enough = sim.db.quorum.mode === 'diskOnly' || votes >= votesNeeded(totalVotes(sim));
  if (first !== null && enough) settle(sim, up, first);
  else {
    assignVotes(sim, [...sim.db.records.keys()], sim.db.quorum.witness !== null);
    for (const id of up) sim.node(id).service = 'waiting';
  }
}

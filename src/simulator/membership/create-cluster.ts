import { clusterError } from '#shared/model/cluster-error';
import { fail } from '../engine/operations';
import { lookUp, type Simulation } from '../engine/simulation';
import { guestClusterWithDisk } from '../guest-clusters/guest-disks';
import { failMigration } from '../hyperv/live-migration';
import { dropPromise, finishStart, stopMachine, stopMemoryFlow } from '../hyperv/machine-power';
import { machinesOf } from '../resources/role-ownership';
import type { MachineState } from '../state/machine-state';
import type { RoleState } from '../state/role-state';
import { addRole, availableStorageName } from '../resources/role-parts';
import { removeRole } from '../resources/role-removal';
import { clusterDisk } from '../storage/disk-assignment';
import { setDiskOwner } from '../storage/disk-ownership';
import { diskReachable } from '../storage/disk-paths';
import { removeSharedVolume } from '../storage/volume-parts';
import { addClusterGroup } from './core-group';
import { formCluster } from './form';
import { addNodeRecord, setNodeCount } from './node-records';
import { endPartition } from './quorum-loss';
import { endService } from './service';

/** Makes a cluster of servers that have power: their service runs at once, the core group and the disks come online. */
export function createCluster(
  sim: Simulation,
  cluster: {
    readonly name: string;
    readonly nodes: readonly string[];
    readonly address: string | null;
    readonly disks: boolean;
  },
): void {
  sim.db.name = cluster.name;
  sim.db.address = cluster.address;
  sim.db.quorum.mode = 'nodeMajority';
  sim.state.formed = true;
  for (const node of cluster.nodes) addNodeRecord(sim, node, 1);
  setNodeCount(sim);
  const [first = null] = cluster.nodes;
  addClusterGroup(sim, first);
  const storage = addRole(sim, availableStorageName, 'AvailableStorage', first);
  for (const node of cluster.nodes) sim.node(node).service = 'waiting';
  formCluster(sim, cluster.nodes);
  if (!cluster.disks) return;
  for (const disk of sim.state.disks.values()) {
    const fits =
      guestClusterWithDisk(sim, disk.id) === undefined &&
      disk.persistentReservations &&
      cluster.nodes.every((node) => diskReachable(sim, disk, node));
    if (fits) clusterDisk(sim, disk, storage);
  }
}

/** What a role is in the middle of ends: its operations fail, its machines arrive where they were going. */
function endWhatIsUnderWay(sim: Simulation, role: RoleState): void {
  const error = clusterError('refused', `${role.name} is no role any more: the cluster was destroyed.`);
  fail(sim, role.transition?.operation ?? null, error);
  role.transition = null;
  for (const resource of sim.resourcesOf(role)) {
    fail(sim, resource.operation, error);
    resource.operation = null;
    stopMemoryFlow(sim, resource);
  }
  for (const machine of machinesOf(sim, role)) arrive(sim, machine);
}

/** A machine that is starting runs, one that is stopping has stopped. */
function arrive(sim: Simulation, machine: MachineState): void {
  dropPromise(sim, machine);
  if (machine.state === 'Starting' || machine.state === 'Resuming') finishStart(sim, machine);
  else if (machine.state === 'Saving') stopMachine(sim, machine, 'Saved');
  else if (machine.state === 'Stopping') stopMachine(sim, machine, 'Off');
}

/** Removes the cluster: its configuration is deleted on every node, machines and what is on the disks stay. */
export function destroyCluster(sim: Simulation): void {
  for (const id of [...sim.db.migrations])
    failMigration(sim, lookUp(sim.state.migrations, id), 'The cluster was destroyed.');
  for (const role of sim.db.roles.values()) endWhatIsUnderWay(sim, role);
  for (const role of [...sim.db.roles.values()]) {
    if (role.groupType !== 'Cluster' && role.groupType !== 'AvailableStorage') removeRole(sim, role);
  }
  for (const volume of [...sim.db.volumes.values()]) removeSharedVolume(sim, volume);
  for (const id of sim.db.members) {
    const { name } = sim.node(id);
    sim.log(1063, id, { kind: 'node', name }, name);
    endService(sim, id);
  }
  endPartition(sim);
  for (const disk of sim.state.disks.values()) {
    disk.resource = null;
    disk.clustered = false;
    setDiskOwner(sim, disk.id, null);
    sim.touch('disks', disk.id);
  }
  Object.assign(sim.db.quorum, {
    mode: 'nodeMajority',
    witness: null,
    witnessWeight: 0,
    tieBroken: null,
    lowerPriorityNode: null,
  });
  for (const record of sim.db.records.values()) sim.cancel(record.quarantine?.event ?? null);
  sim.touchAll();
  sim.db.roles.clear();
  sim.db.resources.clear();
  sim.db.records.clear();
  sim.state.formed = false;
  for (const node of sim.state.nodes.values()) node.service = 'stopped';
}

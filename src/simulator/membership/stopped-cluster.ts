import { dropPromise, stopMachine } from '../hyperv/machine-power';
import { failMigration } from '../hyperv/live-migration';
import { lookUp, type Simulation } from '../engine/simulation';
import { stopTimer } from '../resources/resource-state-change';
import { abandonTransition } from '../resources/role-actions';
import { machinesOf, touchRole } from '../resources/role-ownership';

/** No partition runs the cluster any more: nothing of it is online, and what was under way is lost. Votes stay as last agreed. */
export function stopCluster(sim: Simulation): void {
  for (const id of [...sim.db.migrations]) failMigration(sim, lookUp(sim.state.migrations, id), 'The cluster stopped.');
  for (const id of sim.db.members) {
    const node = sim.node(id);
    node.database = null;
    node.configurationVersion = sim.db.version;
  }
  sim.cancel(sim.db.regroup?.event ?? null);
  sim.db.regroup = null;
  sim.db.members = [];
  sim.db.forced = false;
  for (const role of sim.db.roles.values()) {
    abandonTransition(sim, role);
    role.unmonitored = false;
    for (const machine of machinesOf(sim, role)) {
      dropPromise(sim, machine);
      if (machine.state !== 'PausedCritical' || machine.memoryOn === null) stopMachine(sim, machine, machine.state === 'Saved' ? 'Saved' : 'Off');
    }
    for (const resource of sim.resourcesOf(role)) {
      stopTimer(sim, resource);
      sim.cancel(resource.check);
      resource.check = null;
      resource.state = 'Offline';
    }
    touchRole(sim, role);
  }
  for (const volume of sim.db.volumes.values()) {
    sim.cancel(volume.timer);
    volume.timer = null;
    volume.state = 'Offline';
    sim.touch('sharedVolumes', volume.id);
    sim.touch('disks', volume.disk);
  }
  for (const record of sim.db.records.values()) {
    sim.cancel(record.isolation?.event ?? null);
    record.isolation = null;
    if (record.drain.status === 'InProgress') record.drain.status = 'Failed';
    record.drain.pending = [];
  }
  touchAllNodes(sim);
}

/** Everything that the snapshot says of nodes, networks and votes changes when the cluster starts or stops. */
export function touchAllNodes(sim: Simulation): void {
  for (const id of sim.state.nodes.keys()) sim.touch('nodes', id);
  for (const id of sim.state.networks.keys()) sim.touch('networks', id);
  for (const id of sim.state.interfaces.keys()) sim.touch('networkInterfaces', id);
  for (const id of sim.db.volumes.keys()) sim.touch('sharedVolumes', id);
  for (const id of sim.state.disks.keys()) sim.touch('disks', id);
  sim.touchSingle('cluster');
  sim.touchSingle('quorum');
}

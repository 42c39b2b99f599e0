import { clusterError } from '#shared/model/cluster-error';
import { fail } from '../engine/operations';
import { windowsErrors } from '../engine/refusal';
import { lookUp, type Simulation } from '../engine/simulation';
import { failMigration } from '../hyperv/live-migration';
import { dropPromise, stopMachine } from '../hyperv/machine-power';
import { abandonTransition } from '../resources/role-actions';
import { machinesOf, touchRole } from '../resources/role-ownership';
import { stopTimer } from '../resources/resource-state-change';
import type { RoleState } from '../state/role-state';
import { showRunning } from './databases';
import { abortDrain } from './drain-abort';
import { endService } from './service';

/** No partition runs the cluster any more: nothing of it is online, and what was under way is lost. Votes stay as last agreed. */
export function stopCluster(sim: Simulation): void {
  for (const id of [...sim.db.migrations]) failMigration(sim, lookUp(sim.state.migrations, id), 'The cluster stopped.');
  for (const id of sim.db.members) if (sim.node(id).database === sim.db.id) endService(sim, id);
  sim.cancel(sim.db.regroup?.event ?? null);
  sim.cancel(sim.db.witnessCheck);
  sim.db.regroup = null;
  sim.db.witnessCheck = null;
  sim.db.members = [];
  sim.db.forced = false;
  sim.db.lacking.clear();
  sim.db.starting.clear();
  for (const role of sim.db.roles.values()) stopRole(sim, role);
  for (const volume of sim.db.volumes.values()) {
    sim.cancel(volume.timer);
    volume.timer = null;
    volume.state = 'Offline';
  }
  for (const record of sim.db.records.values()) {
    sim.cancel(record.isolation?.event ?? null);
    record.isolation = null;
    abortDrain(sim, record);
  }
  fail(sim, sim.db.shutdown, clusterError('noQuorum', 'The cluster stopped.', { code: windowsErrors.noQuorum }));
  sim.db.shutdown = null;
  touchCluster(sim);
  showRunning(sim);
}

function stopRole(sim: Simulation, role: RoleState): void {
  abandonTransition(sim, role);
  role.unmonitored = false;
  role.lacking = false;
  role.preempted = false;
  sim.cancel(role.retry);
  sim.cancel(role.failbackDue);
  role.retry = null;
  role.failbackDue = null;
  role.failbackWaits = false;
  for (const machine of machinesOf(sim, role)) {
    if (sim.node(machine.host).copy !== sim.db.id) continue;
    dropPromise(sim, machine);
    stopMachine(sim, machine, machine.state === 'Saved' ? 'Saved' : 'Off');
  }
  for (const resource of sim.resourcesOf(role)) {
    stopTimer(sim, resource);
    sim.cancel(resource.check);
    resource.check = null;
    resource.state = 'Offline';
    fail(sim, resource.operation, clusterError('noQuorum', 'The cluster stopped.', { code: windowsErrors.noQuorum }));
    resource.operation = null;
  }
  touchRole(sim, role);
}

/** Everything that the snapshot says of nodes, networks, storage and votes may change when the members change. */
export function touchCluster(sim: Simulation): void {
  for (const id of sim.state.nodes.keys()) sim.touch('nodes', id);
  for (const id of sim.state.networks.keys()) sim.touch('networks', id);
  for (const id of sim.state.interfaces.keys()) sim.touch('networkInterfaces', id);
  for (const id of sim.db.volumes.keys()) sim.touch('sharedVolumes', id);
  for (const id of sim.state.disks.keys()) sim.touch('disks', id);
  sim.touchSingle('cluster');
  sim.touchSingle('quorum');
}

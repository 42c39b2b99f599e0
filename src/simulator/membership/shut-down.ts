import { succeed } from '../engine/operations';
import { lookUp, type Simulation } from '../engine/simulation';
import { failMigration } from '../hyperv/live-migration';
import { resetFailed } from '../resources/role-actions';
import { advanceRole, isPending } from '../resources/role-advance';
import { touchRole } from '../resources/role-ownership';
import { leaveStart } from '../resources/start-order';
import type { RoleState } from '../state/role-state';
import { isAlive } from './alive';
import { abortDrain } from './drain-abort';
import { endPartition } from './quorum-loss';
import { endService } from './service';

function isCore({ groupType }: RoleState): boolean {
  return groupType === 'Cluster' || groupType === 'AvailableStorage';
}

/** Shut Down Cluster: every role goes offline, to come back when the cluster starts, then the service stops on every node. */
export function shutDown(sim: Simulation, operation: string): void {
  sim.db.shutdown = operation;
  for (const record of sim.db.records.values()) abortDrain(sim, record);
  for (const id of [...sim.db.migrations])
    failMigration(sim, lookUp(sim.state.migrations, id), 'The cluster shuts down.');
  for (const role of sim.db.roles.values()) if (!isCore(role)) takeDown(sim, role);
  onShutdownCheck(sim);
}

/** Takes a role offline, if something of it is online, without changing that it is meant to be online. */
function takeDown(sim: Simulation, role: RoleState): void {
  resetFailed(sim, role);
  leaveStart(sim, role);
  if (role.transition === null && !isOnline(sim, role) && !isPending(sim, role)) return;
  const operation = role.transition?.operation ?? null;
  role.transition = { kind: 'offline', operation };
  touchRole(sim, role);
  advanceRole(sim, role);
}

/** A role went offline: the core roles follow the others, and when all are offline the service stops on every node (1063). */
export function onShutdownCheck(sim: Simulation): void {
  const operation = sim.db.shutdown;
  if (operation === null) return;
  const roles = [...sim.db.roles.values()];
  for (const role of roles) if (!isCore(role)) goOn(sim, role);
  if (roles.some((role) => !isCore(role) && isBusy(sim, role))) return;
  for (const role of roles) if (isCore(role) && isOnline(sim, role) && role.transition === null) takeDown(sim, role);
  if (roles.some((role) => isBusy(sim, role))) return;
  sim.db.shutdown = null;
  for (const id of sim.db.members) {
    const { name, database } = sim.node(id);
    if (database !== sim.db.id) continue;
    sim.log(1063, id, { kind: 'node', name }, name);
    endService(sim, id);
  }
  endPartition(sim);
  succeed(sim, operation, 'Shut down');
}

/** A role whose node came back only after the shutdown began goes offline too. */
function goOn(sim: Simulation, role: RoleState): void {
  if (role.owner === null || !isAlive(sim, role.owner) || isPending(sim, role)) return;
  if (role.transition !== null) advanceRole(sim, role);
  else if (isOnline(sim, role)) takeDown(sim, role);
}

function isOnline(sim: Simulation, role: RoleState): boolean {
  return sim.resourcesOf(role).some(({ state }) => state === 'Online' || state === 'OnlinePending');
}

/** Whether a role still has to go offline, on a node that can take it there. */
function isBusy(sim: Simulation, role: RoleState): boolean {
  if (role.owner === null || !sim.isMember(role.owner)) return false;
  return isPending(sim, role) || role.transition !== null;
}

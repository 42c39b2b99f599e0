import type { Simulation } from '../engine/simulation';
import { pauseCritical, resumeFromCritical, waitForStorage } from '../hyperv/critical-pause';
import { stopMemoryFlow } from '../hyperv/machine-power';
import { abandonTransition, stopEverything } from '../resources/role-actions';
import { advanceRole } from '../resources/role-advance';
import { setResourceState, stopTimer } from '../resources/resource-state-change';
import { hasMachines, machinesOf, touchRole } from '../resources/role-ownership';
import type { MachineState } from '../state/machine-state';
import type { RoleState } from '../state/role-state';
import { missingVolume } from '../storage/missing-volume';
import { failOverRolesOf } from './loss-order';

function machineRolesOf(sim: Simulation, node: string): readonly RoleState[] {
  return [...sim.db.roles.values()].filter((role) => role.owner === node && hasMachines(role));
}

function unmonitoredOn(sim: Simulation, node: string): readonly RoleState[] {
  return machineRolesOf(sim, node).filter(({ unmonitored }) => unmonitored);
}

function machineNames(sim: Simulation, roles: readonly RoleState[]): string {
  return roles.flatMap((role) => machinesOf(sim, role).map(({ name }) => name)).join(', ');
}

function tellMonitored(sim: Simulation, node: string, roles: readonly RoleState[], how: string): void {
  const { name } = sim.node(node);
  if (roles.length > 0) sim.logByAll(1682, { kind: 'node', name }, name, machineNames(sim, roles), how);
}

/** A machine that exists on a node beyond its files: running, or on its way there. */
function isLive({ state }: MachineState): boolean {
  return state !== 'Off' && state !== 'Saved';
}

/**
 * 2016 and later: a node that left ungracefully while it hosts virtual machines is isolated for `resiliencyPeriod` (1673).
 * Its machines keep owner and role state, unmonitored (1681); on block storage they stand still until the node is back. A node
 * that lost power is isolated too: nobody can know.
 */
export function isolateNode(sim: Simulation, node: string): void {
  const { resiliencyPeriod } = sim.db.settings;
  const roles = machineRolesOf(sim, node).filter((role) => machinesOf(sim, role).some(isLive));
  if (resiliencyPeriod === 0 || roles.length === 0) return;
  const until = sim.now + resiliencyPeriod;
  sim.record(node).isolation = { until, event: sim.schedule(until, { type: 'isolation.end', node }) };
  const { name } = sim.node(node);
  sim.logByAll(1673, { kind: 'node', name }, name);
  sim.logByAll(1681, { kind: 'node', name }, name, machineNames(sim, roles));
  for (const role of roles) leaveUnmonitored(sim, role);
  sim.touch('nodes', node);
}

function leaveUnmonitored(sim: Simulation, role: RoleState): void {
  abandonTransition(sim, role);
  role.unmonitored = true;
  for (const resource of sim.resourcesOf(role)) {
    stopTimer(sim, resource);
    stopMemoryFlow(sim, resource);
  }
  for (const machine of machinesOf(sim, role)) if (isLive(machine)) pauseCritical(sim, machine);
  touchRole(sim, role);
}

/** Its period is over: the machines of an isolated node fail over (1682). */
export function onIsolationEnd(sim: Simulation, node: string): void {
  const record = sim.db.records.get(node);
  if (record === undefined || record.isolation === null) return;
  record.isolation = null;
  const roles = unmonitoredOn(sim, node);
  tellMonitored(sim, node, roles, 'fail over');
  sim.touch('nodes', node);
  for (const role of roles) role.unmonitored = false;
  failOverRolesOf(sim, [node]);
}

/** Back in time (1680, 1682): machines go on where they are; those that lost their memory with the power of their host boot there. */
export function leaveIsolation(sim: Simulation, node: string): void {
  const record = sim.record(node);
  if (record.isolation === null) return;
  sim.cancel(record.isolation.event);
  record.isolation = null;
  const { name } = sim.node(node);
  const roles = unmonitoredOn(sim, node);
  sim.logByAll(1680, { kind: 'node', name }, name);
  tellMonitored(sim, node, roles, 'are monitored again');
  sim.touch('nodes', node);
  for (const role of roles) monitorAgain(sim, role, node);
}

function monitorAgain(sim: Simulation, role: RoleState, node: string): void {
  role.unmonitored = false;
  if (machinesOf(sim, role).every((machine) => machine.memoryOn === node)) {
    for (const machine of machinesOf(sim, role)) {
      if (missingVolume(sim, machine) === undefined) resumeFromCritical(sim, machine);
      else waitForStorage(sim, machine);
    }
    for (const resource of sim.resourcesOf(role))
      if (resource.wanted || resource.state === 'OfflinePending') setResourceState(sim, resource, 'Online');
    touchRole(sim, role);
    advanceRole(sim, role);
    return;
  }
  stopEverything(sim, role);
  role.transition = { kind: 'online', operation: null };
  advanceRole(sim, role);
}

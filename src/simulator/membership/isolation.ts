import { pauseCritical, resumeFromCritical } from '../hyperv/critical-pause';
import { stopMachine } from '../hyperv/machine-power';
import type { Simulation } from '../engine/simulation';
import { abandonTransition } from '../resources/role-actions';
import { advanceRole } from '../resources/role-advance';
import { setResourceState, stopTimer } from '../resources/resource-state-change';
import { hasMachines, machinesOf, touchRole } from '../resources/role-ownership';
import type { RoleState } from '../state/role-state';
import { failOverRolesOf } from './loss-order';

function machineRolesOf(sim: Simulation, node: string): readonly RoleState[] {
  return [...sim.db.roles.values()].filter((role) => role.owner === node && hasMachines(role));
}

/**
 * 2016 and later: a node that left ungracefully while it hosts virtual machines is isolated for `resiliencyPeriod` (1673).
 * Its machines keep owner and role state, unmonitored (1681); on block storage they stand still until the node is back.
 */
export function isolateNode(sim: Simulation, node: string): void {
  const { resiliencyPeriod } = sim.db.settings;
  const roles = machineRolesOf(sim, node).filter((role) => role.online && isRunning(sim, role));
  if (resiliencyPeriod === 0 || roles.length === 0) return;
  const until = sim.now + resiliencyPeriod;
  sim.record(node).isolation = { until, event: sim.schedule(until, { type: 'isolation.end', node }) };
  const { name } = sim.node(node);
  sim.logByAll(1673, { kind: 'node', name }, name);
  sim.logByAll(1681, { kind: 'node', name }, name);
  for (const role of roles) {
    abandonTransition(sim, role);
    role.unmonitored = true;
    for (const resource of sim.resourcesOf(role)) stopTimer(sim, resource);
    for (const machine of machinesOf(sim, role)) if (machine.state === 'Running') pauseCritical(sim, machine);
    touchRole(sim, role);
  }
  sim.touch('nodes', node);
}

function isRunning(sim: Simulation, role: RoleState): boolean {
  return sim.resourcesOf(role).some(({ state }) => state === 'Online' || state === 'OnlinePending');
}

/** Its period is over: the machines of an isolated node fail over (1682). */
export function onIsolationEnd(sim: Simulation, node: string): void {
  const record = sim.db.records.get(node);
  if (record?.isolation === null || record === undefined) return;
  record.isolation = null;
  const { name } = sim.node(node);
  sim.logByAll(1682, { kind: 'node', name }, name);
  sim.touch('nodes', node);
  for (const role of machineRolesOf(sim, node)) role.unmonitored = false;
  failOverRolesOf(sim, [node]);
}

/** Back in time (1680): machines go on where they are; those that lost their memory with the power of their host boot there. */
export function leaveIsolation(sim: Simulation, node: string): void {
  const record = sim.record(node);
  if (record.isolation === null) return;
  sim.cancel(record.isolation.event);
  record.isolation = null;
  const { name } = sim.node(node);
  sim.logByAll(1680, { kind: 'node', name }, name);
  for (const role of machineRolesOf(sim, node)) {
    if (!role.unmonitored) continue;
    role.unmonitored = false;
    for (const machine of machinesOf(sim, role)) {
      if (machine.memoryOn === node) resumeFromCritical(sim, machine);
      else stopMachine(sim, machine, machine.state === 'Saved' ? 'Saved' : 'Off');
    }
    for (const resource of sim.resourcesOf(role)) {
      const lives = resource.machine !== null && sim.machine(resource.machine).memoryOn === node;
      if (!lives && resource.state !== 'Offline') setResourceState(sim, resource, 'Offline');
    }
    touchRole(sim, role);
    if (role.online) {
      role.transition ??= { kind: 'online', operation: null };
      advanceRole(sim, role);
    }
  }
}

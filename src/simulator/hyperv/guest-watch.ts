import type { Simulation } from '../engine/simulation';
import type { MachineState } from '../state/machine-state';
import type { ResourceState } from '../state/resource-state';

/** The time of the next periodic check of a resource that came online at `since`: whole multiples of its interval, none at once. */
function nextCheck(now: number, since: number, interval: number): number {
  return since + Math.max(1, Math.ceil((now - since) / interval)) * interval;
}

/** Whether isAlive of a machine would find its guest's heartbeat missing. `heartbeatCheck: false` turns that off. */
export function guestIsLost(machine: MachineState): boolean {
  return (
    machine.heartbeatCheck && machine.state === 'Running' && (machine.guest === 'crashed' || machine.guest === 'hung')
  );
}

/** The resource of a clustered machine; undefined when the present database has none. */
function resourceOf(sim: Simulation, machine: MachineState): ResourceState | undefined {
  const role = machine.role === null ? undefined : sim.db.roles.get(machine.role);
  if (role === undefined) return undefined;
  return sim
    .resourcesOf(role)
    .find((resource) => resource.type === 'Virtual Machine' && resource.machine === machine.id);
}

/** A guest crashed or hangs: the next isAlive of its machine will notice (60 s apart, counted from when it came online). */
export function watchGuest(sim: Simulation, machine: MachineState): void {
  const resource = resourceOf(sim, machine);
  if (resource !== undefined && guestIsLost(machine)) checkAfter(sim, resource, sim.now);
}

/** isAlive of a resource comes at its next turn from a time on. */
export function checkAfter(sim: Simulation, resource: ResourceState, time: number): void {
  sim.cancel(resource.check);
  const at = nextCheck(time, resource.onlineSince, resource.isAlive);
  resource.check = sim.schedule(at, { type: 'resource.check', resource: resource.id });
}

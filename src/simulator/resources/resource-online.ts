import type { Simulation } from '../engine/simulation';
import { beginRestore, beginStart, finishStart } from '../hyperv/machine-power';
import { restoreObstacle } from '../hyperv/processor-fit';
import { nodeReachesWitness } from '../membership/witness';
import { arbitrationTime, diskProblem } from '../storage/disk-arbitration';
import { diskReachable } from '../storage/disk-paths';
import { takeDisk } from '../storage/disk-ownership';
import { missingVolume } from '../storage/missing-volume';
import type { MachineState } from '../state/machine-state';
import type { ResourceState } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import { accessProblem } from './client-access';
import { schedulePending } from './resource-deadline';
import { setResourceState } from './resource-state-change';

/** How a step towards online ended: not over, online, or failed for a reason. */
export type OnlineStep =
  { readonly kind: 'pending' } | { readonly kind: 'online' } | { readonly kind: 'failed'; readonly reason: string };

/** Begins to bring a resource online on a node, for the time of its type. There must be room for a machine. */
export function beginOnline(sim: Simulation, resource: ResourceState, node: string): void {
  resource.reason = null;
  if (resource.type === 'Virtual Machine' && resource.machine !== null) {
    const machine = sim.machine(resource.machine);
    const possible = runsElsewhere(machine, node) === null && restoreObstacle(sim, machine, node) === null;
    if (possible) beginStart(sim, machine);
  }
  setResourceState(sim, resource, 'OnlinePending');
  const challenge = resource.disk === null ? 0 : arbitrationTime(sim, resource.disk, node);
  schedulePending(sim, resource, resource.onlineTime + challenge);
}

/** Goes on when the time of a resource that comes online is over. */
export function stepOnline(sim: Simulation, role: RoleState, resource: ResourceState): OnlineStep {
  const node = role.owner;
  if (node === null) return { kind: 'failed', reason: 'It has no owner.' };
  const reason =
    injectedFault(resource, node) ??
    machineProblem(sim, resource, node) ??
    witnessProblem(sim, resource, node) ??
    accessProblem(sim, resource, node) ??
    (resource.disk === null ? null : diskProblem(sim, resource.disk, node));
  if (resource.disk !== null && !diskReachable(sim, sim.disk(resource.disk), node)) {
    sim.log(1034, node, { kind: 'disk', name: resource.name }, resource.name, sim.node(node).name);
  }
  if (reason !== null) return { kind: 'failed', reason };
  if (resource.type === 'Virtual Machine' && resource.machine !== null) {
    const machine = sim.machine(resource.machine);
    if (machine.state === 'Resuming') {
      beginRestore(sim, machine, resource);
      return { kind: 'pending' };
    }
    finishStart(sim, machine);
  }
  return finishOnline(sim, resource, node);
}

/** Where a machine has its memory, if that is another node: another partition runs it there. Null: it runs nowhere else. */
function runsElsewhere({ memoryOn }: MachineState, node: string): string | null {
  return memoryOn === null || memoryOn === node ? null : memoryOn;
}

function machineProblem(sim: Simulation, resource: ResourceState, node: string): string | null {
  if (resource.machine === null) return null;
  const machine = sim.machine(resource.machine);
  const elsewhere = runsElsewhere(machine, node);
  if (elsewhere !== null) return `${machine.name} runs on ${sim.node(elsewhere).name}.`;
  const obstacle = restoreObstacle(sim, machine, node);
  if (obstacle !== null) return `Its saved memory cannot be restored: ${obstacle.message}`;
  const volume = missingVolume(sim, machine);
  if (volume === undefined) return null;
  const { name } = sim.disk(volume.disk);
  return `Shared volume ${name} is ${volume.maintenance === null ? 'not available' : 'in maintenance mode'}.`;
}

/** A share or cloud witness comes online only where it can be reached. */
function witnessProblem(sim: Simulation, resource: ResourceState, node: string): string | null {
  const { witness } = sim.db.quorum;
  if (witness === null || witness.resource !== resource.id || nodeReachesWitness(sim, node)) return null;
  return 'The witness cannot be reached.';
}

/** A machine's memory has been read back: it runs. */
export function finishRestore(sim: Simulation, role: RoleState, resource: ResourceState): OnlineStep {
  if (resource.machine !== null) finishStart(sim, sim.machine(resource.machine));
  return finishOnline(sim, resource, role.owner ?? '');
}

function finishOnline(sim: Simulation, resource: ResourceState, node: string): OnlineStep {
  if (resource.disk !== null) takeDisk(sim, resource.disk, node);
  resource.onlineSince = sim.now;
  setResourceState(sim, resource, 'Online');
  return { kind: 'online' };
}

/** A fault that was set for the next attempts takes one of them. */
function injectedFault(resource: ResourceState, node: string): string | null {
  const { fault } = resource;
  if (fault === null || (fault.node !== null && fault.node !== node)) return null;
  resource.fault = fault.times > 1 ? { times: fault.times - 1, node: fault.node } : null;
  return 'It could not be brought online.';
}

import type { Simulation } from '../engine/simulation';
import { beginSave, stopMachine, stopMemoryFlow } from '../hyperv/machine-power';
import { setDiskOwner } from '../storage/disk-ownership';
import type { MachineState } from '../state/machine-state';
import type { ResourceState } from '../state/resource-state';
import { schedulePending } from './resource-deadline';
import { setResourceState, stopTimer } from './resource-state-change';

/** What taking a machine offline does this time. */
function offlineActionOf(machine: MachineState): 'save' | 'shutdown' | 'turnOff' {
  return machine.guest === 'none' ? 'turnOff' : (machine.offlineOnce ?? machine.offlineAction);
}

/** Begins to take a resource offline, for the time of its type; a machine that is saved writes its memory first. */
export function beginOffline(sim: Simulation, resource: ResourceState): void {
  stopTimer(sim, resource);
  cancelCheck(sim, resource);
  const starting = resource.state === 'OnlinePending';
  setResourceState(sim, resource, 'OfflinePending');
  if (resource.type === 'Virtual Machine' && resource.machine !== null) {
    const machine = sim.machine(resource.machine);
    if (starting) stopMemoryFlow(sim, resource);
    else if (machine.state === 'Running' && offlineActionOf(machine) === 'save') {
      beginSave(sim, machine, resource);
      return;
    }
    // One that waits to be started again does not run.
    if (machine.memoryOn !== null) machine.state = 'Stopping';
    sim.touch('virtualMachines', machine.id);
  }
  startOfflineTime(sim, resource);
}

/** The resource's own time of going offline begins. */
export function startOfflineTime(sim: Simulation, resource: ResourceState): void {
  schedulePending(sim, resource, resource.offlineTime);
}

/** The time is over: it is offline. A machine that was saved has its memory on its disk. */
export function finishOffline(sim: Simulation, resource: ResourceState): void {
  if (resource.type === 'Virtual Machine' && resource.machine !== null) {
    const machine = sim.machine(resource.machine);
    stopMachine(sim, machine, machine.state === 'Saving' || machine.state === 'Saved' ? 'Saved' : 'Off');
  }
  // A node gives up its own reservation, not one that another partition holds.
  const { owner } = sim.role(resource.role);
  if (resource.disk !== null && sim.disk(resource.disk).reservation === owner) setDiskOwner(sim, resource.disk, null);
  setResourceState(sim, resource, 'Offline');
}

/**
 * The resource stops at once, because it failed or because its host is gone. A machine loses its memory. The reservation
 * of a disk stays where it is: a dead owner gives nothing up.
 */
export function terminate(sim: Simulation, resource: ResourceState, state: 'Offline' | 'Failed'): void {
  stopTimer(sim, resource);
  cancelCheck(sim, resource);
  if (resource.type === 'Virtual Machine' && resource.machine !== null) {
    stopMemoryFlow(sim, resource);
    const machine = sim.machine(resource.machine);
    const here = machine.memoryOn === null || machine.memoryOn === sim.role(resource.role).owner;
    if (here && machine.state !== 'Off' && machine.state !== 'Saved') stopMachine(sim, machine, 'Off');
  }
  setResourceState(sim, resource, state);
}

function cancelCheck(sim: Simulation, resource: ResourceState): void {
  sim.cancel(resource.check);
  resource.check = null;
}

import type { Simulation } from '../engine/simulation';
import { pauseCritical, resumeFromCritical, waitForStorage } from '../hyperv/critical-pause';
import { losePlain } from '../hyperv/plain-machine';
import { failResource } from '../resources/resource-failure';
import type { MachineState } from '../state/machine-state';
import type { ResourceState } from '../state/resource-state';
import type { VolumeState } from '../state/storage-state';
import { missingVolume } from './missing-volume';

/** Machines that have files on a shared volume, clustered or not. */
export function machinesOn(sim: Simulation, volume: VolumeState): readonly MachineState[] {
  return [...sim.state.machines.values()].filter((machine) => machine.disks.includes(volume.disk));
}

/**
 * Machines without their storage stand still for `criticalErrorTimeout`, going on if it returns, failing after that. Without
 * such a time (before 2016) they fail at once.
 */
export function loseVolumeStorage(sim: Simulation, volume: VolumeState): void {
  for (const machine of machinesOn(sim, volume)) {
    if (machine.memoryOn === null || !sim.isMember(machine.memoryOn) || !usesDisk(machine)) continue;
    if (sim.db.settings.criticalErrorTimeout === 0) loseMachine(sim, machine);
    else {
      if (machine.state === 'Running') pauseCritical(sim, machine);
      waitForStorage(sim, machine);
    }
  }
}

/** Whether a machine runs from its disk, or its memory is being written to it or read back. */
function usesDisk({ state }: MachineState): boolean {
  return state === 'Running' || state === 'Saving' || state === 'Resuming';
}

function machineResource(sim: Simulation, machine: MachineState): ResourceState | undefined {
  if (machine.role === null) return undefined;
  const role = sim.db.roles.get(machine.role);
  return role === undefined
    ? undefined
    : sim.resourcesOf(role).find(({ type, machine: id }) => type === 'Virtual Machine' && id === machine.id);
}

/** A machine fails for lack of its storage; one that is not clustered is just off. */
function loseMachine(sim: Simulation, machine: MachineState): void {
  const resource = machineResource(sim, machine);
  if (resource === undefined) losePlain(sim, machine, 'Its storage is gone.');
  else failResource(sim, resource, `${machine.name} lost its storage.`);
}

/** Its storage did not return within `criticalErrorTimeout`. On an isolated host nobody notices. */
export function onMachineCritical(sim: Simulation, id: string): void {
  const machine = sim.state.machines.get(id);
  if (machine === undefined) return;
  machine.critical = null;
  if (machine.memoryOn === null) return;
  if (!sim.isMember(machine.memoryOn)) {
    if (machine.role === null) losePlain(sim, machine, 'Its storage is gone.');
    return;
  }
  const stands = machine.state === 'PausedCritical' || usesDisk(machine);
  if (stands && missingVolume(sim, machine) !== undefined) loseMachine(sim, machine);
}

/** A volume is back: the machines that stood still for it go on, unless their host is isolated. */
export function regainVolumeStorage(sim: Simulation, volume: VolumeState): void {
  for (const machine of machinesOn(sim, volume)) {
    if (missingVolume(sim, machine) !== undefined) continue;
    sim.cancel(machine.critical);
    machine.critical = null;
    if (machine.memoryOn !== null && sim.isMember(machine.memoryOn)) resumeFromCritical(sim, machine);
  }
}

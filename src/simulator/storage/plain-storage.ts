import type { Simulation } from '../engine/simulation';
import { pauseCritical, resumeFromCritical, waitForStorage } from '../hyperv/critical-pause';
import { shareAround } from '../hyperv/flows';
import { diskLink } from '../hyperv/links';
import { losePlain } from '../hyperv/plain-machine';
import type { MachineState } from '../state/machine-state';
import { missingVolume } from './missing-volume';

/** Machines on a node that are not clustered and have files on a shared volume. */
function plainOnVolumes(sim: Simulation, node: string): readonly MachineState[] {
  const isShared = (disk: string): boolean => sim.db.volumes.has(sim.disk(disk).volume ?? '');
  return [...sim.index.machinesOn(node)].filter(
    ({ role, memoryOn, disks }) => role === null && memoryOn === node && disks.some(isShared),
  );
}

/**
 * A server that runs on without the cluster has no shared volumes: machines on them that are not clustered stand still for
 * `criticalErrorTimeout`, or, without such a time, are lost at once.
 */
export function losePlainVolumes(sim: Simulation, node: string): void {
  if (!sim.node(node).powered) return;
  for (const machine of plainOnVolumes(sim, node)) {
    if (sim.db.settings.criticalErrorTimeout === 0) losePlain(sim, machine, 'Its storage is gone.');
    else {
      if (machine.state === 'Running') pauseCritical(sim, machine);
      waitForStorage(sim, machine);
    }
    shareAround(sim, machine.disks.map(diskLink), sim.now);
  }
}

/** The server is in the cluster again and has its shared volumes: what stood still for them goes on. */
export function regainPlainVolumes(sim: Simulation, node: string): void {
  for (const machine of plainOnVolumes(sim, node)) {
    if (missingVolume(sim, machine) === undefined) {
      sim.cancel(machine.critical);
      machine.critical = null;
      resumeFromCritical(sim, machine);
    }
    shareAround(sim, machine.disks.map(diskLink), sim.now);
  }
}

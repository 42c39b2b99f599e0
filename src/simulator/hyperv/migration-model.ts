import type { MigrationPrediction } from '#shared/model/live-migration';
import type { ClusterSettings } from '../engine/settings';
import type { MachineState } from '../state/machine-state';

/**
 * What is dirtied while a copy runs: Vi+1 = min(D · Ti, W), in exact bytes for an exact duration in milliseconds
 * (Liu et al., HPDC 2011; Akoush et al., MASCOTS 2010).
 */
export function dirtied(machine: Pick<MachineState, 'dirtyRate' | 'workingSet'>, duration: number): number {
  return Math.min((machine.dirtyRate * duration) / 1000, machine.workingSet);
}

/** Whether the machine is suspended for the next copy: little is left, or it has been copied often enough. */
export function isLastCopy(settings: ClusterSettings, next: number, done: number): boolean {
  return next <= settings.migrationStopAt || done >= settings.maxMigrationPasses;
}

/**
 * How long a live migration takes alone on its network, by the pre-copy model. Nothing is rounded on the way, neither bytes
 * nor milliseconds; only the result is, to whole milliseconds. `handover` is the time of disks that go offline and online.
 */
export function predictLiveMigration(
  machine: Pick<MachineState, 'usedMemory' | 'dirtyRate' | 'workingSet'>,
  rate: number,
  settings: ClusterSettings,
  handover: number,
): MigrationPrediction | null {
  if (rate <= 0) return null;
  let volume = machine.usedMemory;
  let total = settings.migrationSetup;
  for (let done = 0; !isLastCopy(settings, volume, done); done += 1) {
    const duration = (volume / rate) * 1000;
    total += duration;
    volume = dirtied(machine, duration);
  }
  const downtime = (volume / rate) * 1000 + handover + settings.migrationResume;
  return { total: Math.round(total + downtime), downtime: Math.round(downtime) };
}

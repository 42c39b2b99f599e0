import type { Simulation } from '../engine/simulation';

/** Gives the persistent reservation of a disk to a node; null: nobody holds it. */
export function setDiskOwner(sim: Simulation, disk: string, node: string | null): void {
  const state = sim.disk(disk);
  if (state.reservation === node) return;
  state.reservation = node;
  sim.touch('disks', disk);
}

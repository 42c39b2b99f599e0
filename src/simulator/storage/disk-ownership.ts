import type { Simulation } from '../engine/simulation';

/** Gives the persistent reservation of a disk to a node; null: nobody holds it. */
export function setDiskOwner(sim: Simulation, disk: string, node: string | null): void {
  const state = sim.disk(disk);
  if (state.reservation === node) return;
  state.reservation = node;
  sim.touch('disks', disk);
}

/** A node mounts a disk and reserves it. One that had it and still has power notices that it lost it (1038). */
export function takeDisk(sim: Simulation, disk: string, node: string): void {
  const { reservation, name } = sim.disk(disk);
  if (reservation !== null && reservation !== node && sim.node(reservation).powered) {
    sim.log(1038, reservation, { kind: 'disk', name }, name, sim.node(reservation).name);
  }
  setDiskOwner(sim, disk, node);
}

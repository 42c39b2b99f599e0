import type { Simulation } from '../engine/simulation';

/** Whether the witness is there for the running partition: its resource is online. */
export function witnessOnline(sim: Simulation): boolean {
  const { witness } = sim.db.quorum;
  return witness !== null && sim.running && sim.resource(witness.resource).state === 'Online';
}

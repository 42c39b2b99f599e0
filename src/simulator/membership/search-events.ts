import type { Simulation } from '../engine/simulation';

/** Why a service that looks for a cluster does not find or form one. */
type SearchEvent = 1546 | 1553 | 1561 | 1573;

/** A node logs why its service waits: each reason once since the service started, not at every try. */
export function tellSearch(sim: Simulation, event: SearchEvent, id: string, ...words: readonly string[]): void {
  const { name, toldSince } = sim.node(id);
  if (toldSince.includes(event)) return;
  toldSince.push(event);
  sim.log(event, id, { kind: 'node', name }, name, ...words);
}

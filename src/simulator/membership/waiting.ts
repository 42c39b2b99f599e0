import type { Simulation } from '../engine/simulation';

/** How often a service that waits tries to join or to form: 5 s. */
const lookEvery = 5000;

/** The next moment at which a waiting service tries: every 5 s since it began to wait. */
function nextLook(now: number, since: number): number {
  return since + Math.ceil((now - since) / lookEvery) * lookEvery;
}

/**
 * Something changed that may let waiting services join or form: each tries at its next turn. While nothing changes, the
 * tries in vain between are left out.
 */
export function awakeWaiting(sim: Simulation): void {
  for (const node of sim.state.nodes.values()) {
    if (node.service !== 'waiting' || !node.powered || node.starting !== null) continue;
    const at = nextLook(sim.now, node.waitingSince);
    node.starting = sim.schedule(at, { type: 'service.look', node: node.id });
  }
}

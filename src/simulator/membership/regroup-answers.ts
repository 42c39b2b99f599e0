import type { Simulation } from '../engine/simulation';
import { clusterCabled } from '../fabric/reachability';
import { isAlive } from './alive';
import { gaveUp } from './heartbeats';

/**
 * Who answers whom in a regroup. Two members that gave each other up do not. A member that a living one gave up has to answer all
 * others as well, also those that are more patient with it because they are in another site or subnet: it answers no one when
 * it is dead, else those that it really reaches. All others are what their heartbeats say.
 */
export function answers(sim: Simulation): (a: string, b: string) => boolean {
  const { members } = sim.db;
  const alive = new Set(members.filter((node) => isAlive(sim, node)));
  const doubted = new Set(
    members.filter((node) => members.some((other) => alive.has(other) && gaveUp(sim, node, other))),
  );
  return (a, b) => {
    if (gaveUp(sim, a, b)) return false;
    if (!doubted.has(a) && !doubted.has(b)) return true;
    const silent = [a, b].some((node) => doubted.has(node) && !alive.has(node));
    return !silent && clusterCabled(sim, a, b);
  };
}

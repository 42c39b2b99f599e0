import type { Node } from '#shared/model/node';
import { formatCount } from './format/numbers';
import type { StatusWords } from './tone';

/** How many nodes run in the cluster, without a unit: `2 of 3 up, 1 paused`. A paused node is up, it only takes no roles. */
export function nodesUp(nodes: readonly Node[]): StatusWords {
  return standing(nodes, String(nodes.length));
}

/** The same with its unit: `2 of 3 nodes up, 1 paused`. */
export function nodesUpWithUnit(nodes: readonly Node[]): StatusWords {
  return standing(nodes, formatCount(nodes.length, 'node'));
}

function standing(nodes: readonly Node[], all: string): StatusWords {
  const paused = nodes.filter(({ state }) => state === 'Paused').length;
  const up = nodes.filter(({ state }) => state === 'Up').length + paused;
  const text = `${up} of ${all} up${paused === 0 ? '' : `, ${paused} paused`}`;
  return { tone: up < nodes.length ? 'error' : paused > 0 ? 'warn' : 'ok', text };
}

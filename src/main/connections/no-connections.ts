import type { Connections } from './connections';

/** An empty tree. */
export function noConnections(): Connections {
  return {
    list: () => Promise.resolve([]),
    problem: () => Promise.resolve(null),
    find: () => undefined,
    close: () => Promise.resolve(),
  };
}

import { foldName, type ClusterView } from '#shared/model/cluster-view';

/** How far the events of the nodes were read. */
export interface EventsRead {
  /** Whether none was read yet and some will be. */
  readonly pending: boolean;
  /** Nodes whose events could not be read the last time. */
  readonly unread: readonly string[];
}

/** Where everything is always current (the simulator) events are as well. */
export function eventsRead({ snapshot: { nodes, readings } }: ClusterView, isReal: boolean): EventsRead {
  if (!isReal) return { pending: false, unread: [] };
  const told = readings.filter(({ section }) => section === 'events');
  const known = new Set(told.map(({ ofNode }) => foldName(ofNode ?? '')));
  const awaited = nodes.some(({ name, state }) => state !== 'Down' && !known.has(foldName(name)));
  return {
    pending: told.every(({ readAt }) => readAt === 0) && (awaited || told.length === 0),
    unread: told.flatMap(({ ofNode, problem }) => (problem === null || ofNode === null ? [] : [ofNode])),
  };
}

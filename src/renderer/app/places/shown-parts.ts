import { useEffect, useMemo } from 'react';
import type { ReadPart } from '#shared/model/snapshot';
import { useClusterAccess } from '../../lib/cluster-context';
import type { PlaceView } from '../feature';

/** What the tree and the status bar show of the cluster, whatever the place: how it stands, not all of its nodes and roles. */
const everywhere: readonly ReadPart[] = ['cluster', 'quorum'];

/** All that a place shows. */
export function partsOf({ reads, shows = [] }: PlaceView): readonly ReadPart[] {
  return [...reads, ...shows];
}

/** Tells main what of the cluster is in front of the user, so that it is read more often than the rest. */
export function useTellingShownParts(definition: PlaceView): void {
  const { bridge, connection } = useClusterAccess();
  const parts = useMemo(() => [...new Set([...everywhere, ...partsOf(definition)])], [definition]);
  useEffect(() => {
    void bridge.call('cluster.look', { connection: connection.id, parts });
  }, [bridge, connection.id, parts]);
}

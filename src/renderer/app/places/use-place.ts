import { useMemo } from 'react';
import type { ClusterView } from '#shared/model/cluster-view';
import type { SnapshotSection } from '#shared/model/snapshot';
import { useCluster, useTimeScale } from '../../lib/cluster-context';
import { equalFields, equalLists } from '../../lib/equality';
import type { GridRow } from '../../ui/grid/grid-types';
import type { PlaceView, SummaryPart } from '../feature';
import { keepRows } from './keep-rows';
import type { Place } from './place';

/** A selector that runs again only when one of the sections changed, and may take over from its last answer. */
function sectionSelector<T>(
  reads: readonly SnapshotSection[],
  compute: (view: ClusterView) => T,
  keep: (before: T, next: T) => T,
): (view: ClusterView) => T {
  let last: { readonly parts: readonly unknown[]; readonly value: T } | undefined;
  return (view) => {
    const parts = reads.map((section) => view.snapshot[section]);
    if (last !== undefined && equalLists(last.parts, parts)) return last.value;
    const next = compute(view);
    last = { parts, value: last === undefined ? next : keep(last.value, next) };
    return last.value;
  };
}

const noRows: readonly GridRow[] = [];

/** The rows of a place's grid. */
export function usePlaceRows(definition: PlaceView, place: Place): readonly GridRow[] {
  const scale = useTimeScale();
  const select = useMemo(
    () => sectionSelector(definition.reads, (view) => definition.grid?.rows(place, view, scale) ?? noRows, keepRows),
    [definition, place, scale],
  );
  return useCluster(select);
}

/** The summary beside a place's title. */
export function usePlaceSummary(definition: PlaceView, place: Place): readonly SummaryPart[] {
  const select = useMemo(
    () =>
      sectionSelector(
        definition.reads,
        (view) => definition.summary(place, view),
        (before, next) => (equalLists(before, next, equalFields) ? before : next),
      ),
    [definition, place],
  );
  return useCluster(select);
}

import { useDeferredValue, useMemo } from 'react';
import { useCluster } from '../../lib/cluster-context';
import { filterRows } from '../../ui/grid/filter';
import type { GridRow } from '../../ui/grid/grid-types';
import { useActions, type ActionGroups } from '../actions/use-actions';
import type { PlaceView, SummaryPart } from '../feature';
import { useShell } from '../shell-context';
import { memoryOf, type PlaceMemory } from '../shell-state';
import type { Place } from './place';
import { usePlaceRows, usePlaceSummary } from './use-place';

/** All that the middle and the right of the window show of a place. */
export interface PlacePageState {
  readonly place: Place;
  readonly definition: PlaceView;
  readonly title: string;
  readonly summary: readonly SummaryPart[];
  readonly rows: readonly GridRow[];
  /** Undefined: nothing is selected. */
  readonly row: GridRow | undefined;
  readonly memory: PlaceMemory;
  readonly remember: (change: Partial<PlaceMemory>) => void;
  readonly groups: ActionGroups;
}

/** Puts together what a place shows. `clusterTitle`: what the cluster is called, for its own page and when the place is gone. */
export function usePlacePage(definition: PlaceView, clusterTitle: string): PlacePageState {
  const { state, dispatch } = useShell();
  const { place } = state;
  const memory = memoryOf(state, place);
  const placeTitle = useCluster((view) => definition.title(place, view)) ?? clusterTitle;
  const title = place.kind === 'cluster' ? clusterTitle : placeTitle;
  const summary = usePlaceSummary(definition, place);
  const all = usePlaceRows(definition, place);
  const filter = useDeferredValue(memory.filter);
  const rows = useMemo(() => filterRows(all, filter, definition.grid?.columns ?? []), [all, filter, definition]);
  const row = rows.find(({ id }) => id === memory.selected);
  const target = row === undefined ? null : (definition.grid?.target(row) ?? null);
  const groups = useActions(place, target);
  return {
    place,
    definition,
    title,
    summary,
    rows,
    row,
    memory,
    remember: (change) => dispatch({ kind: 'remembered', place, change }),
    groups,
  };
}

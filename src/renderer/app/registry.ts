import type { CommandDialog, Feature, LowerTab, PlaceView, Tool } from './feature';
import type { PlaceKind } from './places/place';

/** All that the features gave, found by name. */
export interface Registry {
  readonly places: ReadonlyMap<PlaceKind, PlaceView>;
  readonly dialogs: ReadonlyMap<string, CommandDialog>;
  /** In the order of the features. */
  readonly tools: readonly Tool[];
  readonly lowerTabs: readonly LowerTab[];
  /** The outermost first. */
  readonly around: readonly NonNullable<Feature['around']>[];
  readonly connectionDialog: NonNullable<Feature['connectionDialog']>;
  readonly viewerDialog: NonNullable<Feature['viewerDialog']>;
  readonly problems: NonNullable<Feature['problems']>;
}

/** Puts features together. A place or a dialog that two of them give is a mistake in the program. */
export function registryOf(features: readonly Feature[]): Registry {
  const places = new Map<PlaceKind, PlaceView>();
  const dialogs = new Map<string, CommandDialog>();
  for (const { places: added = [], dialogs: addedDialogs = [] } of features) {
    for (const place of added) addOnce(places, place.kind, place);
    for (const dialog of addedDialogs) addOnce(dialogs, dialog.command, dialog);
  }
  return {
    places,
    dialogs,
    tools: features.flatMap(({ tools = [] }) => tools),
    lowerTabs: features.flatMap(({ lowerTabs = [] }) => lowerTabs),
    around: features.flatMap(({ around }) => (around === undefined ? [] : [around])),
    connectionDialog: (props) => features.find((feature) => feature.connectionDialog)?.connectionDialog?.(props),
    viewerDialog: (props) => features.find((feature) => feature.viewerDialog)?.viewerDialog?.(props),
    problems: (view, scale) => features.flatMap(({ problems }) => problems?.(view, scale) ?? []),
  };
}

function addOnce<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  if (map.has(key)) throw new Error(`Two features give ${String(key)}.`);
  map.set(key, value);
}

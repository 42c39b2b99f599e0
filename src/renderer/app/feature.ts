import type { ComponentType, ReactNode } from 'react';
import type { ClusterView } from '#shared/model/cluster-view';
import type { Connection } from '#shared/contract/contract';
import type { ObjectReference } from '#shared/model/object-reference';
import type { ReadPart, SnapshotSection } from '#shared/model/snapshot';
import type { Availability } from '#shared/commands/command-definition';
import type { TimeScale } from '../lib/format/time';
import type { StatusWords } from '../lib/tone';
import type { GridColumn, GridRow, GridSort } from '../ui/grid/grid-types';
import type { ConnectionDialogAct } from './connections/connection-act';
import type { PlaceKind, Place } from './places/place';

/**
 * What one folder of `features` gives to the window, exported from its `index.ts`.
 * Components inside read the cluster with the hooks of `lib/cluster-context` and act with those of `app/window-context`.
 */
export interface Feature {
  readonly places?: readonly PlaceView[];
  readonly dialogs?: readonly CommandDialog[];
  readonly tools?: readonly Tool[];
  /** Tabs below the place, beside the tasks. */
  readonly lowerTabs?: readonly LowerTab[];
  /** The dialogs about connections themselves. Only one feature gives it. */
  readonly connectionDialog?: (props: ConnectionDialogProps) => ReactNode;
  /** The terminal of a viewer that asks in one. Only one feature gives it. */
  readonly viewerDialog?: (props: ViewerDialogProps) => ReactNode;
  /** Stands around the whole window: keeps what outlives places and tabs. */
  readonly around?: ComponentType<{ readonly children: ReactNode }>;
  /** Everything that is wrong now: badges of the tree and the status bar count it. Only one feature gives it. */
  readonly problems?: (view: ClusterView, scale: TimeScale) => readonly CountedProblem[];
}

/** Something that is not as it should be. */
export interface CountedProblem {
  readonly object: ObjectReference;
  readonly status: StatusWords;
}

/** A part of the summary beside a place's title: counts, what is wrong first. */
export interface SummaryPart {
  readonly text: string;
  /** `error` and `warn` stand out; left out: plain. */
  readonly tone?: StatusWords['tone'];
}

/**
 * How one kind of place looks. Methods are pure and take everything from `view`;
 * they run again only when a section named in `reads` changed.
 */
export interface PlaceView<Row extends GridRow = GridRow> {
  readonly kind: PlaceKind;
  /** Which parts of the snapshot the methods look at. */
  readonly reads: readonly SnapshotSection[];
  /** What else its body and its details show. */
  readonly shows?: readonly ReadPart[];
  /** Title line, name of the grid, heading of the actions. Undefined: the place is gone. */
  title(place: Place, view: ClusterView): string | undefined;
  summary(place: Place, view: ClusterView): readonly SummaryPart[];
  /** What the place itself is, for the first group of actions; null: only the shell's own actions and tools. */
  target(place: Place, view: ClusterView): ObjectReference | null;
  /** Left out: the place has no grid (`body` fills the room). */
  readonly grid?: PlaceGrid<Row>;
  /** Fills the middle instead of a grid, or stands between title and grid when there is one. */
  body?(place: Place): ReactNode;
}

/** The grid of a place and the details of its selected row. */
export interface PlaceGrid<Row extends GridRow = GridRow> {
  readonly columns: readonly GridColumn<Row>[];
  readonly defaultSort: GridSort;
  /** One sentence for when there is nothing: what it means, what to do. */
  readonly emptyText: string;
  /** Flat rows, times in them worded on `scale`. The shell keeps the same object for a row whose fields stayed the same. */
  rows(place: Place, view: ClusterView, scale: TimeScale): readonly Row[];
  /** Whose actions the row has; null: none. */
  target(row: Row): ObjectReference | null;
  /** What Enter and a double click do beside giving the focus to the details: the command's name, if it is offered. */
  defaultCommand?(row: Row): string | undefined;
  /** Status beside the name in the head of the details. */
  status?(row: Row): StatusWords | undefined;
  icon?(row: Row): ReactNode;
  readonly details: readonly DetailsTab<Row>[];
  /** The tab to show for this row as long as the user chose none for it (a running migration). */
  preferredTab?(row: Row): string | undefined;
}

/** One tab of the details region. */
export interface DetailsTab<Row extends GridRow = GridRow> {
  readonly id: string;
  readonly title: string;
  /** Left out: always. */
  applies?(row: Row): boolean;
  render(row: Row): ReactNode;
}

/** Gives a place view its exact type of row. */
export function definePlace<Row extends GridRow>(place: PlaceView<Row>): PlaceView {
  return place;
}

/** What a dialog of a command gets. */
export interface CommandDialogProps {
  /** Name of the object that the command was chosen for. */
  readonly target: string;
  readonly onClose: () => void;
}

/** The dialog of one command of the catalogue. Its accessible name is the command's title. Load what is heavy lazily. */
export interface CommandDialog {
  readonly command: string;
  render(props: CommandDialogProps): ReactNode;
}

/** What a dialog about a connection gets. */
export interface ConnectionDialogProps {
  readonly act: ConnectionDialogAct;
  /** Null: one is to be added. */
  readonly connection: Connection | null;
  readonly onClose: () => void;
}

/** What the dialog of a viewer gets. */
export interface ViewerDialogProps {
  /** Name of the virtual machine whose screen is shown. */
  readonly machine: string;
  readonly onClose: () => void;
}

/** A tab below the place. Load what is heavy lazily. */
export interface LowerTab {
  readonly id: string;
  readonly title: string;
  render(): ReactNode;
}

/** Something that opens and is no command: a wizard, the fault switches. */
export interface Tool {
  readonly id: string;
  /** In the actions pane and menus; name of its dialog. */
  readonly title: string;
  readonly icon: ReactNode;
  /** Real clusters have nothing of the kind. */
  readonly trainingOnly?: true;
  /** It stays open in a pane beside the work instead of a dialog over it. */
  readonly beside?: true;
  /** Where the first group of actions has it; empty: nowhere there. */
  readonly places: readonly PlaceKind[];
  availability(view: ClusterView): Availability;
  render(props: { readonly onClose: () => void }): ReactNode;
}

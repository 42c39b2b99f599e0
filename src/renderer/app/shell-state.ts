import type { ClusterError } from '#shared/model/cluster-error';
import type { ObjectReference } from '#shared/model/object-reference';
import type { ConnectionDialogAct } from './connections/connection-act';
import { placeKey, type Place } from './places/place';

/** The dialog that is open. */
export type OpenDialog =
  | { readonly kind: 'command'; readonly command: string; readonly target: ObjectReference }
  | { readonly kind: 'confirm'; readonly command: string; readonly target: ObjectReference }
  | { readonly kind: 'tool'; readonly tool: string }
  | { readonly kind: 'viewer'; readonly machine: string }
  | { readonly kind: 'connection'; readonly act: ConnectionDialogAct; readonly connection: string | null }
  | { readonly kind: 'disconnect'; readonly connection: string }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' };

/** A message over the middle of the window. */
export interface Notice {
  readonly id: number;
  /** The connection in whose cluster it was tried; null: in none. */
  readonly connection: string | null;
  /** What was tried. */
  readonly title: string;
  readonly error: ClusterError;
}

/** The tab that stays with a row as long as the row is selected. */
export interface PinnedTab {
  readonly row: string;
  readonly tab: string;
}

/** What the shell remembers of a place. */
export interface PlaceMemory {
  /** Id of the selected row. */
  readonly selected: string | null;
  readonly filter: string;
  /** The tab that the user chose last, for any row. */
  readonly usualTab: string | null;
  readonly pinnedTab: PinnedTab | null;
}

/** The state of the shell: where the user is and what is open. Nothing of the clusters. */
export interface ShellState {
  /** Id of the connection whose cluster is shown. */
  readonly connection: string;
  readonly place: Place;
  /** By connection and the key of the place. */
  readonly memory: Readonly<Record<string, PlaceMemory>>;
  readonly dialog: OpenDialog | null;
  /** Id of the tool that is open beside the work; null: none. */
  readonly panel: string | null;
  readonly notices: readonly Notice[];
  readonly showsActions: boolean;
  readonly showsDetails: boolean;
  readonly nextNotice: number;
  /** The tab below the place. */
  readonly lowerTab: string;
}

/** What can happen to the shell. */
export type ShellEvent =
  | {
      readonly kind: 'navigated';
      readonly connection: string;
      readonly place: Place;
      readonly row: string | undefined;
    }
  | { readonly kind: 'remembered'; readonly place: Place; readonly change: Partial<PlaceMemory> }
  | { readonly kind: 'opened'; readonly dialog: OpenDialog }
  | { readonly kind: 'closed' }
  | { readonly kind: 'openedPanel'; readonly tool: string }
  | { readonly kind: 'closedPanel' }
  | {
      readonly kind: 'noticed';
      readonly connection: string | null;
      readonly title: string;
      readonly error: ClusterError;
    }
  | { readonly kind: 'dismissed'; readonly notice: number }
  | { readonly kind: 'disconnected'; readonly connection: string }
  | { readonly kind: 'choseLowerTab'; readonly tab: string }
  | { readonly kind: 'toggledActions' }
  | { readonly kind: 'toggledDetails' };

/** The newest notices that are shown; older ones give way. */
const noticeLimit = 3;

const emptyMemory: PlaceMemory = { selected: null, filter: '', usualTab: null, pinnedTab: null };

/** The shell when the window opens: it shows this connection. */
export function initialShellState(connection: string): ShellState {
  return {
    connection,
    place: { kind: 'roles' },
    memory: {},
    dialog: null,
    panel: null,
    notices: [],
    showsActions: true,
    showsDetails: true,
    nextNotice: 1,
    lowerTab: 'tasks',
  };
}

/** What the shell remembers of a place of the cluster that is shown. */
export function memoryOf(state: ShellState, place: Place): PlaceMemory {
  return state.memory[memoryKey(state, place)] ?? emptyMemory;
}

function memoryKey({ connection }: ShellState, place: Place): string {
  return `${connection} ${placeKey(place)}`;
}

/** The shell after something happened. */
export function shellReducer(state: ShellState, event: ShellEvent): ShellState {
  switch (event.kind) {
    case 'navigated': {
      const there = { ...state, connection: event.connection, place: event.place };
      // Whoever asks for a row must see it, whatever the filter was.
      return event.row === undefined ? there : remember(there, event.place, { selected: event.row, filter: '' });
    }
    case 'remembered':
      return remember(state, event.place, event.change);
    case 'opened':
      return { ...state, dialog: event.dialog };
    case 'closed':
      return { ...state, dialog: null };
    case 'openedPanel':
      return { ...state, panel: event.tool };
    case 'closedPanel':
      return { ...state, panel: null };
    case 'noticed': {
      const { connection, title, error } = event;
      const notice = { id: state.nextNotice, connection, title, error };
      const notices = [...state.notices, notice].slice(-noticeLimit);
      return { ...state, notices, nextNotice: state.nextNotice + 1 };
    }
    case 'dismissed':
      return { ...state, notices: state.notices.filter(({ id }) => id !== event.notice) };
    case 'disconnected':
      return { ...state, notices: state.notices.filter(({ connection }) => connection !== event.connection) };
    case 'choseLowerTab':
      return { ...state, lowerTab: event.tab, showsDetails: true };
    case 'toggledActions':
      return { ...state, showsActions: !state.showsActions };
    case 'toggledDetails':
      return { ...state, showsDetails: !state.showsDetails };
  }
}

function remember(state: ShellState, place: Place, change: Partial<PlaceMemory>): ShellState {
  const memory = { ...memoryOf(state, place), ...change };
  return { ...state, memory: { ...state.memory, [memoryKey(state, place)]: memory } };
}

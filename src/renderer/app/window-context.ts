import { createContext, useContext } from 'react';
import type { ClusterError } from '#shared/model/cluster-error';
import type { ObjectReference } from '#shared/model/object-reference';
import type { CommandInput } from '../lib/cluster-client';
import type { ConnectionAct } from './connections/connection-act';
import type { Place } from './places/place';

/** What a feature can ask of the window. Always the same object. */
export interface WindowActions {
  /** Shows a place, with one of its rows selected (by id) when given. */
  navigate(place: Place, row?: string): void;
  /** Shows the place of an object with the object selected. */
  reveal(target: ObjectReference): void;
  /** As if the user had chosen the command in a menu: starts it, or opens its dialog or a confirmation. */
  choose(command: string, target: ObjectReference): void;
  /** Starts a command without questions; a refusal is shown. True when it was accepted. */
  execute(command: string, input: CommandInput): Promise<boolean>;
  openTool(id: string): void;
  /** Shows the screen of a virtual machine in the platform's viewer. */
  connectMachine(machine: string): Promise<void>;
  /** Does something with a connection itself, or opens the dialog that asks for it. Null: with one that is still to be added. */
  connection(act: ConnectionAct, connection: string | null): void;
  /** Shows another cluster of the tree, by its connection. */
  showCluster(connection: string): void;
  /** Shows an error until it is dismissed. `title` says what was tried. */
  showError(title: string, error: ClusterError): void;
}

/** Provided by the shell; in tests by a plain object. */
export const WindowContext = createContext<WindowActions | null>(null);

/** What a feature can ask of the window. */
export function useWindowActions(): WindowActions {
  const actions = useContext(WindowContext);
  if (actions === null) throw new Error('There is no window around this component.');
  return actions;
}

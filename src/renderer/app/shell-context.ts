import { createContext, useContext, type Dispatch } from 'react';
import type { Registry } from './registry';
import type { ShellEvent, ShellState } from './shell-state';

/** What the parts of the shell share. */
export interface ShellAccess {
  readonly state: ShellState;
  readonly dispatch: Dispatch<ShellEvent>;
  readonly registry: Registry;
}

/** Provided by the shell itself. */
export const ShellContext = createContext<ShellAccess | null>(null);

/** What the parts of the shell share. */
export function useShell(): ShellAccess {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('There is no shell around this component.');
  return shell;
}

import type { KeyboardEvent } from 'react';
import type { Action } from './actions';
import { useCarryOut } from './use-carry-out';

/** A key handler for the element whose object has these actions: carries out the one whose key was pressed. */
export function useShortcuts(actions: readonly Action[]): (event: KeyboardEvent) => void {
  const carryOut = useCarryOut();
  return (event) => {
    // A menu or dialog that was opened from the element is not inside of it in the document.
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
    const action = actions.find(({ shortcut, choice }) => shortcut === event.key && choice.kind === 'command');
    if (action === undefined) return;
    event.preventDefault();
    if (action.availability.available) carryOut(action.choice);
  };
}

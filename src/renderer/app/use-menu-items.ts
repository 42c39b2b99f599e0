import { useEffect, type Dispatch } from 'react';
import type { MenuItem } from '#shared/contract/contract';
import { useAppAccess } from '../lib/app-context';
import { refreshShortcut } from './actions/placement';
import { useCarryOut } from './actions/use-carry-out';
import { isDialogOpen } from './dialogs/is-dialog-open';
import type { ShellEvent } from './shell-state';
import { useWindowActions } from './window-context';
import { configureRoleTool, faultsTool } from './tools';

/** Items that open something. */
const openers: ReadonlySet<MenuItem> = new Set([
  'showFaults',
  'configureRole',
  'connectToCluster',
  'showShortcuts',
  'about',
]);

/** Carries out what was chosen in the application menu, and F5, which is an item of it. */
export function useMenuItems(dispatch: Dispatch<ShellEvent>): void {
  const { bridge } = useAppAccess();
  const carryOut = useCarryOut();
  const actions = useWindowActions();
  useEffect(() => {
    const invoke = (item: MenuItem): void => {
      // A wizard that is half done must not give way to what a key of the menu opens.
      if (openers.has(item) && isDialogOpen()) return;
      switch (item) {
        case 'refresh':
          carryOut({ kind: 'refresh' });
          return;
        case 'toggleActions':
          dispatch({ kind: 'toggledActions' });
          return;
        case 'toggleDetails':
          dispatch({ kind: 'toggledDetails' });
          return;
        case 'showFaults':
          carryOut({ kind: 'tool', tool: faultsTool });
          return;
        case 'configureRole':
          carryOut({ kind: 'tool', tool: configureRoleTool });
          return;
        case 'connectToCluster':
          actions.connection('add', null);
          return;
        case 'showShortcuts':
          dispatch({ kind: 'opened', dialog: { kind: 'shortcuts' } });
          return;
        case 'about':
          dispatch({ kind: 'opened', dialog: { kind: 'about' } });
          return;
      }
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== refreshShortcut) return;
      event.preventDefault();
      invoke('refresh');
    };
    window.addEventListener('keydown', onKeyDown);
    const stop = bridge.on('menu.invoked', ({ item }) => invoke(item));
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, [bridge, carryOut, actions, dispatch]);
}

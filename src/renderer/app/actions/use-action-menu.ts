import { useEffect, useRef } from 'react';
import { useAppAccess } from '../../lib/app-context';
import { isDialogOpen } from '../dialogs/is-dialog-open';
import { reasonOf, type Action } from './actions';
import { useCarryOut } from './use-carry-out';
import { connectionGroup, type ActionGroups } from './use-actions';

/** Milliseconds that the actions stay as they are before the menu shows them: it is built anew each time. */
const quiet = 100;

/** Shows the actions of the pane in the application menu too, and carries out what is chosen there. */
export function useActionMenu(groups: ActionGroups, placeTitle: string, selectionTitle: string | undefined): void {
  const { bridge } = useAppAccess();
  const carryOut = useCarryOut();
  const shown = useRef<readonly (readonly Action[])[]>([]);
  useEffect(() => {
    const titled = [
      ...(groups.place.length === 0 ? [] : [{ title: placeTitle, actions: groups.place }]),
      ...(selectionTitle === undefined ? [] : [{ title: selectionTitle, actions: groups.selection }]),
      ...(groups.connection.length === 0 ? [] : [{ title: connectionGroup, actions: groups.connection }]),
    ];
    // Not before the picture, and not for each row that a held arrow key passes.
    const waiting = setTimeout(() => {
      const menu = titled.map(({ title, actions }) => ({
        title,
        actions: actions.map((action) => ({
          key: action.key,
          title: action.title,
          asks: action.asks,
          reason: reasonOf(action) ?? null,
        })),
      }));
      // Not before: until then the menu names what was selected before, and that is what is chosen there.
      shown.current = titled.map(({ actions }) => actions);
      void bridge.call('menu.showActions', { groups: menu });
    }, quiet);
    return () => clearTimeout(waiting);
  }, [bridge, groups.place, groups.selection, groups.connection, placeTitle, selectionTitle]);
  useEffect(
    () =>
      bridge.on('menu.actionChosen', ({ group, key }) => {
        const action = shown.current[group]?.find((candidate) => candidate.key === key);
        if (action !== undefined && reasonOf(action) === undefined && !isDialogOpen()) carryOut(action.choice);
      }),
    [bridge, carryOut],
  );
}

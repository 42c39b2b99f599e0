import { useCallback } from 'react';
import { useClusterAccess } from '../../lib/cluster-context';
import { clusterErrorOf } from '../../lib/bridge';
import { useWindowActions } from '../window-context';
import type { ActionChoice } from './actions';

/** Carries out what was chosen in the actions pane, a menu or with a key. */
export function useCarryOut(): (choice: ActionChoice) => void {
  const { client } = useClusterAccess();
  const actions = useWindowActions();
  return useCallback(
    (choice) => {
      switch (choice.kind) {
        case 'command':
          actions.choose(choice.command, choice.target);
          return;
        case 'tool':
          actions.openTool(choice.tool);
          return;
        case 'connection':
          actions.connection(choice.act, choice.connection);
          return;
        case 'connect':
          void actions.connectMachine(choice.machine);
          return;
        case 'refresh':
          client
            .refresh()
            .catch((cause: unknown) => actions.showError('The cluster could not be read anew.', clusterErrorOf(cause)));
          return;
      }
    },
    [actions, client],
  );
}

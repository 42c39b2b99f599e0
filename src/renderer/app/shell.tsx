import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useReducer, type ReactNode } from 'react';
import { useClusterAccess, useCluster, useReading } from '../lib/cluster-context';
import { usePaneLayout, useSettingsUpdates } from '../lib/settings';
import { Panes, type PaneDefinition } from '../ui/panes';
import { StatusBar } from './chrome/status-bar';
import { TrainingBanner } from './chrome/training-banner';
import { OpenDialogView } from './dialogs/open-dialog';
import { OpeningProblemDialog } from './dialogs/opening-problem';
import { Middle } from './places/middle';
import { Opening } from './places/opening';
import { usePlacePage } from './places/use-place-page';
import { ProblemsProvider } from './problems/problems-context';
import type { PlaceView } from './feature';
import type { Registry } from './registry';
import { RightColumn } from './right-column';
import { useActionMenu } from './actions/use-action-menu';
import { shellActions } from './shell-actions';
import { ShellContext, useShell } from './shell-context';
import { initialShellState, shellReducer } from './shell-state';
import { OutcomeToasts } from './tasks/outcome-toasts';
import { ClusterTree } from './tree/cluster-tree';
import { useMenuItems } from './use-menu-items';
import { usePaneKeys } from './use-pane-keys';
import { WindowContext } from './window-context';

const useStyles = makeStyles({
  window: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  panes: { flexGrow: 1, minHeight: 0 },
});

/** The window: banner, tree, place, details, actions, tasks, status bar. */
export function Shell({ registry }: { readonly registry: Registry }) {
  const access = useClusterAccess();
  const [state, dispatch] = useReducer(shellReducer, initialShellState);
  const shell = useMemo(() => ({ state, dispatch, registry }), [state, registry]);
  const actions = useMemo(() => shellActions(access, registry, dispatch), [access, registry]);
  return (
    <ShellContext value={shell}>
      <WindowContext value={actions}>
        <ProblemsProvider>
          {registry.around.reduceRight<ReactNode>(
            (inside, Around) => (
              <Around>{inside}</Around>
            ),
            <>
              <WindowFrame />
              <OpenDialogView />
              <OpeningProblemDialog />
            </>,
          )}
        </ProblemsProvider>
      </WindowContext>
    </ShellContext>
  );
}

function WindowFrame() {
  const styles = useStyles();
  const { connection } = useClusterAccess();
  const { state, dispatch, registry } = useShell();
  const loaded = useReading((reading) => reading.loaded);
  useSettingsUpdates();
  useMenuItems(dispatch);
  usePaneKeys();

  const definition = registry.places.get(state.place.kind);
  const gone = useCluster((view) => loaded && definition?.title(state.place, view) === undefined);
  useEffect(() => {
    if (gone) dispatch({ kind: 'navigated', place: { kind: 'cluster' }, row: undefined });
  }, [gone, dispatch]);

  return (
    <div className={styles.window}>
      {connection.capabilities.training ? <TrainingBanner /> : null}
      <main className={styles.panes}>
        {loaded && definition !== undefined ? <LoadedPanes definition={definition} /> : <Opening />}
      </main>
      {state.showsDetails ? null : <OutcomeToasts />}
      <StatusBar />
    </div>
  );
}

function LoadedPanes({ definition }: { readonly definition: PlaceView }) {
  const { state } = useShell();
  const page = usePlacePage(definition, '');
  useActionMenu(page.groups, page.title, page.row?.name);
  const panes: readonly PaneDefinition[] = [
    {
      id: 'tree',
      minSize: '150px',
      maxSize: '480px',
      defaultSize: '264px',
      fixed: true,
      content: <ClusterTree placeActions={page.groups.place} />,
    },
    {
      id: 'middle',
      minSize: '360px',
      label: 'Width of the tree',
      content: <Middle page={page} showsDetails={state.showsDetails} />,
    },
    {
      id: 'actions',
      minSize: '160px',
      maxSize: '480px',
      defaultSize: '244px',
      fixed: true,
      label: 'Width of the actions',
      content: <RightColumn page={page} />,
    },
  ];
  const shown = state.showsActions || state.panel !== null ? panes : panes.filter(({ id }) => id !== 'actions');
  const name = shown.map(({ id }) => id).join('-');
  const layout = usePaneLayout(name);
  return <Panes key={name} direction="horizontal" panes={shown} {...layout} />;
}

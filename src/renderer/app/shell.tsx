import { makeStyles, tokens, useFocusFinders } from '@fluentui/react-components';
import { useEffect, useMemo, useReducer, type ReactNode } from 'react';
import { ClusterProvider, type ClusterAccess, useClusterAccess, useCluster, useReading } from '../lib/cluster-context';
import { useClusters } from '../lib/clusters-context';
import { usePaneLayout, useSettingsUpdates } from '../lib/settings';
import { Panes, type PaneDefinition } from '../ui/panes';
import { StandingsProvider, useClusterName } from './clusters/standings-context';
import { StatusBar } from './chrome/status-bar';
import { TrainingBanner } from './chrome/training-banner';
import { OpenDialogView } from './dialogs/open-dialog';
import { OpeningProblemDialog } from './dialogs/opening-problem';
import { Middle } from './places/middle';
import { useTellingShownParts } from './places/shown-parts';
import { Waiting } from './places/waiting';
import { usePlacePage } from './places/use-place-page';
import type { PlaceView } from './feature';
import type { Registry } from './registry';
import { RightColumn } from './right-column';
import { useActionMenu } from './actions/use-action-menu';
import { shellActions } from './shell-actions';
import { ShellContext, useShell } from './shell-context';
import { initialShellState, shellReducer } from './shell-state';
import { OutcomeToasts } from './tasks/outcome-toasts';
import { ClusterTree } from './tree/cluster-tree';
import { useContentPainted } from './use-content-painted';
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

interface ShellProps {
  readonly registry: Registry;
  /** What the window shows first is on the screen. */
  readonly onContentPainted: () => void;
}

/** The window: banner, tree, place, details, actions, tasks, status bar. */
export function Shell({ registry, onContentPainted }: ShellProps) {
  const clusters = useClusters();
  // Fluent's keeper of the focus ends with its last user. If a modal dialog is that, what it hid stays hidden from
  // screen readers: a page without tabs and menus comes when a cluster is added. So the window uses it for good.
  useFocusFinders();
  const [state, dispatch] = useReducer(shellReducer, firstShown(clusters), initialShellState);
  // A connection that was removed while it was shown gives way to the first.
  const access = clusters.find(({ connection }) => connection.id === state.connection) ?? clusters[0];
  if (access === undefined) throw new Error('There is no cluster to show.');
  const shell = useMemo(() => ({ state, dispatch, registry }), [state, registry]);
  return (
    <ShellContext value={shell}>
      <ClusterProvider access={access}>
        <ClusterWindow registry={registry} onContentPainted={onContentPainted} />
      </ClusterProvider>
    </ShellContext>
  );
}

/** The real cluster that was opened at the start, if there is one; else what is first in the tree. */
function firstShown(clusters: readonly ClusterAccess[]): string {
  const real = clusters.find(({ connection }) => connection.open && !connection.capabilities.training);
  return (real ?? clusters[0])?.connection.id ?? '';
}

function ClusterWindow({ registry, onContentPainted }: ShellProps) {
  const access = useClusterAccess();
  const { dispatch } = useShell();
  const clusters = useClusters();
  const actions = useMemo(
    () => shellActions(access, clusters, registry, dispatch),
    [access, clusters, registry, dispatch],
  );
  return (
    <WindowContext value={actions}>
      <StandingsProvider>
        {registry.around.reduceRight<ReactNode>(
          (inside, Around) => (
            <Around>{inside}</Around>
          ),
          <>
            <WindowFrame onContentPainted={onContentPainted} />
            <OpenDialogView />
            <OpeningProblemDialog />
          </>,
        )}
      </StandingsProvider>
    </WindowContext>
  );
}

function WindowFrame({ onContentPainted }: Pick<ShellProps, 'onContentPainted'>) {
  const styles = useStyles();
  const { connection } = useClusterAccess();
  const { state, dispatch, registry } = useShell();
  const loaded = useReading((reading) => reading.loaded);
  useSettingsUpdates();
  useMenuItems(dispatch);
  usePaneKeys();
  // The training cluster is there in a moment; what a real one waits for is shown while it waits.
  useContentPainted(loaded || !connection.capabilities.training, onContentPainted);

  const definition = registry.places.get(state.place.kind);
  const gone = useCluster((view) => loaded && definition?.title(state.place, view) === undefined);
  useEffect(() => {
    if (gone) dispatch({ kind: 'navigated', connection: connection.id, place: { kind: 'cluster' }, row: undefined });
  }, [gone, connection.id, dispatch]);

  return (
    <div className={styles.window}>
      {connection.capabilities.training ? <TrainingBanner /> : null}
      <main className={styles.panes}>{definition === undefined ? null : <WindowPanes definition={definition} />}</main>
      <OutcomeToasts hidesTasks={!state.showsDetails} />
      <StatusBar />
    </div>
  );
}

function WindowPanes({ definition }: { readonly definition: PlaceView }) {
  const { state } = useShell();
  const { connection } = useClusterAccess();
  const loaded = useReading((reading) => reading.loaded);
  const { title } = useClusterName();
  useTellingShownParts(definition);
  const placePage = usePlacePage(definition, title);
  const page = loaded ? placePage : { ...placePage, title, row: undefined };
  useActionMenu(page.groups, page.title, page.row?.name);
  const panes: readonly PaneDefinition[] = [
    {
      id: 'tree',
      minSize: '150px',
      maxSize: '480px',
      defaultSize: '264px',
      fixed: true,
      content: <ClusterTree groups={page.groups} />,
    },
    {
      id: 'middle',
      minSize: '360px',
      label: 'Width of the tree',
      content: loaded ? (
        <Middle key={connection.id} page={page} showsDetails={state.showsDetails} />
      ) : (
        <Waiting key={connection.id} />
      ),
    },
    {
      id: 'actions',
      minSize: '160px',
      maxSize: '480px',
      defaultSize: '244px',
      fixed: true,
      label: 'Width of the actions',
      content: <RightColumn key={connection.id} page={page} />,
    },
  ];
  const shown = state.showsActions || state.panel !== null ? panes : panes.filter(({ id }) => id !== 'actions');
  const name = shown.map(({ id }) => id).join('-');
  const layout = usePaneLayout(name);
  return <Panes key={name} direction="horizontal" panes={shown} {...layout} />;
}

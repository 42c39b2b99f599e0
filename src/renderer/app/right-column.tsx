import { Suspense } from 'react';
import { useClusterAccess } from '../lib/cluster-context';
import { usePaneLayout } from '../lib/settings';
import { Panes, type PaneDefinition } from '../ui/panes';
import { ActionsPane } from './actions/actions-pane';
import type { PlacePageState } from './places/use-place-page';
import { useShell } from './shell-context';

/** The right of the window: the actions, and below them the tool that is open beside the work. */
export function RightColumn({ page }: { readonly page: PlacePageState }) {
  const { state, dispatch, registry } = useShell();
  const layout = usePaneLayout('actions-panel');
  const { training } = useClusterAccess().connection.capabilities;
  const tool = registry.tools.find(({ id, trainingOnly }) => id === state.panel && (training || trainingOnly !== true));
  const actions = <ActionsPane groups={page.groups} placeTitle={page.title} selectionTitle={page.row?.name} />;
  if (tool === undefined) return actions;
  const panel = (
    <div data-pane="panel" style={{ display: 'contents' }}>
      <Suspense>{tool.render({ onClose: () => dispatch({ kind: 'closedPanel' }) })}</Suspense>
    </div>
  );
  if (!state.showsActions) return panel;
  const panes: readonly PaneDefinition[] = [
    { id: 'actions', minSize: '90px', defaultSize: '40%', content: actions },
    { id: 'panel', minSize: '120px', label: `Height of ${tool.title}`, content: panel },
  ];
  return <Panes direction="vertical" panes={panes} {...layout} />;
}

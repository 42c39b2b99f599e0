import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useClusterAccess, useCluster } from '../../lib/cluster-context';
import { equalFields, equalLists } from '../../lib/equality';
import type { Point } from '../../ui/grid/grid';
import { Tree } from '../../ui/tree/tree';
import { LazyActionMenu } from '../actions/lazy-action-menu';
import type { Action } from '../actions/actions';
import { useCarryOut } from '../actions/use-carry-out';
import { useShortcuts } from '../actions/use-shortcuts';
import { placeKey } from '../places/place';
import { useProblemCounts } from '../problems/problems-context';
import { useShell } from '../shell-context';
import { clusterTreeItems, findItem } from './cluster-tree-items';
import { useUnseenEvents } from './use-unseen-events';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    outlineStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

const idAndName = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });

/** The left of the window: the cluster and its places, with counts of what is wrong. */
export function ClusterTree({ placeActions }: { readonly placeActions: readonly Action[] }) {
  const styles = useStyles();
  const { connection } = useClusterAccess();
  const { state, dispatch } = useShell();
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const carryOut = useCarryOut();
  const onKeyDown = useShortcuts(placeActions);
  const cluster = useCluster((view) => view.snapshot.cluster.name) || connection.name;
  const nodes = useCluster((view) => view.snapshot.nodes.map(idAndName), sameItems);
  const networks = useCluster((view) => view.snapshot.networks.map(idAndName), sameItems);
  const problems = useProblemCounts();
  const events = useUnseenEvents(state.place.kind === 'events');
  const items = clusterTreeItems({ cluster, nodes, networks }, { problems, events });

  const select = (id: string): void => {
    const found = findItem(items, id);
    if (found !== undefined) dispatch({ kind: 'navigated', place: found.place, row: undefined });
  };
  return (
    <nav aria-label="Clusters" data-pane="tree" tabIndex={-1} className={styles.pane} onKeyDown={onKeyDown}>
      <Tree
        name="Clusters"
        items={items}
        selected={placeKey(state.place)}
        onSelect={select}
        onContextMenu={(_id, at) => setMenuAt(at)}
      />
      {menuAt === null ? null : (
        <LazyActionMenu at={menuAt} groups={[placeActions]} onChoose={carryOut} onClose={() => setMenuAt(null)} />
      )}
    </nav>
  );
}

function sameItems<T extends object>(a: readonly T[], b: readonly T[]): boolean {
  return equalLists(a, b, equalFields);
}

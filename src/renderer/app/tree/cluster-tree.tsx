import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useClusterAccess } from '../../lib/cluster-context';
import type { Point } from '../../ui/grid/grid';
import { Tree } from '../../ui/tree/tree';
import { LazyActionMenu } from '../actions/lazy-action-menu';
import type { ActionGroups } from '../actions/use-actions';
import { useCarryOut } from '../actions/use-carry-out';
import { useShortcuts } from '../actions/use-shortcuts';
import { nameAlone } from '../clusters/cluster-names';
import { useClusterNames, useStandings } from '../clusters/standings-context';
import type { ClusterStanding } from '../clusters/cluster-standing';
import { useShell } from '../shell-context';
import { clusterTreeItem, findItem, treeItemId } from './cluster-tree-items';
import { TreeHead } from './tree-head';
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

/** The left of the window: the clusters and their places, with counts of what is wrong. */
export function ClusterTree({ groups }: { readonly groups: ActionGroups }) {
  const styles = useStyles();
  const { connection } = useClusterAccess();
  const { state, dispatch } = useShell();
  const pane = useRef<HTMLElement>(null);
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const carryOut = useCarryOut();
  const onKeyDown = useShortcuts(groups.place);
  const standings = useStandings();
  const names = useClusterNames();
  const unseen = useUnseenEvents(standings, state.place.kind === 'events' ? connection.id : null);
  const nameOf = ({ access, own }: ClusterStanding) =>
    names.get(access.connection.id) ?? nameAlone({ connection: access.connection, own });
  const items = standings.map((standing) => clusterTreeItem(standing, nameOf(standing), unseen(standing)));

  const select = (id: string): void => {
    const found = findItem(items, id);
    if (found === undefined) return;
    dispatch({ kind: 'navigated', connection: found.connection, place: found.place, row: undefined });
  };
  const connectHere = (id: string): void => {
    const connect = groups.connection.find(({ choice }) => choice.kind === 'connection' && choice.act === 'open');
    if (id === treeItemId(connection.id, { kind: 'cluster' }) && connect?.availability.available === true) {
      carryOut(connect.choice);
    }
  };
  const begun = useRef(false);
  // After the start nothing has the focus, and the keyboard would lead nowhere. What has the focus is shown, so it is given
  // only to what is shown already, which can stand in the tree later than the rest.
  useEffect(() => {
    if (begun.current) return;
    const shown = pane.current?.querySelector<HTMLElement>('[role="treeitem"][aria-selected="true"]') ?? null;
    begun.current = shown !== null;
    if (document.activeElement === null || document.activeElement === document.body) shown?.focus();
  });

  return (
    <nav ref={pane} aria-label="Clusters" data-pane="tree" tabIndex={-1} className={styles.pane} onKeyDown={onKeyDown}>
      <TreeHead />
      <Tree
        name="Clusters"
        items={items}
        selected={treeItemId(connection.id, state.place)}
        onSelect={select}
        onContextMenu={(_id, at) => setMenuAt(at)}
        onActivate={connectHere}
      />
      {menuAt === null ? null : (
        <LazyActionMenu
          at={menuAt}
          groups={[groups.place, groups.connection]}
          onChoose={carryOut}
          onClose={() => setMenuAt(null)}
        />
      )}
    </nav>
  );
}

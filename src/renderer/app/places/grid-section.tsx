import { useState } from 'react';
import { useColumnWidths } from '../../lib/settings';
import { Grid, type Point } from '../../ui/grid/grid';
import type { GridRow } from '../../ui/grid/grid-types';
import { LazyActionMenu } from '../actions/lazy-action-menu';
import type { Action } from '../actions/actions';
import { useCarryOut } from '../actions/use-carry-out';
import { useShortcuts } from '../actions/use-shortcuts';
import type { PlaceGrid } from '../feature';
import type { PlaceKind } from './place';

interface GridSectionProps {
  readonly kind: PlaceKind;
  readonly title: string;
  readonly definition: PlaceGrid;
  readonly rows: readonly GridRow[];
  /** Whether a filter hides some. */
  readonly filtered: boolean;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** Of the selected row. */
  readonly actions: readonly Action[];
}

/** The grid of a place with its menu and the keys of the selected object's actions. */
export function GridSection(props: GridSectionProps) {
  const { kind, title, definition, rows, filtered, selected, onSelect, actions } = props;
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const widths = useColumnWidths(kind);
  const carryOut = useCarryOut();
  const onKeyDown = useShortcuts(actions);

  const activate = (row: GridRow): void => {
    const command = definition.defaultCommand?.(row);
    const action = actions.find(({ choice }) => choice.kind === 'command' && choice.command === command);
    if (action?.availability.available === true) carryOut(action.choice);
    else document.querySelector<HTMLElement>('[data-pane="details"] [role="tab"][aria-selected="true"]')?.focus();
  };

  return (
    <div style={{ display: 'contents' }} onKeyDown={onKeyDown}>
      <Grid
        key={title}
        name={title}
        rows={rows}
        columns={definition.columns}
        defaultSort={definition.defaultSort}
        emptyText={filtered ? 'Nothing matches the filter.' : definition.emptyText}
        selected={selected}
        onSelect={onSelect}
        selectsFirst
        onActivate={activate}
        onContextMenu={(_row, at) => setMenuAt(at)}
        {...widths}
      />
      {menuAt === null ? null : (
        <LazyActionMenu at={menuAt} groups={[actions]} onChoose={carryOut} onClose={() => setMenuAt(null)} />
      )}
    </div>
  );
}

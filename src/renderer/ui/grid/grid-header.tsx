import { mergeClasses } from '@fluentui/react-components';
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up';
import type { KeyboardEvent } from 'react';
import { useGridStyles } from './grid-styles';
import type { GridColumn, GridRow } from './grid-types';
import type { GridTable } from './use-grid-table';

const keyboardStep = 16;

interface GridHeaderProps<Row extends GridRow> {
  readonly table: GridTable<Row>;
  readonly columns: readonly GridColumn<Row>[];
  readonly sort: { readonly id: string; readonly desc: boolean } | undefined;
  readonly setWidth: (column: string, width: number | null) => void;
  /** Gives the focus back to the rows. */
  readonly leave: () => void;
}

/** The header: a click or Enter sorts; arrows go from column to column; dragging or Shift+arrows change a width. */
export function GridHeader<Row extends GridRow>({ table, columns, sort, setWidth, leave }: GridHeaderProps<Row>) {
  const styles = useGridStyles();
  const headers = table.getFlatHeaders();

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, column: GridColumn<Row>): void => {
    const cell = event.currentTarget;
    const grow = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'Enter' || event.key === ' ') table.getColumn(column.id)?.toggleSorting();
    else if (event.key === 'ArrowDown' || event.key === 'Escape') leave();
    else if (grow !== 0 && event.shiftKey) setWidth(column.id, cell.offsetWidth + grow * keyboardStep);
    else if (grow !== 0) focusCell(grow > 0 ? cell.nextElementSibling : cell.previousElementSibling);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.line}>
        {columns.map((column, index) => {
          const header = headers.find(({ id }) => id === column.id);
          if (header === undefined) return null;
          const sorted = sort?.id === column.id ? sort : undefined;
          const resize = header.getResizeHandler();
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={sorted === undefined ? 'none' : sorted.desc ? 'descending' : 'ascending'}
              tabIndex={-1}
              className={mergeClasses(styles.headCell, column.align === 'end' && styles.headEnd)}
              onClick={() => table.getColumn(column.id)?.toggleSorting()}
              onKeyDown={(event) => onKeyDown(event, column)}
            >
              <span className={styles.headText}>{column.title}</span>
              {sorted === undefined ? null : sorted.desc ? (
                <ArrowDown12Regular aria-hidden />
              ) : (
                <ArrowUp12Regular aria-hidden />
              )}
              <span
                aria-hidden
                className={mergeClasses(styles.handle, header.column.getIsResizing() && styles.handleActive)}
                onMouseDown={resize}
                onTouchStart={resize}
                onClick={(event) => event.stopPropagation()}
                onDoubleClick={() => setWidth(column.id, null)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function focusCell(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus();
}

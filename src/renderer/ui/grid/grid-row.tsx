import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import { cellText } from './filter';
import { useGridStyles } from './grid-styles';
import type { GridColumn, GridRow } from './grid-types';

interface GridRowProps {
  readonly id: string;
  readonly row: GridRow;
  readonly columns: readonly GridColumn<GridRow>[];
  /** From 0, without the header. */
  readonly index: number;
  /** Pixels from the top of the rows. */
  readonly top: number;
  readonly selected: boolean;
}

function GridRowBase({ id, row, columns, index, top, selected }: GridRowProps) {
  const styles = useGridStyles();
  return (
    <div
      id={id}
      role="row"
      aria-label={row.name}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-row={row.id}
      className={mergeClasses(styles.line, styles.row, selected && styles.selected)}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, at) => {
        const exact = column.tooltip?.(row);
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={at + 1}
            className={mergeClasses(
              styles.cell,
              column.align === 'end' && styles.end,
              column.id === 'name' && styles.name,
            )}
            title={exact}
            data-exact={exact === undefined ? undefined : ''}
          >
            {column.render === undefined ? cellText(column, row) : column.render(row)}
          </div>
        );
      })}
    </div>
  );
}

/** A row; renders again only when its object, its place or its selection changed. */
export const GridRowView = memo(GridRowBase);

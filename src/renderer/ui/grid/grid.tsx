import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { EmptyState } from '../empty-state';
import { fittingColumns, lineEnd } from './fitting-columns';
import { GridHeader } from './grid-header';
import { GridRowView } from './grid-row';
import { rowHeight, useGridStyles } from './grid-styles';
import type { GridColumn, GridRow, GridSort } from './grid-types';
import { findByTyping, movedIndex, typeLetter, type TypedName } from './keyboard';
import { useGridTable } from './use-grid-table';
import { useWidth } from './use-width';

/** A point in the window, for menus. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface GridProps<Row extends GridRow> {
  /** The accessible name. */
  readonly name: string;
  /** Keep the same object for a row that did not change. */
  readonly rows: readonly Row[];
  /** Keep the same list. */
  readonly columns: readonly GridColumn<Row>[];
  readonly emptyText: string;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** Selects the first row when none of the rows is selected. */
  readonly selectsFirst?: true;
  readonly defaultSort?: GridSort;
  /** Enter or a double click. */
  readonly onActivate?: (row: Row) => void;
  /** A right click, Shift+F10 or the menu key. The row is selected before. */
  readonly onContextMenu?: (row: Row, at: Point) => void;
  /** Widths that the user chose, by column. */
  readonly widths?: Readonly<Record<string, number>> | undefined;
  readonly onWidthsChange?: (widths: Readonly<Record<string, number>>) => void;
}

/** Pixels; that of window.css, with a little air. */
const scrollBarWidth = 12;

/** Rows that are rendered above and below those in sight. */
const overscan = 5;

/** A grid of rows with one selected. Only the rows in sight are rendered. Other keys go on to whoever is around it. */
export function Grid<Row extends GridRow>(props: GridProps<Row>) {
  const { name, rows: data, columns: all, emptyText, selected, onSelect, defaultSort, widths, onWidthsChange } = props;
  const { onActivate, onContextMenu, selectsFirst } = props;
  const styles = useGridStyles();
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef<TypedName>({ text: '', at: 0 });
  const { table, rows, sort, setWidth } = useGridTable({
    rows: data,
    columns: all,
    defaultSort,
    widths,
    onWidthsChange,
  });
  const width = useWidth(scroller);
  const chosen = table.state.columnSizing;
  const columns = useMemo(() => {
    // No column leaves or comes because a scroll bar does.
    const room = width === null ? null : width - scrollBarWidth;
    return fittingColumns(all, room, chosen, sort?.id);
  }, [all, width, chosen, sort?.id]);
  const selectedIndex = selected === null ? -1 : rows.findIndex((row) => row.id === selected);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
    // The selected row stays rendered, because the grid names it as its active descendant.
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), selectedIndex),
  });

  const reveal = (index: number): void => {
    const { scrollOffset, scrollRect } = virtualizer;
    const top = index * rowHeight - (scrollOffset ?? 0);
    // The library would ask the browser for a layout first, at each arrow key.
    const isInSight = scrollRect !== null && top >= 0 && top + 2 * rowHeight <= scrollRect.height;
    if (!isInSight) virtualizer.scrollToIndex(index, { align: 'auto' });
  };

  useEffect(() => {
    if (selectedIndex >= 0) reveal(selectedIndex);
    // Only a new selection scrolls: a row that moves while it is watched must not pull the grid along.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  const first = selectsFirst === true && selectedIndex < 0 ? rows[0]?.id : undefined;
  useEffect(() => {
    if (first !== undefined) onSelect(first);
    // Once for each first row, whatever the handler is now.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [first]);

  const select = (index: number | undefined): void => {
    const row = index === undefined ? undefined : rows[index];
    if (row === undefined || index === undefined) return;
    onSelect(row.id);
    reveal(index);
  };

  const openMenu = (index: number, at?: Point): void => {
    const row = rows[index];
    if (row === undefined || onContextMenu === undefined) return;
    const box = document.getElementById(prefix + row.id)?.getBoundingClientRect();
    onContextMenu(row, at ?? { x: (box?.left ?? 0) + 40, y: box?.bottom ?? 0 });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== scroller.current) return;
    const page = Math.max(1, Math.floor(scroller.current.clientHeight / rowHeight) - 2);
    const current = rows[selectedIndex];
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const moved = plain ? movedIndex(event.key, selectedIndex, rows.length, page) : undefined;
    if (event.key === 'ArrowUp' && selectedIndex <= 0) focusHeader(scroller.current);
    else if (moved !== undefined) select(moved);
    else if (event.key === 'Enter' && plain && current !== undefined && onActivate !== undefined) onActivate(current);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(selectedIndex);
    else if (plain && event.key.length === 1 && (event.key !== ' ' || typed.current.text !== '')) {
      typed.current = typeLetter(typed.current, event.key, event.timeStamp);
      select(findByTyping(rows, selectedIndex, typed.current));
    } else if (event.key !== ' ') return;
    event.preventDefault();
  };

  const indexAt = (event: MouseEvent): number => {
    const id = event.target instanceof Element ? event.target.closest('[data-row]')?.getAttribute('data-row') : null;
    return rows.findIndex((row) => row.id === id);
  };

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        role="grid"
        aria-label={name}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={selectedIndex < 0 ? undefined : prefix + (selected ?? '')}
        tabIndex={0}
        className={styles.grid}
        style={columnStyle(columns, chosen)}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          const index = indexAt(event);
          if (index >= 0) onSelect(rows[index]?.id ?? '');
        }}
        onDoubleClick={(event) => {
          const row = rows[indexAt(event)];
          if (row !== undefined) onActivate?.(row);
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          // The keyboard's own way here was taken in onKeyDown.
          if (event.button === 2 || event.ctrlKey) openMenu(indexAt(event), { x: event.clientX, y: event.clientY });
        }}
        onMouseOver={showCutOffText}
        onMouseOut={hideCutOffText}
      >
        <GridHeader
          table={table}
          columns={columns}
          sort={sort}
          setWidth={setWidth}
          leave={() => scroller.current?.focus()}
        />
        <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {slotted(virtualizer.getVirtualItems(), virtualizer.scrollRect?.height ?? 0).map(({ item, slot }) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <GridRowView
                key={slot}
                id={prefix + row.id}
                row={row}
                columns={columns}
                index={item.index}
                top={item.start - rowHeight}
                selected={item.index === selectedIndex}
              />
            );
          })}
        </div>
        {rows.length === 0 ? <EmptyState>{emptyText}</EmptyState> : null}
      </div>
    </div>
  );
}

/** Gives a line the elements of one that left the sight, instead of making them anew at each step of scrolling. */
function slotted(
  items: readonly VirtualItem[],
  height: number,
): readonly { readonly item: VirtualItem; readonly slot: string }[] {
  // As many as can be rendered one below the other at this height, wherever the rows stand.
  const slots = Math.ceil(height / rowHeight) + 2 * overscan + 2;
  const taken = new Set<number>();
  return items.map((item) => {
    const slot = item.index % slots;
    const isFree = !taken.has(slot);
    taken.add(slot);
    // The selected line stays rendered out of sight, where its slot may be that of another.
    return { item, slot: isFree ? String(slot) : 'apart' };
  });
}

function withIndex(indexes: number[], index: number): number[] {
  return index < 0 || indexes.includes(index) ? indexes : [...indexes, index].sort((a, b) => a - b);
}

/** Pixels that a growing column keeps where there is no room. */
const growingMinimum = 120;

function columnStyle<Row extends GridRow>(
  columns: readonly GridColumn<Row>[],
  chosen: Readonly<Record<string, number>>,
): CSSProperties {
  // A column that grows may shrink too, until the user gives it a width.
  const widths = columns.map(({ id, width, grows }) => chosen[id] ?? (grows ? Math.min(width, growingMinimum) : width));
  const template = columns.map(({ grows }, at) => (grows ? `minmax(${widths[at]}px, 1fr)` : `${widths[at]}px`));
  const total = widths.reduce((sum, width) => sum + width, lineEnd);
  return { ['--grid-columns' as string]: template.join(' '), ['--grid-width' as string]: `${total}px` };
}

function focusHeader(grid: HTMLElement): void {
  grid.querySelector<HTMLElement>('[role="columnheader"]')?.focus();
}

/** Gives a cell whose text is cut off a tooltip with all of it, as long as the pointer is there. */
function showCutOffText(event: MouseEvent): void {
  const cell = cellAt(event);
  if (cell === null) return;
  const parts = [cell, ...cell.querySelectorAll('*')];
  if (parts.some((part) => part.scrollWidth > part.clientWidth)) cell.title = cell.textContent;
}

function hideCutOffText(event: MouseEvent): void {
  cellAt(event)?.removeAttribute('title');
}

/** The cell under the pointer that has no tooltip of its own. */
function cellAt({ target }: MouseEvent): HTMLElement | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role="gridcell"]') : null;
  return cell?.dataset['exact'] === undefined ? cell : null;
}

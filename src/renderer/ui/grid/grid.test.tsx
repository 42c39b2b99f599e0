import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { giveElementsSize } from '../../../../tests/support/layout';
import { Grid, type GridProps } from './grid';
import type { GridColumn, GridRow } from './grid-types';

interface Machine extends GridRow {
  readonly memory: number | null;
}

const columns: readonly GridColumn<Machine>[] = [
  { id: 'name', title: 'Name', width: 100, value: (row) => row.name },
  { id: 'memory', title: 'Memory', width: 100, align: 'end', value: (row) => row.memory },
];

const machines = (count: number): readonly Machine[] =>
  Array.from({ length: count }, (_, index) => ({ id: `id-${index}`, name: `VM${index}`, memory: count - index }));

function Example(props: Partial<GridProps<Machine>>) {
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <FluentProvider theme={webLightTheme}>
      <Grid
        name="Machines"
        rows={machines(3)}
        columns={columns}
        emptyText="There are no machines."
        selected={selected}
        onSelect={setSelected}
        {...props}
      />
    </FluentProvider>
  );
}

const grid = () => screen.getByRole('grid', { name: 'Machines' });
const names = () =>
  within(grid())
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.getAttribute('aria-label'));
const selectedRow = () =>
  within(grid())
    .queryAllByRole('row')
    .find((row) => row.getAttribute('aria-selected') === 'true')
    ?.getAttribute('aria-label');

beforeAll(() => giveElementsSize());
afterEach(cleanup);

describe('grid', () => {
  it('says how many rows and columns it has, and what it holds', () => {
    render(<Example />);
    expect(grid().getAttribute('aria-rowcount')).toBe('4');
    expect(screen.getByRole('row', { name: 'VM1' }).getAttribute('aria-rowindex')).toBe('3');
    expect(screen.getByRole('columnheader', { name: 'Memory' })).toBeTruthy();
  });

  it('renders only the rows in sight of very many', () => {
    render(<Example rows={machines(8000)} />);
    expect(grid().getAttribute('aria-rowcount')).toBe('8001');
    expect(names().length).toBeLessThan(60);
  });

  it('moves the selection with the keyboard and names the row as its active descendant', async () => {
    render(<Example rows={machines(100)} defaultSort={{ column: 'name', descending: false }} />);
    act(() => grid().focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(selectedRow()).toBe('VM0');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(selectedRow()).toBe('VM1');
    expect(
      document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label'),
    ).toBe('VM1');
    await userEvent.keyboard('{End}');
    expect(selectedRow()).toBe('VM99');
    await userEvent.keyboard('{Home}{PageDown}');
    expect(selectedRow()).toBe('VM19');
  });

  it('finds a row by its first letters', async () => {
    const rows = ['SQL-01', 'FS-1', 'WEB-01', 'WEB-02'].map((name) => ({ id: name, name, memory: 1 }));
    render(<Example rows={rows} />);
    act(() => grid().focus());
    await userEvent.keyboard('web-02');
    expect(selectedRow()).toBe('WEB-02');
  });

  it('sorts by a column, naturally, with nothing last in both directions', async () => {
    const rows = [10, 2, null, 1].map((memory, index) => ({ id: String(index), name: `Node${memory ?? 'X'}`, memory }));
    render(<Example rows={rows} defaultSort={{ column: 'name', descending: false }} />);
    expect(names()).toEqual(['Node1', 'Node2', 'Node10', 'NodeX']);
    const header = screen.getByRole('columnheader', { name: 'Memory' });
    await userEvent.click(header);
    expect(header.getAttribute('aria-sort')).toBe('ascending');
    expect(names()).toEqual(['Node1', 'Node2', 'Node10', 'NodeX']);
    await userEvent.click(header);
    expect(header.getAttribute('aria-sort')).toBe('descending');
    expect(names()).toEqual(['Node10', 'Node2', 'Node1', 'NodeX']);
  });

  it('reaches the header with the arrow up, sorts with Enter and comes back', async () => {
    render(<Example />);
    act(() => grid().focus());
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{ArrowRight}{Enter}');
    expect(screen.getByRole('columnheader', { name: 'Memory' }).getAttribute('aria-sort')).toBe('ascending');
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(grid());
  });

  it('keeps the selection on its object when the order changes', async () => {
    const { rerender } = render(<Example />);
    await userEvent.click(screen.getByRole('row', { name: 'VM1' }));
    rerender(<Example rows={[...machines(3)].reverse()} />);
    expect(selectedRow()).toBe('VM1');
  });

  it('opens by Enter and by a double click, and its menu by Shift+F10 and a right click', async () => {
    const happened: string[] = [];
    render(
      <Example
        onActivate={(row) => happened.push(`open ${row.name}`)}
        onContextMenu={(row) => happened.push(`menu ${row.name}`)}
      />,
    );
    const row = screen.getByRole('row', { name: 'VM1' });
    await userEvent.click(row);
    await userEvent.keyboard('{Enter}{Shift>}{F10}{/Shift}');
    await userEvent.dblClick(row);
    await userEvent.pointer({ keys: '[MouseRight]', target: screen.getByRole('row', { name: 'VM2' }) });
    expect(happened).toEqual(['open VM1', 'menu VM1', 'open VM1', 'menu VM2']);
    expect(selectedRow()).toBe('VM2');
  });

  it('says what it means that there is nothing', () => {
    render(<Example rows={[]} />);
    expect(screen.getByText('There are no machines.')).toBeTruthy();
  });
});

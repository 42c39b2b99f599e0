import { expect, it } from 'vitest';
import { fittingColumns } from './fitting-columns';
import type { GridColumn, GridRow } from './grid-types';

const column = (id: string, width: number, more: Partial<GridColumn<GridRow>> = {}): GridColumn<GridRow> => ({
  ...{ id, title: id, width, value: () => null },
  ...more,
});

const columns = [
  column('name', 100),
  column('type', 120, { yields: 2 }),
  column('memory', 80, { yields: 1 }),
  column('information', 240, { grows: true }),
];

const shown = (width: number | null, widths = {}, sort?: string) =>
  fittingColumns(columns, width, widths, sort).map(({ id }) => id);

it('shows all where there is room, and before the room is known', () => {
  expect(shown(548)).toEqual(['name', 'type', 'memory', 'information']);
  expect(shown(null)).toEqual(['name', 'type', 'memory', 'information']);
});

it('lets columns go one after the other, until the rest has the room that it needs', () => {
  expect(shown(547)).toEqual(['name', 'memory', 'information']);
  expect(shown(427)).toEqual(['name', 'information']);
  expect(shown(50)).toEqual(['name', 'information']);
});

it('keeps a column that the user gave a width or sorts by', () => {
  expect(shown(500, { type: 130 })).toEqual(['name', 'type', 'information']);
  expect(shown(500, {}, 'type')).toEqual(['name', 'type', 'information']);
  expect(shown(420, { type: 130 }, 'memory')).toEqual(['name', 'type', 'memory', 'information']);
});

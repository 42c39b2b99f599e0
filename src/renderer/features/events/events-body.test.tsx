import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EventPage, QueryInput } from '#shared/contract/queries';
import type { ClusterEvent } from '#shared/model/cluster-event';
import { success } from '#shared/model/result';
import { clusterWindow, type ClusterWindow } from '../../../../tests/support/cluster-window';
import { giveElementsSize } from '../../../../tests/support/layout';
import { sampleEvent } from '../../../../tests/support/sample-objects';
import { EventsBody } from './events-body';

beforeAll(() => giveElementsSize());
afterEach(cleanup);

const log: readonly ClusterEvent[] = [
  sampleEvent({ sequence: 1, id: 1062, level: 'information', message: 'Demo1 joined.' }),
  sampleEvent({ sequence: 2, id: 1135, level: 'critical', message: 'Demo2 left.', time: 61_000 }),
];

/** Answers as a backend with these events does, `limit` of them a page. */
function page(events: readonly ClusterEvent[], input: QueryInput<'events'>, limit = 10): EventPage {
  const older = events.filter(
    ({ sequence, level }) => sequence < (input.before ?? Infinity) && (input.levels?.includes(level) ?? true),
  );
  const newest = [...older].sort((a, b) => b.sequence - a.sequence);
  const found = newest.slice(0, limit);
  const next = newest.length > limit ? (found.at(-1)?.sequence ?? null) : null;
  return { events: found, next, lookedBackTo: null, gaps: [] };
}

function open(limit?: number): ClusterWindow {
  const shown = clusterWindow();
  shown.bridge.answer('cluster.query', ({ input }) => success(page(log, input as QueryInput<'events'>, limit)));
  render(<EventsBody />, { wrapper: shown.wrapper });
  return shown;
}

const rows = (): readonly (string | null)[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.getAttribute('aria-label'));

describe('Cluster events', () => {
  it('lists the newest first, with level, time and number', async () => {
    open();
    const newest = await screen.findByRole('row', { name: 'Event 1135' });
    expect(rows()).toEqual(['Event 1135', 'Event 1062']);
    expect(newest.textContent).toContain('Critical');
    expect(newest.textContent).toContain('Day 1, 00:01:01');
  });

  it('adds what happens meanwhile, each event once', async () => {
    const { bridge } = open();
    await screen.findByRole('row', { name: 'Event 1135' });
    const known = log.filter(({ sequence }) => sequence === 2);
    const live = [...known, sampleEvent({ sequence: 3, id: 1069, time: 62_000 })];
    act(() => bridge.tell({ kind: 'events', events: live }));
    expect(rows()).toEqual(['Event 1069', 'Event 1135', 'Event 1062']);
  });

  it('asks for one level and hides others that come', async () => {
    const { bridge } = open();
    await screen.findByRole('row', { name: 'Event 1062' });
    const levels = within(screen.getByRole('group', { name: 'Levels that are shown' }));
    expect(levels.getAllByRole('checkbox', { checked: true })).toHaveLength(4);
    await userEvent.click(levels.getByRole('checkbox', { name: 'Information' }));
    expect(levels.getByRole('checkbox', { checked: false })).toBe(levels.getByLabelText('Information'));
    act(() => bridge.tell({ kind: 'events', events: [sampleEvent({ sequence: 4, level: 'information', id: 1204 })] }));
    await screen.findByRole('row', { name: 'Event 1135' });
    expect(rows()).toEqual(['Event 1135']);
  });

  it('filters by words as every grid does', async () => {
    open();
    await screen.findByRole('row', { name: 'Event 1135' });
    await userEvent.type(screen.getByRole('searchbox', { name: 'Filter' }), 'id:1062');
    expect(rows()).toEqual(['Event 1062']);
  });

  it('loads older pages', async () => {
    open(1);
    await screen.findByRole('row', { name: 'Event 1135' });
    await userEvent.click(screen.getByRole('button', { name: 'Load older events' }));
    expect(await screen.findByRole('row', { name: 'Event 1062' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Load older events' })).toBeNull();
  });

  it('says how far back it looked, what is missing, and that it is reading', async () => {
    const shown = clusterWindow();
    const newest = log.at(-1);
    let answerOlder: (page: EventPage) => void = () => undefined;
    shown.bridge.answer('cluster.query', ({ input }) => {
      const { before } = input as QueryInput<'events'>;
      if (before === undefined)
        return success<EventPage>({
          events: newest === undefined ? [] : [newest],
          next: 2,
          lookedBackTo: 61_000,
          gaps: [],
        });
      return new Promise((resolve) => (answerOlder = (page) => resolve(success(page))));
    });
    render(<EventsBody />, { wrapper: shown.wrapper });
    expect(await screen.findByText('Looked back to Day 1, 00:01:01')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Load older events' }));
    const reading = await screen.findByRole('button', { name: 'Reading older events' });
    expect(reading.getAttribute('aria-disabled')).toBe('true');
    await act(async () => {
      answerOlder({
        events: [],
        next: 0,
        lookedBackTo: 1000,
        gaps: ['Demo2 did not tell its older events: It hangs.'],
      });
      await Promise.resolve();
    });
    expect(await screen.findByText('Looked back to Day 1, 00:00:01')).toBeTruthy();
    expect(screen.getByText(/Demo2 did not tell its older events: It hangs\./)).toBeTruthy();
    expect(rows()).toEqual(['Event 1135']);
  });

  it('puts what a node told late where it belongs by its time', async () => {
    const { bridge } = open();
    await screen.findByRole('row', { name: 'Event 1135' });
    act(() => bridge.tell({ kind: 'events', events: [sampleEvent({ sequence: 3, id: 1069, time: 60_500 })] }));
    expect(rows()).toEqual(['Event 1135', 'Event 1069', 'Event 1062']);
  });

  it('shows all of the selected one and leads to its object', async () => {
    const { asked } = open();
    await userEvent.click(await screen.findByRole('row', { name: 'Event 1135' }));
    expect(screen.getByRole('region', { name: 'Details' }).textContent).toContain('Demo2 left.');
    await userEvent.click(screen.getByRole('button', { name: 'SQL-01' }));
    expect(asked).toContainEqual(['reveal', { kind: 'role', name: 'SQL-01' }]);
  });

  it('exports what is shown', async () => {
    const { bridge } = open();
    await screen.findByRole('row', { name: 'Event 1135' });
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    const saved = bridge.calls.find(({ name }) => name === 'file.save')?.input;
    expect(saved).toMatchObject({ type: 'csv', suggestedName: 'HVCLUSTER events.csv' });
    expect(saved).toHaveProperty('content', expect.stringContaining('Demo2 left.'));
  });
});

import { describe, expect, test } from 'vitest';
import { clusterView } from '#shared/model/cluster-view';
import type { ClusterEvent } from '#shared/model/cluster-event';
import { sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import { createEventLog } from './event-log';
import { eventRow, type EventRow } from './rows/event-row';

const minute = 60_000;

function row(record: number, time: number, values: { readonly [field: string]: unknown } = {}): EventRow {
  return eventRow.parse({
    RecordId: String(record),
    TimeCreated: new Date(time).toISOString(),
    Id: 1069,
    Level: 2,
    LogName: 'System',
    ProviderName: 'Microsoft-Windows-FailoverClustering',
    Message: "Cluster resource 'Quorum' of type 'Physical Disk' in clustered role 'Cluster Group' failed.",
    Values: [],
    ...values,
  });
}

function log(most?: number) {
  const told: ClusterEvent[] = [];
  const view = clusterView(sampleSnapshot());
  const made = createEventLog({
    view: () => view,
    tell: (events) => told.push(...events),
    ...(most !== undefined && { most }),
  });
  return { log: made, told };
}

/** So many events in a row, a minute apart; the record of each is its minute. */
function rows(first: number, last: number): readonly EventRow[] {
  return Array.from({ length: last - first + 1 }, (_, place) => row(first + place, (first + place) * minute));
}

const nobody: ReadonlySet<string> = new Set();
const minutes = (events: readonly ClusterEvent[]) => events.map(({ node, time }) => [node, time / minute] as const);

describe('the log of all nodes', () => {
  test('tells the first events of all nodes in order of time, then what comes as it comes', () => {
    const { log: events, told } = log();
    events.add('Demo2', [row(8, 2 * minute), row(7, minute)]);
    events.add('Demo1', [row(3, 3 * minute), row(2, minute)]);
    expect(told).toEqual([]);
    events.open();
    expect(told.map(({ node, time, sequence }) => [sequence, node, time / minute])).toEqual([
      [1, 'Demo1', 1],
      [2, 'Demo2', 1],
      [3, 'Demo2', 2],
      [4, 'Demo1', 3],
    ]);
    events.add('Demo2', [row(9, 2.5 * minute)]);
    expect(told.at(-1)).toMatchObject({ sequence: 5, node: 'Demo2' });
    expect(events.events).toEqual(told);
  });

  test('takes each event once, also when pages overlap, and says from where to read on', () => {
    const { log: events, told } = log();
    events.open();
    expect(events.since('Demo1')).toEqual({});
    expect(events.add('Demo1', [row(1, minute), row(2, minute)])).toBe(2);
    expect(events.since('demo1')).toEqual({ System: '1970-01-01T00:01:00.000Z' });
    expect(events.add('DEMO1', [row(1, minute), row(2, minute), row(3, minute)])).toBe(1);
    expect(told.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  test('goes on after a log was cleared and counts from one again', () => {
    const { log: events } = log();
    events.open();
    events.add('Demo1', [row(900, minute)]);
    expect(events.add('Demo1', [row(1, 2 * minute)])).toBe(1);
    expect(events.add('Demo1', [row(2, 2 * minute)])).toBe(1);
  });

  test('finds the object that an event is about by its values, else by the names in its text', () => {
    const { log: events, told } = log();
    events.open();
    events.add('Demo1', [row(1, 1), row(2, 2, { Values: ['nobody', 'demo2'] }), row(3, 3, { Message: 'Nothing.' })]);
    expect(told.map(({ subject }) => subject)).toEqual([
      { kind: 'resource', name: 'Quorum' },
      { kind: 'node', name: 'demo2' },
      null,
    ]);
  });
});

describe('the past', () => {
  test('is told as far as every node was read: what is older waits, and takes its place when it is looked for', () => {
    const { log: events, told } = log();
    events.add('Demo1', rows(1001, 1200));
    events.add('Demo2', [row(3, 500 * minute), row(4, 1150 * minute)]);
    events.open();
    expect(told).toHaveLength(201);
    expect(minutes(told.slice(0, 1))).toEqual([['Demo1', 1001]]);
    expect(events.older).toEqual({ before: 1, downTo: 1001 * minute });

    const [wanted] = events.wanted(nobody);
    expect(wanted).toEqual({ node: 'Demo1', before: { System: { time: 1001 * minute, record: 1001 } } });
    if (wanted !== undefined) events.addOlder(wanted, rows(401, 600));
    const older = events.goBack(nobody);
    expect(minutes(older.slice(99, 102))).toEqual([
      ['Demo1', 501],
      ['Demo2', 500],
      ['Demo1', 500],
    ]);
    expect(older.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 201 }, (_, place) => 0 - place));
    expect(events.events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 402 }, (_, at) => at - 200));
    expect(told).toHaveLength(201);
  });

  test('ends where a node has fewer than were asked for', () => {
    const { log: events } = log();
    events.open();
    events.add('Demo1', rows(11, 210));
    const [wanted] = events.wanted(nobody);
    if (wanted !== undefined) events.addOlder(wanted, rows(1, 10));
    expect(events.goBack(nobody)).toHaveLength(10);
    expect(events.older).toBeNull();
    expect(events.wanted(nobody)).toEqual([]);
  });

  test('takes each event once, and ends where an answer brings nothing new', () => {
    const { log: events } = log();
    events.open();
    events.add('Demo1', rows(11, 210));
    const [wanted] = events.wanted(nobody);
    if (wanted === undefined) throw new Error('Nothing is wanted.');
    events.addOlder(wanted, rows(11, 210));
    expect(events.goBack(nobody)).toEqual([]);
    expect(events.older).toBeNull();
  });

  test('goes on without a silent node, whose events come later and are said to be missing', () => {
    const { log: events } = log();
    events.add('Demo1', rows(1001, 1200));
    events.add('Demo2', rows(901, 1100));
    events.open();
    const [wanted] = events.wanted(nobody);
    if (wanted === undefined) throw new Error('Nothing is wanted.');
    expect(minutes(events.goBack(new Set(['demo1'])).slice(-1))).toEqual([['Demo2', 901]]);
    expect(events.behind).toEqual(['Demo1']);
    events.addOlder(wanted, rows(801, 1000));
    expect(minutes(events.goBack(nobody).slice(0, 1))).toEqual([['Demo1', 1000]]);
    expect(events.behind).toEqual([]);
  });

  test('of a node that told late is no news', () => {
    const { log: events, told } = log();
    events.add('Demo1', rows(1001, 1200));
    events.open();
    events.add('Demo2', [row(1, minute), row(2, 1150 * minute)]);
    expect(minutes(told.slice(200))).toEqual([['Demo2', 1150]]);
    expect(events.older).not.toBeNull();
  });

  test('is not gone back to when the log is full', () => {
    const { log: events } = log(210);
    events.open();
    events.add('Demo1', rows(1001, 1200));
    expect(events.older).not.toBeNull();
    events.add('Demo1', rows(1201, 1220));
    expect(events.isFull).toBe(true);
    expect(events.older).toBeNull();
    expect(minutes(events.events.slice(0, 1))).toEqual([['Demo1', 1011]]);
  });
});

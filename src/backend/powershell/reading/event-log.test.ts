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

function log() {
  const told: ClusterEvent[] = [];
  const view = clusterView(sampleSnapshot());
  const made = createEventLog({ view: () => view, tell: (events) => told.push(...events) });
  return { log: made, told };
}

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

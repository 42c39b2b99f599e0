import { describe, expect, test } from 'vitest';
import { querySchemas, type QueryInput } from '#shared/contract/queries';
import { sampleEvent } from '../../tests/support/sample-objects';
import { queryEvents } from './event-query';

const log = [
  sampleEvent({ sequence: 1, id: 1069, level: 'error', node: 'Demo1', subject: { kind: 'role', name: 'SQL-01' } }),
  sampleEvent({ sequence: 2, id: 1205, level: 'critical', node: 'Demo2', subject: { kind: 'role', name: 'WEB-01' } }),
  sampleEvent({ sequence: 3, id: 1135, level: 'critical', node: 'Demo1', subject: { kind: 'node', name: 'Demo2' } }),
  sampleEvent({ sequence: 4, id: 1201, level: 'information', node: 'Demo1', subject: null }),
];

function sequences(query: QueryInput<'events'>): readonly number[] {
  return queryEvents(log, querySchemas.events.parse(query)).events.map(({ sequence }) => sequence);
}

describe('a page of events', () => {
  test('is newest first', () => expect(sequences({})).toEqual([4, 3, 2, 1]));
  test('by level', () => expect(sequences({ levels: ['critical', 'error'] })).toEqual([3, 2, 1]));
  test('by number', () => expect(sequences({ ids: [1069, 1201] })).toEqual([4, 1]));
  test('by node, whatever the case', () => expect(sequences({ node: 'DEMO2' })).toEqual([2]));
  test('by any of several objects, whatever the case', () => {
    const subjects = [{ kind: 'role', name: 'SQL-01' } as const, { kind: 'node', name: 'Demo2' } as const];
    expect(sequences({ subjects })).toEqual([3, 1]);
    expect(sequences({ subjects: [{ kind: 'role', name: 'sql-01' }] })).toEqual([1]);
    expect(sequences({ subjects: [{ kind: 'node', name: 'SQL-01' }] })).toEqual([]);
  });
  test('by all of them at once', () => expect(sequences({ levels: ['critical'], node: 'Demo1' })).toEqual([3]));
  test('of nothing when no level is wanted', () => expect(sequences({ levels: [] })).toEqual([]));

  test('says whether older ones match too, and goes on from there', () => {
    const first = queryEvents(log, querySchemas.events.parse({ node: 'Demo1', limit: 2 }));
    expect(first).toMatchObject({ events: [{ sequence: 4 }, { sequence: 3 }], next: 3 });
    const second = queryEvents(log, querySchemas.events.parse({ node: 'Demo1', limit: 2, before: 3 }));
    expect(second).toMatchObject({ events: [{ sequence: 1 }], next: null });
    const exact = queryEvents(log, querySchemas.events.parse({ limit: 4 }));
    expect(exact.next).toBeNull();
  });

  test('leads beyond the log, where something is older than it, when the log is used up', () => {
    const older = { before: 1, downTo: 500 };
    const ask = (query: QueryInput<'events'>) => queryEvents(log, querySchemas.events.parse(query), older);
    expect(ask({ limit: 3 })).toMatchObject({ next: 2, lookedBackTo: null });
    expect(ask({ limit: 4 })).toMatchObject({ next: 1, lookedBackTo: 500 });
    expect(ask({ before: 1 })).toEqual({ events: [], next: 1, lookedBackTo: 500, gaps: [] });
  });
});

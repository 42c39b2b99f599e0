import { describe, expect, it } from 'vitest';
import { sampleEvent } from '../../../../tests/support/sample-objects';
import { eventsAsCsv } from './event-csv';
import { isWanted, mergeEvents, toggleLevel } from './event-list';

it('merges pages and live events, newest first, each once', () => {
  const [one, two, three] = [1, 2, 3].map((sequence) => sampleEvent({ sequence }));
  const merged = mergeEvents(
    [two, one].filter((event) => event !== undefined),
    [three, two].filter((event) => event !== undefined),
  );
  expect(merged.map((event) => event.sequence)).toEqual([3, 2, 1]);
});

describe('isWanted', () => {
  it('compares names without case, as Windows does', () => {
    const event = sampleEvent({ node: 'Demo1', subject: { kind: 'role', name: 'SQL-01' } });
    expect(isWanted(event, { node: 'DEMO1', subjects: [{ kind: 'role', name: 'sql-01' }] })).toBe(true);
    expect(isWanted(event, { subjects: [{ kind: 'node', name: 'SQL-01' }] })).toBe(false);
    expect(isWanted(event, { levels: ['critical'] })).toBe(false);
  });
});

it('keeps levels in their order, worst first', () => {
  expect(toggleLevel(['warning'], 'critical')).toEqual(['critical', 'warning']);
  expect(toggleLevel(['critical', 'warning'], 'critical')).toEqual(['warning']);
});

describe('csv', () => {
  it('has a head and a line for each event', () => {
    const csv = eventsAsCsv([sampleEvent({ message: '=cmd()' })], () => 'Day 1, 00:00:01');
    const [head, line] = csv.split('\r\n');
    expect(head).toBe('\uFEFFLevel,Time,Event ID,Node,Object,Source,Channel,Message');
    expect(line).toContain('"Day 1, 00:00:01",1069,Demo1,SQL-01');
    expect(line?.endsWith("'=cmd()")).toBe(true);
  });
});

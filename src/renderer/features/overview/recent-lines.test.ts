import { describe, expect, it } from 'vitest';
import { sampleEvent } from '../../../../tests/support/sample-objects';
import { lineSource, recentLines } from './recent-lines';

const day = 24 * 3_600_000;

describe('recent events as lines', () => {
  it('keeps a critical event above the warnings that came after it', () => {
    const warnings = ['A', 'B', 'C'].map((name, place) =>
      sampleEvent({ id: 21501, level: 'warning', time: 90_000 - place, subject: { kind: 'role', name } }),
    );
    const critical = sampleEvent({ id: 1135, level: 'critical', time: 10_000 });
    const error = sampleEvent({ id: 1069, level: 'error', time: 5000 });
    const lines = recentLines([...warnings, critical, error]);
    expect(lines.map(({ event }) => event.id)).toEqual([1135, 1069, 21501, 21501, 21501]);
  });

  it('leaves what is older than a day below', () => {
    const warning = sampleEvent({ id: 21501, level: 'warning', time: 2 * day });
    const old = sampleEvent({ id: 1135, level: 'critical', time: day - 1 });
    expect(recentLines([warning, old]).map(({ event }) => event.id)).toEqual([21501, 1135]);
  });

  it('makes one line of what several nodes say of the same object, and of what is said again', () => {
    const removed = sampleEvent({ id: 1135, level: 'critical', subject: { kind: 'node', name: 'Demo3' } });
    const [line, ...others] = recentLines([
      { ...removed, node: 'Demo2', time: 3000, message: 'The newest.' },
      { ...removed, node: 'Demo1', time: 2000 },
      { ...removed, node: 'Demo1', time: 1000 },
    ]);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ count: 3, event: { message: 'The newest.' } });
    expect(line && lineSource(line)).toBe('1135 Demo2, Demo1');
  });

  it('keeps apart what has no object and says something else', () => {
    const about = (message: string) => sampleEvent({ subject: null, message });
    expect(recentLines([about('One.'), about('Two.'), about('One.')]).map(({ count }) => count)).toEqual([2, 1]);
  });
});

import { describe, expect, it } from 'vitest';
import { clusterView } from '#shared/model/cluster-view';
import { sampleMigration } from '../../../../tests/support/sample-objects';
import { sampleOperation, sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import { explanationOf, isQueued, outcomeInWords, taskList } from './task-list';

const operation = (id: string, startedAt: number, more: Partial<Parameters<typeof sampleOperation>[0]> = {}) =>
  sampleOperation({ command: 'role.move', target: null, ...more, id, startedAt });

describe('the task list', () => {
  it('is newest first, with parts under the operation that they are part of', () => {
    const { tasks, running } = taskList([
      operation('drain', 10),
      operation('first', 11, { parent: 'drain', outcome: 'succeeded', endedAt: 12 }),
      operation('second', 12, { parent: 'drain' }),
      operation('later', 20, { outcome: 'failed', endedAt: 21 }),
    ]);
    expect(tasks.map((task) => task.operation.id)).toEqual(['later', 'drain']);
    expect(tasks[1]?.parts.map(({ id }) => id)).toEqual(['second', 'first']);
    expect(running).toBe(1);
  });

  it('has the parts that run before those that wait for their turn, and those that are over last', () => {
    const { tasks } = taskList([
      operation('drain', 10),
      operation('over', 14, { parent: 'drain', outcome: 'succeeded', endedAt: 15 }),
      operation('runs', 11, { parent: 'drain', migration: sampleMigration({ step: 2 }) }),
      operation('waits', 12, { parent: 'drain', migration: sampleMigration({ step: 0 }) }),
      operation('waits too', 13, { parent: 'drain', migration: sampleMigration({ step: 0 }) }),
    ]);
    expect(tasks[0]?.parts.map(({ id }) => id)).toEqual(['runs', 'waits too', 'waits', 'over']);
  });

  it('calls a migration queued that waits for a slot, and gives no percentage for it', () => {
    const target = { kind: 'role', name: 'SQL-01' } as const;
    const progress = { percent: 0, text: 'Waits', remaining: null };
    const waiting = operation('a', 0, { target, progress, migration: sampleMigration({ step: 0 }) });
    const says = (statusInformation: string): string => {
      const roles = { 'SQL-01': { state: 'Pending', statusInformation } } as const;
      return outcomeInWords(waiting, isQueued(waiting, clusterView(sampleSnapshot({ roles })))).text;
    };
    expect(says('Queued')).toBe('Queued');
    expect(says('Normal')).toBe('0 %');
  });

  it('shows a part by itself when what it was part of is gone', () => {
    expect(taskList([operation('left', 1, { parent: 'gone' })]).tasks).toHaveLength(1);
  });

  it('leaves out the oldest that are over, never one that runs', () => {
    const ended = Array.from({ length: 300 }, (_, index) =>
      operation(`ended ${index}`, 1000 + index, { outcome: 'succeeded', endedAt: 2000 }),
    );
    const { tasks, older } = taskList([operation('old but running', 1), ...ended]);
    expect(older).toBe(100);
    expect(tasks).toHaveLength(201);
    expect(tasks.at(-1)?.operation.id).toBe('old but running');
  });

  it('says every outcome in words', () => {
    expect(outcomeInWords(operation('a', 0, { progress: { percent: 74, text: '', remaining: null } })).text).toBe(
      '74 %',
    );
    expect(outcomeInWords(operation('a', 0)).text).toBe('Running');
    for (const outcome of ['succeeded', 'failed', 'cancelled', 'unknown'] as const) {
      expect(outcomeInWords(operation('a', 0, { outcome })).text).not.toBe('');
    }
  });

  it('says why something failed and what to do', () => {
    const error = {
      kind: 'refused',
      code: null,
      message: 'Its disk is offline.',
      advice: 'Bring it online first.',
    } as const;
    expect(explanationOf(operation('a', 0, { error }))).toBe('Its disk is offline. Bring it online first.');
  });
});

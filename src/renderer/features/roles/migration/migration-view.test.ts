import { describe, expect, it } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import {
  sampleMachine,
  sampleMigration,
  sampleRole,
  sampleOperation,
  GB,
  MB,
} from '../../../../../tests/support/sample-objects';
import {
  downtimeBlock,
  latestMigration,
  migrationOutcome,
  passBars,
  stepLines,
  type MigrationOperation,
} from './migration-view';
import { quickPhases } from './quick-phases';

const copying = sampleMigration({
  memory: 8 * GB,
  passes: [{ bytes: 8 * GB, duration: 73_000 }],
  current: { pass: 2, bytes: 1.6 * GB, copied: 0.8 * GB, rate: 112 * MB },
  bytes: 8.8 * GB,
});

const finished = sampleMigration({
  step: 6,
  passes: [
    { bytes: 8 * GB, duration: 73_000 },
    { bytes: 200 * MB, duration: 1800 },
    { bytes: 4096, duration: 1 },
  ],
  bytes: 8.2 * GB,
  current: null,
  memory: 8 * GB,
  downtime: 41,
  total: 75_400,
});

function operation(more: Partial<MigrationOperation>): MigrationOperation {
  return { ...sampleOperation(), migration: copying, ...more };
}

describe('stepLines', () => {
  it('marks the present step and says how fast it goes', () => {
    const lines = stepLines(operation({ progress: { percent: 60, text: '', remaining: 7200 } }), true);
    expect(lines.map((line) => line.state)).toEqual(['done', 'now', 'next', 'next', 'next', 'next']);
    expect(lines[1]?.detail).toBe('pass 2 · 112 MB/s · 7.2 s left');
    expect(lines[3]?.detail).toBe('shared volume: nothing to hand over');
    expect(lines[4]?.title).toBe('Bring online on Demo2');
  });

  it('does not count the copy while suspended as a pass', () => {
    const lines = stepLines(operation({ migration: finished, outcome: 'succeeded' }), false);
    expect(lines.every((line) => line.state === 'done')).toBe(true);
    expect(lines[1]?.detail).toBe('2 passes · 8.2 GB');
    expect(lines[2]?.detail).toBe('suspended for 41 ms');
  });

  it('shows where it failed, and where it was cancelled: what was done before stays done', () => {
    const states = (outcome: 'failed' | 'cancelled') =>
      stepLines(operation({ outcome }), true).map((line) => line.state);
    expect(states('failed')).toEqual(['done', 'stopped', 'never', 'never', 'never', 'never']);
    expect(states('cancelled')).toEqual(['done', 'cancelled', 'never', 'never', 'never', 'never']);
  });

  it('has everything before it while it waits for a slot', () => {
    const lines = stepLines(operation({ migration: sampleMigration({ step: 0 }) }), true);
    expect(lines.every((line) => line.state === 'next')).toBe(true);
  });
});

describe('passBars', () => {
  it('shows the copy under way against its own size', () => {
    const [first, second] = passBars(copying);
    expect(first).toMatchObject({ label: 'Pass 1', size: 1, copied: 1, text: '8 GB · 1 min 13 s' });
    expect(second).toMatchObject({ label: 'Pass 2', size: 0.2, copied: 0.5, text: '0.8 of 1.6 GB' });
  });

  it('does not call the copy while suspended a pass', () => {
    expect(passBars(finished).map((bar) => bar.label)).toEqual(['Pass 1', 'Pass 2', 'Rest']);
    expect(passBars(finished).map((bar) => bar.suspended)).toEqual([false, false, true]);
  });
});

describe('downtimeBlock', () => {
  it('predicts while it runs and measures after', () => {
    expect(downtimeBlock(operation({}))).toMatchObject({ heading: 'Predicted downtime', figure: '44 ms' });
    expect(downtimeBlock(operation({ migration: finished, outcome: 'succeeded' }))).toMatchObject({
      heading: 'Measured downtime',
      meaning: 'clients keep their connections',
    });
  });

  it('warns when clients lose their connections', () => {
    const migration = { ...finished, downtime: 24_000 };
    expect(downtimeBlock(operation({ migration, outcome: 'succeeded' }))).toMatchObject({
      meaning: 'clients lose their connections',
      tone: 'warn',
    });
  });

  it('says that a cancelled one cost nothing', () => {
    expect(downtimeBlock(operation({ outcome: 'cancelled' }))?.figure).toBe('None');
  });
});

describe('migrationOutcome', () => {
  it('gives the reason of a failure', () => {
    const error = clusterError('refused', 'Demo2 left the cluster.', { code: 21502 });
    expect(migrationOutcome(operation({ outcome: 'failed', error })).text).toBe(
      'Live migration from Demo1 to Demo2 failed: Demo2 left the cluster.',
    );
  });

  it('says how long it took', () => {
    expect(migrationOutcome(operation({ migration: finished, outcome: 'succeeded' })).text).toBe(
      'Live migration from Demo1 to Demo2 completed in 1 min 15 s',
    );
  });
});

it('finds the latest migration of a role, whatever its case', () => {
  const first = operation({ id: '1', startedAt: 10 });
  const second = operation({ id: '2', startedAt: 20 });
  const other = operation({ id: '3', startedAt: 30, target: { kind: 'role', name: 'WEB-01' } });
  expect(latestMigration([second, first, other, sampleOperation({ startedAt: 40 })], 'sql-01')?.id).toBe('2');
});

it('follows a quick migration by what the machine does', () => {
  const quick = operation({ migration: sampleMigration({ kind: 'quick', step: 0 }) });
  const here = sampleRole('SQL-01');
  const there = sampleRole('SQL-01', { ownerNode: 'Demo2' });
  const present = (role: typeof here, state: 'Saving' | 'Saved' | 'Resuming'): number =>
    quickPhases(quick, role, sampleMachine('SQL-01', { state })).findIndex((phase) => phase.state === 'now');
  expect([
    present(here, 'Saving'),
    present(here, 'Saved'),
    present(there, 'Saved'),
    present(there, 'Resuming'),
  ]).toEqual([0, 1, 1, 2]);
});

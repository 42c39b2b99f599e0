import { describe, expect, test } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { Operation } from '#shared/model/operation';
import { recordingBackend } from '../../../tests/support/recording-backend';
import { sampleOperation } from '../../../tests/support/sample-objects';
import { sampleSnapshot } from '../../../tests/support/sample-snapshot';
import type { ClusterBackend } from '../cluster-backend';
import type { AuditEntry } from './audit-entry';
import { auditedBackend } from './audited-backend';

const time = '2026-11-21T10:00:00.000Z';
const actor = { user: 'ada', computer: 'ADMIN-PC' };
const place = { connection: 'training', training: true };
const migrate = { command: 'role.liveMigrate', input: { role: "SQL-01's", destination: 'Demo2' } };
const refusal = clusterError('refused', 'The node is paused.', { code: 5070 });

function rig(execute: () => Result<Operation> | Promise<Result<Operation>>, changes: Partial<ClusterBackend> = {}) {
  const entries: AuditEntry[] = [];
  const backend = recordingBackend({ ...changes, execute: async () => execute() });
  let ids = 0;
  const log = {
    append: (entry: AuditEntry) => {
      entries.push(entry);
      return Promise.resolve();
    },
  };
  const audited = auditedBackend(backend, {
    log,
    actor,
    place,
    now: () => new Date(time),
    newId: () => `audit-${(ids += 1)}`,
  });
  const tell = (operation: Operation): void =>
    backend.tell({
      kind: 'delta',
      delta: { revision: 2, time: 1, upserts: { operations: [operation] }, removals: {} },
    });
  return { audited, backend, entries, tell };
}

const running = sampleOperation({ id: 'operation-7', outcome: 'running' });

describe('the audit log has', () => {
  test('who asked for what, where, and its PowerShell, before it is carried out', async () => {
    const { audited, entries } = rig(() => {
      expect(entries).toHaveLength(1);
      return success(running);
    });
    await audited.execute(migrate);
    expect(entries).toEqual([
      {
        entry: 'command',
        id: 'audit-1',
        time,
        ...actor,
        ...place,
        ...migrate,
        powershell: expect.stringMatching(/^Move-ClusterVirtualMachineRole .*'SQL-01''s'/) as string,
      },
    ]);
  });

  test('why it was refused', async () => {
    const { audited, entries, backend } = rig(() => failure(refusal));
    expect(await audited.execute(migrate)).toEqual(failure(refusal));
    expect(entries[1]).toEqual({
      entry: 'outcome',
      id: 'audit-1',
      time,
      outcome: 'refused',
      operation: null,
      error: refusal,
    });
    expect(backend.listeners).toBe(0);
  });

  test('also what makes no sense, without PowerShell', async () => {
    const { audited, entries } = rig(() => failure(refusal));
    await audited.execute({ command: 'role.explode', input: { anything: true } });
    await audited.execute({ command: 'role.move', input: {} });
    expect(entries.filter(({ entry }) => entry === 'command')).toMatchObject([
      { command: 'role.explode', powershell: null },
      { command: 'role.move', powershell: null },
    ]);
  });

  test.each(['succeeded', 'failed', 'cancelled', 'unknown'] as const)('that it %s, once', async (outcome) => {
    const { audited, entries, tell, backend } = rig(() => success(running));
    await audited.execute(migrate);
    tell(running);
    const error = outcome === 'failed' ? refusal : null;
    tell({ ...running, outcome, error, endedAt: 9 });
    tell({ ...running, outcome, error, endedAt: 9 });
    expect(entries.slice(1)).toEqual([
      { entry: 'outcome', id: 'audit-1', time, outcome, operation: 'operation-7', error },
    ]);
    expect(backend.listeners).toBe(0);
  });

  test('the end of what ended as it began', async () => {
    const { audited, entries } = rig(() => success({ ...running, outcome: 'succeeded', endedAt: 0 }));
    await audited.execute(migrate);
    expect(entries[1]).toMatchObject({ id: 'audit-1', outcome: 'succeeded' });
  });

  test('the end of what ended before anybody listened', async () => {
    const operations = [{ ...running, outcome: 'succeeded' as const, endedAt: 5 }];
    const { audited, entries, backend } = rig(() => success(running), {
      subscribe: (listener) => {
        listener({ kind: 'snapshot', revision: 1, snapshot: sampleSnapshot({ operations }) });
        return () => undefined;
      },
    });
    await audited.execute(migrate);
    expect(entries[1]).toMatchObject({ id: 'audit-1', outcome: 'succeeded' });
    expect(backend.listeners).toBe(0);
  });

  test('several at once, each with its own outcome', async () => {
    let number = 0;
    const { audited, entries, tell, backend } = rig(() => success({ ...running, id: `operation-${(number += 1)}` }));
    await Promise.all([audited.execute(migrate), audited.execute(migrate)]);
    tell({ ...running, id: 'operation-2', outcome: 'failed', error: refusal });
    expect(backend.listeners).toBe(1);
    tell({ ...running, id: 'operation-1', outcome: 'succeeded' });
    expect(entries.slice(2)).toMatchObject([
      { id: 'audit-2', outcome: 'failed' },
      { id: 'audit-1', outcome: 'succeeded' },
    ]);
  });

  test.each([
    ['the connection is lost', 'lost'],
    ['Regroup closes', 'close'],
    ['training is restarted', 'restart'],
  ] as const)('that nobody knows how it ended when %s', async (_when, how) => {
    const { audited, entries, backend } = rig(() => success(running));
    await audited.execute(migrate);
    if (how === 'lost') backend.tell({ kind: 'connection', connection: { status: 'lost', error: refusal } });
    if (how === 'close') await audited.close();
    if (how === 'restart') await audited.training?.restart();
    expect(entries.slice(1)).toEqual([
      { entry: 'outcome', id: 'audit-1', time, outcome: 'unknown', operation: 'operation-7', error: null },
    ]);
    expect(backend.listeners).toBe(0);
  });
});

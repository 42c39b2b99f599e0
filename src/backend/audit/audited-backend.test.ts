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
const place = { connection: 'training', name: null, training: true };
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
    isOpen: () => false,
  };
  let passed = 0;
  const audited = auditedBackend(backend, {
    log,
    actor,
    place: () => place,
    now: () => new Date(Date.parse(time) + passed),
    newId: () => `audit-${(ids += 1)}`,
  });
  const tell = (operation: Operation): void =>
    backend.tell({
      kind: 'delta',
      delta: { revision: 2, time: 1, upserts: { operations: [operation] }, removals: {} },
    });
  return { audited, backend, entries, tell, pass: (milliseconds: number) => (passed += milliseconds) };
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
        cluster: null,
        title: "Live migrate SQL-01's to Demo2",
        target: { kind: 'role', name: "SQL-01's" },
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
      { command: 'role.explode', powershell: null, title: null, target: null },
      { command: 'role.move', powershell: null, title: null, target: null },
    ]);
  });

  test('the cluster as it is called, and what a command about the whole of it is about', async () => {
    const { audited, entries } = rig(() => success(running), {
      subscribe: (listener) => {
        listener({ kind: 'snapshot', revision: 1, snapshot: sampleSnapshot() });
        return () => undefined;
      },
    });
    await audited.execute({ command: 'cluster.shutDown', input: {} });
    const { name } = sampleSnapshot().cluster;
    expect(entries[0]).toMatchObject({ cluster: name, target: { kind: 'cluster', name } });
  });

  test.each(['succeeded', 'failed', 'cancelled'] as const)('that it %s, once', async (outcome) => {
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

  test('the node that the cluster chose, once it is known', async () => {
    const toBest = { command: 'role.liveMigrate', input: { role: 'SQL-01' } };
    const { audited, entries, tell } = rig(() => success({ ...running, ...toBest }));
    await audited.execute(toBest);
    tell({ ...running, ...toBest, title: 'Live migrate SQL-01 to Demo2', outcome: 'succeeded', endedAt: 9 });
    expect(entries).toMatchObject([
      { title: 'Live migrate SQL-01 to the best possible node' },
      { outcome: 'succeeded', title: 'Live migrate SQL-01 to Demo2 (best possible)' },
    ]);
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

  test.each(['succeeded', 'failed'] as const)('that nobody knows how it ended, then that it %s', async (outcome) => {
    const { audited, entries, tell, backend } = rig(() => success(running));
    await audited.execute(migrate);
    const crash = clusterError('agentCrashed', 'The agent ended in the middle.');
    tell({ ...running, outcome: 'unknown', error: crash, endedAt: 9 });
    tell({ ...running, outcome: 'unknown', error: crash, endedAt: 9 });
    const unknown = { entry: 'outcome', id: 'audit-1', time, outcome: 'unknown', operation: 'operation-7' };
    expect(entries.slice(1)).toEqual([{ ...unknown, error: crash }]);
    tell({ ...running, outcome, endedAt: 12 });
    expect(entries.slice(2)).toEqual([{ ...unknown, outcome, error: null }]);
    expect(backend.listeners).toBe(0);
  });

  test('what a connection that came back tells of a command that was under way', async () => {
    const { audited, entries, tell, backend } = rig(() => success(running));
    await audited.execute(migrate);
    backend.tell({ kind: 'connection', connection: { status: 'lost', error: refusal } });
    backend.tell({ kind: 'connection', connection: { status: 'lost', error: refusal } });
    expect(entries.slice(1)).toMatchObject([{ outcome: 'unknown', error: refusal }]);
    tell({ ...running, outcome: 'succeeded', endedAt: 12 });
    expect(entries.slice(2)).toMatchObject([{ id: 'audit-1', outcome: 'succeeded' }]);
  });

  test('nothing of an operation that is settled hours later', async () => {
    const { audited, entries, tell, backend, pass } = rig(() => success(running));
    await audited.execute(migrate);
    tell({ ...running, outcome: 'unknown', endedAt: 9 });
    pass(2 * 60 * 60_000);
    tell(sampleOperation({ id: 'another', outcome: 'running' }));
    expect(backend.listeners).toBe(0);
    expect(entries).toHaveLength(2);
  });

  test('the end that was told before the answer of the command, while another one runs', async () => {
    let answer = success({ ...running, id: 'operation-1' });
    const operations: Operation[] = [];
    const { audited, entries } = rig(() => answer, {
      subscribe: (listener) => {
        listener({ kind: 'snapshot', revision: 1, snapshot: sampleSnapshot({ operations: [...operations] }) });
        return () => undefined;
      },
    });
    await audited.execute(migrate);
    answer = success({ ...running, id: 'operation-2' });
    operations.push({ ...running, id: 'operation-2', outcome: 'failed', error: refusal });
    await audited.execute(migrate);
    expect(entries.at(-1)).toMatchObject({ id: 'audit-2', outcome: 'failed', error: refusal });
  });

  test.each([
    ['Regroup closes', 'close'],
    ['training is restarted', 'restart'],
  ] as const)('that nobody knows how it ended when %s', async (_when, how) => {
    const { audited, entries, backend } = rig(() => success(running));
    await audited.execute(migrate);
    if (how === 'close') await audited.close();
    if (how === 'restart') await audited.training?.restart();
    expect(entries.slice(1)).toEqual([
      { entry: 'outcome', id: 'audit-1', time, outcome: 'unknown', operation: 'operation-7', error: null },
    ]);
    expect(backend.listeners).toBe(0);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AuditSearch } from '#shared/contract/audit';
import { clusterError } from '#shared/model/cluster-error';
import type { AuditedCommand, AuditedOutcome, AuditEntry } from './audit-entry';
import { createAuditLog } from './audit-log';
import { searchAudit } from './search-audit';

function time(minute: number): string {
  return new Date(Date.UTC(2026, 10, 21, 10, minute)).toISOString();
}

function command(number: number, changes: Partial<AuditedCommand> = {}): AuditedCommand {
  return {
    entry: 'command',
    id: `audit-${number}`,
    time: time(number),
    user: 'ada',
    computer: 'ADMIN-PC',
    connection: 'training',
    name: null,
    training: true,
    cluster: 'HVCLUSTER',
    command: 'role.move',
    input: { role: `VM-${number}`, destination: 'Demo2' },
    title: `Move VM-${number} to Demo2`,
    target: { kind: 'role', name: `VM-${number}` },
    powershell: `Move-ClusterGroup -Name 'VM-${number}' -Node 'Demo2'`,
    ...changes,
  };
}

function outcome(number: number, changes: Partial<AuditedOutcome> = {}): AuditedOutcome {
  const operation = `operation-${number}`;
  return {
    entry: 'outcome',
    id: `audit-${number}`,
    time: time(number + 1),
    outcome: 'succeeded',
    operation,
    error: null,
    ...changes,
  };
}

/** A log with these entries, full files at `maximumSize` bytes. */
async function written(entries: readonly AuditEntry[], maximumSize = 1_000_000) {
  const folder = mkdtempSync(join(tmpdir(), 'regroup-audit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'audit', 'audit.jsonl');
  let minute = 0;
  const now = (): Date => new Date(time((minute += 1)));
  const log = createAuditLog({ path, maximumSize, now, onFailure: (error) => expect.fail(String(error)) });
  for (const entry of entries) await log.append(entry);
  const search = (wanted: Partial<AuditSearch> = {}) =>
    searchAudit({ path, isOpen: (id) => log.isOpen(id) }, { limit: 100, ...wanted });
  const ids = async (wanted: Partial<AuditSearch> = {}) => (await search(wanted)).records.map(({ id }) => id);
  return { path, search, ids };
}

const refusal = clusterError('refused', 'The node is paused.', { code: 5070, advice: 'Resume it first.' });

describe('a search of the audit log', () => {
  test('finds commands with how they ended, newest first', async () => {
    const { search } = await written([
      command(1),
      command(2, { account: 'CONTOSO\\ada-admin' }),
      outcome(2, { outcome: 'refused', operation: null, error: refusal }),
      outcome(1),
    ]);
    const { entry: _entry, ...first } = command(1);
    expect(await search()).toEqual({
      records: [
        expect.objectContaining({ id: 'audit-2', outcome: 'refused', error: refusal, account: 'CONTOSO\\ada-admin' }),
        { ...first, account: null, endedAt: time(2), outcome: 'succeeded', error: null },
      ],
      more: false,
      clusters: [{ connection: 'training', name: null, cluster: 'HVCLUSTER', training: true }],
      brokenLines: 0,
    });
  });

  test('finds what was done over a connection by the name that it has in the tree', async () => {
    const { search, ids } = await written([command(1), command(2, { connection: 'c2', name: 'Berlin' })]);
    expect(await ids({ text: 'berlin' })).toEqual(['audit-2']);
    expect((await search()).clusters).toMatchObject([{ connection: 'c2', name: 'Berlin' }, { name: null }]);
  });

  test('takes the last word on a command whose end was not known at first', async () => {
    const { search } = await written([command(1), outcome(1, { outcome: 'unknown' }), outcome(1, { time: time(9) })]);
    expect((await search()).records).toMatchObject([{ outcome: 'succeeded', endedAt: time(9) }]);
  });

  test('knows a command that runs from one that an earlier start of Regroup left behind', async () => {
    const { path, search } = await written([command(1)]);
    expect((await search()).records).toMatchObject([{ outcome: 'running', endedAt: null }]);
    const later = await searchAudit({ path, isOpen: () => false }, { limit: 10 });
    expect(later.records).toMatchObject([{ outcome: 'unknown', endedAt: null }]);
  });

  test('knows a command that another program carries out from one whose program is gone', async () => {
    const here = { computer: hostname(), time: new Date().toISOString() };
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const { path } = await written([
      command(1, { ...here, process: process.ppid }),
      command(2, { ...here, process: gone }),
      command(3, { ...here, process: process.pid }),
      command(4, { ...here, process: process.ppid, computer: 'ANOTHER-PC' }),
      command(5, { ...here, process: process.ppid, time: time(0).replace('2026', '2016') }),
    ]);
    const { records } = await searchAudit({ path, isOpen: () => false }, { limit: 10 });
    const others = records.filter(({ outcome: found }) => found === 'elsewhere');
    expect(others.map(({ id }) => id)).toEqual(['audit-1']);
    expect(new Set(records.map(({ outcome: found }) => found))).toEqual(new Set(['elsewhere', 'unknown']));
  });

  test('calls a command as it was called at its end', async () => {
    const { search } = await written([command(1), outcome(1, { title: 'Move VM-1 to Demo2 (best possible)' })]);
    expect((await search()).records).toMatchObject([{ title: 'Move VM-1 to Demo2 (best possible)' }]);
  });

  test.each([
    ['vm-1', ['audit-1']],
    ['DEMO2 vm-2', ['audit-2']],
    ['demo2', ['audit-2', 'audit-1']],
    ['paused 5070', ['audit-2']],
    ['refused', ['audit-2']],
    ['move-clustergroup ada', ['audit-2', 'audit-1']],
    ['vm-1 vm-2', []],
    ['.*', []],
  ])('for the words %s', async (text, found) => {
    const { ids } = await written([
      command(1),
      outcome(1),
      command(2),
      outcome(2, { outcome: 'refused', error: refusal }),
    ]);
    expect(await ids({ text })).toEqual(found);
  });

  test('for a cluster, and for results', async () => {
    const { ids, search } = await written([
      command(1, { connection: 'c-7', training: false, cluster: 'PROD' }),
      command(2),
      outcome(1, { outcome: 'failed', error: refusal }),
      outcome(2),
    ]);
    expect(await ids({ connection: 'c-7' })).toEqual(['audit-1']);
    expect(await ids({ outcomes: ['succeeded', 'running'] })).toEqual(['audit-2']);
    expect(await ids({ outcomes: [] })).toEqual([]);
    expect((await search({ connection: 'c-7' })).clusters).toHaveLength(2);
  });

  test('goes through full files, page by page, with outcomes that stand in a later file', async () => {
    const numbers = Array.from({ length: 12 }, (_, at) => at + 1);
    const { search } = await written(
      [...numbers.map((number) => command(number)), ...numbers.map((n) => outcome(n))],
      1500,
    );
    const seen: string[] = [];
    let before: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const found = await search({ limit: 5, ...(before !== undefined && { before }) });
      expect(found.records.every((record) => record.outcome === 'succeeded')).toBe(true);
      expect(found.more).toBe(page < 2);
      seen.push(...found.records.map(({ id }) => id));
      before = found.records.at(-1)?.id ?? before;
    }
    expect(seen).toEqual(numbers.map((number) => `audit-${number}`).reverse());
  });

  test('counts lines that cannot be understood and goes on', async () => {
    const { path, search } = await written([command(1)]);
    const lines = ['{"entry":"comm', '[]', '{"entry":"command","id":5}', 'null', JSON.stringify(command(2)), '', '{'];
    writeFileSync(path, lines.join('\n'), { flag: 'a' });
    expect(await search()).toMatchObject({ records: [{ id: 'audit-2' }, { id: 'audit-1' }], brokenLines: 5 });
  });

  test('reads lines of the first release, which knew no titles', async () => {
    const { path, search } = await written([]);
    const { cluster: _cluster, title: _title, target: _target, ...old } = command(1);
    mkdirSync(join(path, '..'));
    writeFileSync(path, `${JSON.stringify(old)}\n`);
    expect((await search()).records).toMatchObject([{ id: 'audit-1', cluster: null, title: null, target: null }]);
  });

  test('of a log that was never written finds nothing', async () => {
    const { search } = await written([]);
    expect(await search()).toEqual({ records: [], more: false, clusters: [], brokenLines: 0 });
  });

  test('that cannot be read says so', async () => {
    const { path, search } = await written([]);
    mkdirSync(path, { recursive: true });
    await expect(search()).rejects.toThrow('EISDIR');
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { AuditEntry } from './audit-entry';
import { createAuditLog, type AuditLog } from './audit-log';

const time = '2026-11-21T10:00:00.000Z';

function entry(id: string): AuditEntry {
  return { entry: 'outcome', id, time, outcome: 'succeeded', operation: null, error: null };
}

const command: AuditEntry = {
  entry: 'command',
  id: '1',
  time,
  user: 'ada',
  computer: 'ADMIN-PC',
  connection: 'training',
  name: null,
  training: true,
  cluster: 'HVCLUSTER',
  command: 'role.move',
  input: { role: 'SQL-01' },
  title: 'Move SQL-01',
  target: { kind: 'role', name: 'SQL-01' },
  powershell: null,
};

interface Place {
  readonly folder: string;
  readonly path: string;
  readonly failures: unknown[];
  readonly open: (maximumSize?: number) => AuditLog;
}

function place(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'regroup-audit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'audit', 'audit.jsonl');
  const failures: unknown[] = [];
  const onFailure = (error: unknown): void => void failures.push(error);
  const open = (maximumSize = 100_000) => createAuditLog({ path, maximumSize, now: () => new Date(time), onFailure });
  return { folder, path, failures, open };
}

function linesOf(file: string): readonly unknown[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

test('entries stand one a line in the order given, also through a restart', async () => {
  const { path, failures, open } = place();
  const log = open();
  await Promise.all([log.append(entry('1')), log.append(entry('2')), log.append(entry('3'))]);
  await open().append(entry('4'));
  expect(linesOf(path)).toEqual([entry('1'), entry('2'), entry('3'), entry('4')]);
  expect(failures).toEqual([]);
});

test('a name with line ends and control characters stays within its line', async () => {
  const { path, open } = place();
  const hostile = entry('a\r\nb\u0000\u001b[2J\u2028');
  await open().append(hostile);
  expect(linesOf(path)).toEqual([hostile]);
});

test('a full file is set aside under its date and nothing is lost', async () => {
  const { folder, path, open } = place();
  const size = `${JSON.stringify(entry('1'))}\n`.length;
  const log = open(size * 2);
  for (const id of ['1', '2', '3']) await log.append(entry(id));
  const aside = join(folder, 'audit', 'audit-2026-11-21T10-00-00.000Z.jsonl');
  expect(linesOf(aside)).toEqual([entry('1'), entry('2')]);
  expect(linesOf(path)).toEqual([entry('3')]);
});

test('an entry larger than a whole file is written all the same', async () => {
  const { folder, open } = place();
  await open(10).append(entry('1'));
  expect(readdirSync(join(folder, 'audit'))).toEqual(['audit.jsonl']);
});

test('an entry that was cut off by an earlier end does not take the next one along', async () => {
  const { path, open } = place();
  await open().append(entry('1'));
  writeFileSync(path, '{"entry":"outc', { flag: 'a' });
  await open().append(entry('2'));
  expect(readFileSync(path, 'utf8').split('\n')).toEqual([
    JSON.stringify(entry('1')),
    '{"entry":"outc',
    JSON.stringify(entry('2')),
    '',
  ]);
});

test('a command is open until its outcome is given', async () => {
  const log = place().open();
  expect(log.isOpen('1')).toBe(false);
  await log.append({ ...command, id: '1' });
  expect(log.isOpen('1')).toBe(true);
  await log.append(entry('1'));
  expect(log.isOpen('1')).toBe(false);
});

test.skipIf(process.platform === 'win32')('only its user may read it', async () => {
  const { path, open } = place();
  await open().append(entry('1'));
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('what cannot be written is reported, and the next entry is tried again', async () => {
  const { folder, path, failures, open } = place();
  writeFileSync(join(folder, 'audit'), 'a file where the folder should be');
  const log = open();
  await log.append(entry('1'));
  expect(failures).toHaveLength(1);
  rmSync(join(folder, 'audit'));
  await log.append(entry('2'));
  expect(linesOf(path)).toEqual([entry('2')]);
});

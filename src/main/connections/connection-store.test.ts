import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { ConnectionDraft } from '#shared/contract/connections';
import { quietLog } from '../../../tests/support/quiet-log';
import { openConnectionStore } from './connection-store';

const draft = (name: string): ConnectionDraft => ({
  name,
  place: { kind: 'ssh', host: 'demo1.sws.com', user: 'SWS\\admin', port: null, identity: null, executable: null },
  readOnly: true,
  openAtStart: false,
});
const one = '6f1c2a5e-8d8d-4a0e-9a4c-1c1d1e1f2021';
const other = '0b2c1d3e-1111-4222-8333-444455556666';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regroup-connections-'));
  path = join(folder, 'connections.json');
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

test('connections outlive the program, in the order in which they were added', () => {
  const store = openConnectionStore(path, quietLog());
  store.put({ id: one, draft: draft('One') });
  store.put({ id: other, draft: draft('Other') });
  store.put({ id: one, draft: draft('Renamed') });
  store.flush();
  expect(openConnectionStore(path, quietLog()).all()).toEqual([
    { id: one, draft: draft('Renamed') },
    { id: other, draft: draft('Other') },
  ]);
});

test('one that was removed is gone from the file', () => {
  const store = openConnectionStore(path, quietLog());
  store.put({ id: one, draft: draft('One') });
  store.flush();
  store.remove(one);
  store.flush();
  expect(readFileSync(path, 'utf8')).not.toContain('demo1');
});

test('of a file with a broken entry the others are kept, and the file as it was too', () => {
  const broken = { id: other, draft: { ...draft('Broken'), place: { kind: 'telepathy', host: 'x' } } };
  const secretive = { id: other, draft: { ...draft('Secretive'), password: 'no field of a connection' } };
  writeFileSync(path, JSON.stringify({ connections: [broken, { id: one, draft: draft('One') }, secretive, 17] }));
  const log = quietLog();
  expect(openConnectionStore(path, log).all()).toEqual([{ id: one, draft: draft('One') }]);
  expect(readdirSync(folder).filter((name) => name.includes('.broken-'))).toHaveLength(1);
  expect(log.lines.join('\n')).toContain('set aside');
});

test('a file that is no JSON costs a log line, not the program', () => {
  writeFileSync(path, '{"connections": [');
  expect(openConnectionStore(path, quietLog()).all()).toEqual([]);
});

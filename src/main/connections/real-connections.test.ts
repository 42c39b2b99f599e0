import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { allSeen } from '#backend/attention';
import { createAuditLog } from '#backend/audit/audit-log';
import { computerTime } from '#backend/real-time';
import type { ClusterBackend } from '#backend/cluster-backend';
import type { ConnectionDraft } from '#shared/contract/connections';
import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { watch } from '../../../tests/contract/watcher';
import { quietLog, type QuietLog } from '../../../tests/support/quiet-log';
import { rowsOfSnapshot } from '../../../tests/support/rows-of-snapshot';
import { sampleSnapshot } from '../../../tests/support/sample-snapshot';
import {
  standInExecutable,
  startsScripts,
  type StandInExecutable,
} from '../../../tests/support/stand-in-agent/stand-in-executable';
import type { AskedRequest } from '../../../tests/support/stand-in-agent/serve-answers';
import { openConnectionStore } from './connection-store';
import { auditBy } from '#backend/audit/audit-by';
import { realBackends } from './real-backends';
import { createRealConnections, type RealConnections } from './real-connections';

// Processes start slowly on a machine that is busy.
interface Rig {
  readonly real: RealConnections;
  readonly folder: string;
  readonly log: QuietLog;
  /** How often the list was told. */
  readonly told: () => number;
  readonly reopened: readonly (readonly [id: string, backend: ClusterBackend])[];
  readonly forgotten: readonly string[];
  /** Connections whose attention was asked for. */
  readonly attended: readonly string[];
}

interface RigOptions {
  readonly powershell?: string;
  readonly folder?: string;
  readonly refusal?: ClusterError;
}

function rig({ powershell = '/nowhere/powershell', folder, refusal }: RigOptions = {}): Rig {
  const userData = folder ?? mkdtempSync(join(tmpdir(), 'regroup-real-'));
  const log = quietLog();
  const auditLog = createAuditLog({
    path: join(userData, 'audit', 'audit.jsonl'),
    maximumSize: 1_000_000,
    now: () => new Date(),
    onFailure: (error) => log.error('audit', error),
  });
  const store = openConnectionStore(join(userData, 'connections.json'), log);
  const reopened: (readonly [string, ClusterBackend])[] = [];
  const forgotten: string[] = [];
  const attended: string[] = [];
  let told = 0;
  const real = createRealConnections({
    store,
    refusal: refusal ?? null,
    loadBackends: () =>
      Promise.resolve(
        realBackends({
          nameOf: (id) => store.find(id)?.draft.name ?? null,
          userData,
          resources: 'resources',
          audit: auditBy(auditLog),
          asker: () => ({ secret: () => Promise.resolve(null), hostKeys: () => Promise.resolve([]) }),
          powershell,
          modulePath: null,
          attention: {
            of: (id) => {
              attended.push(id);
              return allSeen;
            },
          },
          log,
        }),
      ),
    onChange: () => (told += 1),
    onReopened: (id, backend) => reopened.push([id, backend]),
    forgetSecrets: (id) => forgotten.push(id),
    newId: randomUUID,
    time: computerTime,
    log,
  });
  onTestFinished(async () => {
    await real.closeAll();
    store.flush();
    if (folder === undefined) rmSync(userData, { recursive: true });
  });
  return { real, folder: userData, log, told: () => told, reopened, forgotten, attended };
}

async function standIn(answer?: (request: AskedRequest) => undefined): Promise<StandInExecutable> {
  const made = await standInExecutable({
    rows: () => rowsOfSnapshot(sampleSnapshot()),
    ...(answer === undefined ? {} : { answer }),
  });
  onTestFinished(() => made.close());
  return made;
}

const draft = (changes: Partial<ConnectionDraft> = {}): ConnectionDraft => ({
  name: '',
  place: { kind: 'local', cluster: 'HVCLUSTER' },
  readOnly: false,
  openAtStart: false,
  ...changes,
});

function backendOf(real: RealConnections, id: string): ClusterBackend {
  const backend = real.find(id);
  if (backend === undefined) throw new Error(`${id} is not open.`);
  return backend;
}

async function connected(real: RealConnections, id: string): Promise<ClusterBackend> {
  const backend = backendOf(real, id);
  const watcher = watch(backend);
  await watcher.until('it is connected', () => watcher.connection?.status === 'connected');
  watcher.stop();
  return backend;
}

test('a connection is kept under a random id, and closed until somebody opens it', () => {
  const { real, folder, told } = rig();
  const added = real.add(draft({ name: 'Production' }));
  expect(added).toMatchObject({ name: 'Production', open: false, capabilities: { training: false } });
  expect(real.add(draft()).name).toBe('HVCLUSTER');
  expect(real.list().map(({ id }) => id)).toHaveLength(new Set(real.list().map(({ id }) => id)).size);
  expect(real.find(added.id)).toBeUndefined();
  expect(told()).toBe(2);
  expect(folder).not.toBe('');
});

test('what does not exist is not found', async () => {
  const { real } = rig();
  const notFound = { ok: false, error: { kind: 'notFound' } };
  expect(await real.open('x')).toMatchObject(notFound);
  expect(await real.close('x')).toMatchObject(notFound);
  expect(await real.remove('x')).toMatchObject(notFound);
  expect(await real.change('x', draft())).toMatchObject(notFound);
});

test('on an old Electron nothing is opened, neither by hand nor at the start', async () => {
  const first = rig();
  const { id } = first.real.add(draft({ openAtStart: true }));
  await first.real.closeAll();
  const refusal = clusterError('unsupported', 'Electron 25 is too old.');
  const { real } = rig({ refusal });
  const added = real.add(draft());
  expect(await real.open(added.id)).toEqual({ ok: false, error: refusal });
  expect(real.list()).toMatchObject([{ open: false }]);
  expect(id).not.toBe(added.id);
});

test('a place that this computer cannot reach is told, and the connection stays closed', async () => {
  const { real } = rig();
  const place = { kind: 'ssh', host: '-oProxyCommand=x', user: null, port: null, identity: null, executable: null };
  const { id } = real.add(draft({ place: place as ConnectionDraft['place'] }));
  expect(await real.open(id)).toMatchObject({ ok: false, error: { kind: 'unsupported' } });
  expect(real.list()).toMatchObject([{ open: false }]);
});

describe.skipIf(!startsScripts)('open connections', () => {
  test('show their clusters beside each other; closing one ends its agents and leaves the other alone', async () => {
    const { real, attended } = rig({ powershell: (await standIn()).path });
    const [one, other] = [real.add(draft()).id, real.add(draft()).id];
    expect(await real.open(one)).toEqual({ ok: true, value: null });
    await real.open(other);
    const first = await connected(real, one);
    const second = await connected(real, other);
    expect(attended).toEqual([one, other]);
    expect(await real.close(one)).toEqual({ ok: true, value: null });
    expect(real.list().map(({ open }) => open)).toEqual([false, true]);
    expect(real.find(one)).toBeUndefined();
    expect(await first.refresh()).toMatchObject({ ok: false, error: { kind: 'notConnected' } });
    expect(await second.refresh()).toEqual({ ok: true, value: null });
  });

  test('that were to be open at the start are', async () => {
    const powershell = (await standIn()).path;
    const before = rig({ powershell });
    const { id } = before.real.add(draft({ openAtStart: true }));
    before.real.add(draft());
    const store = openConnectionStore(join(before.folder, 'connections.json'), before.log);
    for (const { id, draft } of before.real.list()) if (draft !== null) store.put({ id, draft });
    store.flush();
    const { real, told } = rig({ powershell, folder: before.folder });
    await vi.waitFor(() => expect(told()).toBe(1), { timeout: 60_000 });
    await connected(real, id);
    expect(real.list().map(({ open }) => open)).toEqual([true, false]);
  });

  test('are read-only where that was chosen: every command is refused and stands in the audit log', async () => {
    const { real, folder } = rig({ powershell: (await standIn()).path });
    const { id, capabilities } = real.add(draft({ name: 'Berlin', readOnly: true }));
    expect(capabilities.readOnly).toBe(true);
    await real.open(id);
    const backend = await connected(real, id);
    const request = { command: 'role.takeOffline', input: { role: 'FS1' } };
    expect(await backend.execute(request)).toMatchObject({ ok: false, error: { kind: 'refused' } });
    const lines = readFileSync(join(folder, 'audit', 'audit.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { entry: 'command', connection: id, name: 'Berlin', training: false, command: 'role.takeOffline' },
      { entry: 'outcome', outcome: 'refused' },
    ]);
  });

  test('that are changed are closed and opened again, and whoever watched goes on with the new one', async () => {
    const { real, reopened, forgotten } = rig({ powershell: (await standIn()).path });
    const { id } = real.add(draft());
    await real.open(id);
    const before = await connected(real, id);
    expect(await real.change(id, draft({ name: 'Only a name' }))).toMatchObject({ value: { name: 'Only a name' } });
    expect(real.find(id)).toBe(before);
    expect(await real.change(id, draft({ readOnly: true }))).toMatchObject({ value: { open: true } });
    const after = await connected(real, id);
    expect(after).not.toBe(before);
    expect(after.capabilities.readOnly).toBe(true);
    expect(reopened).toEqual([[id, after]]);
    expect(forgotten).toEqual([]);
    await real.change(id, draft({ readOnly: true, place: { kind: 'local', cluster: 'OTHER' } }));
    expect(forgotten).toEqual([id]);
  });

  test('that are removed are closed, and their secrets forgotten', async () => {
    const { real, forgotten } = rig({ powershell: (await standIn()).path });
    const { id } = real.add(draft());
    await real.open(id);
    const backend = await connected(real, id);
    await real.remove(id);
    expect(real.list()).toEqual([]);
    expect(forgotten).toEqual([id]);
    expect(await backend.refresh()).toMatchObject({ ok: false, error: { kind: 'notConnected' } });
  });

  test('whose PowerShell is not there say so at once, harm no other, and are tried at once when somebody asks', async () => {
    const { real, log } = rig({ powershell: '/nowhere/powershell' });
    const { id } = real.add(draft());
    await real.open(id);
    const watcher = watch(backendOf(real, id));
    await watcher.until('it is lost', () => watcher.connection?.status === 'lost');
    expect(watcher.connection).toMatchObject({
      error: { kind: 'unsupported', message: expect.stringContaining('/nowhere/powershell') as string },
    });
    expect(real.list()).toMatchObject([{ open: true }]);
    await vi.waitFor(() => expect(log.lines.join('\n')).toContain('could not be opened: "/nowhere/powershell"'), {
      timeout: 60_000,
    });
    const lost = watcher.updates.length;
    await real.open(id);
    await watcher.until('it is tried again', () => watcher.updates.length > lost);
  });
});

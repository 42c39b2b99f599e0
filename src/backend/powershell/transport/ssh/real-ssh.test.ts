import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionPlace } from '#shared/contract/connections';
import { person } from '../../../../../tests/support/person';
import { standInLaunch } from '../../../../../tests/support/stand-in-agent/launch';
import { farProgram, findSshd, startSshd, temporaryUser, type Sshd } from '../../../../../tests/support/sshd';
import { computerTime } from '../../../real-time';
import type { AgentPool } from '../../agent/agent-pool';
import type { AgentResult } from '../../agent/agent-request';
import type { ClusterTransport } from '../../cluster-transport';
import type { Asker } from '../asker';
import { transportOf } from '../place-transport';
import { startAskpassServer } from './askpass-server';

const sshd = findSshd();
const user = sshd === null ? null : temporaryUser();
const askpassFolder = fileURLToPath(new URL('../../../../../resources/askpass', import.meta.url));
const host = '127.0.0.1';

type SshPlace = Extract<ConnectionPlace, { kind: 'ssh' }>;

describe.skipIf(sshd === null)('OpenSSH', () => {
  let server: Sshd;
  let agent: string;
  let folder: string;
  let knownHosts: string;
  let log: string[];
  let opened: { readonly transport: ClusterTransport; readonly pool: AgentPool }[];

  beforeAll(async () => {
    server = await startSshd(sshd ?? '');
    const { command, args } = standInLaunch({ beat: 1000 });
    agent = farProgram(server.folder, 'agent', [command, ...args]);
  });
  afterAll(async () => {
    await server.stop();
    user?.remove();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regroup-ssh-'));
    knownHosts = join(folder, 'user data', 'known_hosts');
    log = [];
    opened = [];
  });
  afterEach(() => {
    for (const { transport, pool } of opened) {
      void pool.close();
      transport.signIn?.close();
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (asker: Asker | null, more: Partial<SshPlace> = {}) => {
    const place: SshPlace = {
      kind: 'ssh',
      host,
      user: server.user,
      port: server.port,
      identity: server.key,
      executable: agent,
      ...more,
    };
    const made = transportOf(place, {
      script: '',
      time: computerTime,
      log: (_, text) => void log.push(text),
      asker,
      knownHosts,
      askpassFolder,
      powershell: null,
      modulePath: null,
    });
    if (!made.ok) throw new Error(made.error);
    const transport = made.value;
    const [seat] = transport.seats([]);
    if (seat === undefined) throw new Error('There is no seat.');
    const pool = transport.open(seat, () => undefined);
    opened.push({ transport, pool });
    return { transport, pool, seat };
  };
  const ping = (pool: AgentPool, lane: Parameters<AgentPool['request']>[0] = 'read'): Promise<AgentResult> =>
    pool.request(lane, { op: 'ping', args: { text: 'there' }, timeout: 30_000 });
  const answered = { ok: true, value: { text: 'there' } };
  const errorOf = (result: AgentResult) => (result.ok ? null : result.error);

  it('signs in with a key, and shows the key of a new host once: it is remembered', async () => {
    const first = person();
    expect(await ping(open(first).pool)).toEqual(answered);
    expect(first.asked).toEqual([{ host, keyType: 'ED25519', fingerprint: server.fingerprint() }]);
    const second = person();
    expect(await ping(open(second).pool)).toEqual(answered);
    expect(second.asked).toEqual([]);
  });

  it('does not sign in where the key of a host is not trusted, and asks again only when somebody connects again', async () => {
    const suspicious = person([], false);
    const { transport, pool, seat } = open(suspicious);
    expect(errorOf(await ping(pool))).toMatchObject({ kind: 'cancelled', stage: 'authenticate', fate: 'notBegun' });
    expect(errorOf(await ping(pool))).toMatchObject({ kind: 'cancelled' });
    expect(suspicious.asked).toHaveLength(1);
    expect(existsSync(knownHosts)).toBe(false);
    transport.signIn?.askAgain();
    const again = transport.open(seat, () => undefined);
    await ping(again);
    void again.close();
    expect(suspicious.asked).toHaveLength(2);
  });

  it('refuses a host whose key has changed, and says how to go on', async () => {
    expect(await ping(open(person()).pool)).toEqual(answered);
    await server.changeHostKey();
    const asked = person();
    const error = errorOf(await ping(open(asked).pool));
    expect(error).toMatchObject({ kind: 'accessDenied', stage: 'authenticate' });
    expect(error?.message).toContain('has changed');
    expect(error?.advice).toContain(`ssh-keygen -R "[${host}]:${server.port}" -f "${knownHosts}"`);
    expect(asked.asked).toEqual([]);
  });

  it('says that a key is refused', async () => {
    const error = errorOf(await ping(open(person(), { identity: server.strangeKey }).pool));
    expect(error).toMatchObject({ kind: 'cancelled', stage: 'authenticate' });
    expect(server.log()).not.toContain('Failed password');
  });

  it('says so where nothing listens', async () => {
    const error = errorOf(await ping(open(person(), { port: 1 }).pool));
    expect(error).toMatchObject({
      kind: 'notConnected',
      stage: 'reach',
      message: `${host} does not answer ssh on port 1.`,
    });
    expect(error?.advice).toContain('sshd');
  });

  it('says so where there is no such computer', async () => {
    const error = errorOf(await ping(open(person(), { host: 'demo1.invalid' }).pool));
    expect(error).toMatchObject({ kind: 'notConnected', stage: 'reach' });
    expect(error?.message).toContain('demo1.invalid');
  });

  it('says so where there is no PowerShell', async () => {
    const error = errorOf(await ping(open(person(), { executable: '/nowhere/pwsh' }).pool));
    expect(error).toMatchObject({ kind: 'unsupported', stage: 'agent' });
    expect(error?.message).toContain('/nowhere/pwsh');
  });

  it('asks for the passphrase of a key once for all processes, and keeps it out of everything that is written', async () => {
    const asker = person([server.passphrase]);
    const { pool } = open(asker, { identity: server.lockedKey });
    const lanes = ['read', 'read', 'write', 'watch'] as const;
    expect(await Promise.all(lanes.map((lane) => ping(pool, lane)))).toEqual(lanes.map(() => answered));
    expect(asker.asked).toMatchObject([
      { keyType: 'ED25519' },
      { kind: 'passphrase', file: server.lockedKey, host, wrongBefore: false },
    ]);
    expect(`${log.join('\n')}${readFileSync(knownHosts, 'utf8')}`).not.toContain(server.passphrase);
  });

  it('asks again after a wrong passphrase and uses it for nothing else', async () => {
    const asker = person(['wrong', server.passphrase]);
    const { pool } = open(asker, { identity: server.lockedKey });
    expect(await ping(pool)).toEqual(answered);
    expect(await ping(pool, 'write')).toEqual(answered);
    expect(asker.asked.slice(1)).toMatchObject([{ wrongBefore: false }, { wrongBefore: true }]);
  });

  it('tries nothing more when a question is cancelled, until somebody connects again', async () => {
    const asker = person([null, server.passphrase]);
    const { transport, pool, seat } = open(asker, { identity: server.lockedKey });
    const answers = await Promise.all([ping(pool), ping(pool, 'write')]);
    for (const answer of answers) expect(errorOf(answer)).toMatchObject({ kind: 'cancelled', stage: 'authenticate' });
    expect(asker.asked).toHaveLength(2);
    transport.signIn?.askAgain();
    const again = transport.open(seat, () => undefined);
    expect(await ping(again)).toEqual(answered);
    void again.close();
  });

  it.skipIf(user === null)('asks for a password once for all processes', async () => {
    const asker = person([user?.password ?? '']);
    const { pool } = open(asker, { user: user?.name ?? '', identity: null });
    const lanes = ['read', 'read', 'write', 'watch'] as const;
    expect(await Promise.all(lanes.map((lane) => ping(pool, lane)))).toEqual(lanes.map(() => answered));
    expect(asker.asked.slice(1)).toEqual([{ kind: 'password', account: user?.name, host, wrongBefore: false }]);
  });

  it.skipIf(user === null)('asks again after a wrong password, and gives up after the third', async () => {
    const right = person(['wrong', user?.password ?? '']);
    expect(await ping(open(right, { user: user?.name ?? '', identity: null }).pool)).toEqual(answered);
    const wrong = person(['one', 'two', 'three', 'four', 'five']);
    const { pool } = open(wrong, { user: user?.name ?? '', identity: null });
    const answers = await Promise.all([ping(pool), ping(pool, 'write')]);
    expect(answers.map(errorOf)).toMatchObject([
      { kind: 'accessDenied', stage: 'authenticate' },
      { kind: 'accessDenied', stage: 'authenticate' },
    ]);
    expect(wrong.asked).toHaveLength(3);
  });

  it('asks nothing where nobody can answer', async () => {
    const error = errorOf(await ping(open(null).pool));
    expect(error).toMatchObject({ kind: 'accessDenied', stage: 'authenticate' });
    expect(error?.message).toContain('is not known');
  });

  it('tells that a connection was cut in the middle of an answer, and connects again without a question', async () => {
    const asker = person([server.passphrase]);
    const { pool } = open(asker, { identity: server.lockedKey });
    let begun = (): void => undefined;
    const half = new Promise<void>((resolve) => (begun = resolve));
    const reading = pool.request('read', {
      op: 'read',
      args: { section: 'begins' },
      timeout: 30_000,
      onRows: () => begun(),
    });
    await half;
    server.cut();
    expect(errorOf(await reading)).toMatchObject({
      kind: 'notConnected',
      fate: 'unknown',
      message: `The connection to ${host} was cut.`,
    });
    expect(await ping(pool)).toEqual(answered);
    expect(asker.asked).toHaveLength(2);
  });

  it('says a secret to nobody but the ssh that it is for', async () => {
    const asking = await startAskpassServer(askpassFolder);
    const questions: string[] = [];
    const expected = asking.expect((question) => {
      questions.push(question);
      return Promise.resolve('s€cret');
    });
    const ask = (environment: { readonly [name: string]: string }): Promise<string> =>
      promisify(execFile)(environment['SSH_ASKPASS'] ?? '', ["admin@demo1's password: "], {
        env: { ...process.env, ...environment },
      }).then(
        ({ stdout }) => stdout,
        () => 'refused',
      );
    expect(await ask(expected.environment)).toBe('s€cret\n');
    expect(await ask({ ...expected.environment, REGROUP_ASKPASS_TOKEN: '0'.repeat(64) })).toBe('refused');
    expected.end();
    expect(await ask(expected.environment)).toBe('refused');
    expect(questions).toEqual(["admin@demo1's password: "]);
    asking.close();
  });

  it('passes nothing of it on to the node', async () => {
    const { pool } = open(person([server.passphrase]), { identity: server.lockedKey });
    const seen = await pool.request('read', { op: 'read', args: { section: 'visible' }, timeout: 30_000 });
    expect(seen.ok && JSON.stringify(seen.value)).not.toMatch(/correct horse|askpass/i);
  });
});

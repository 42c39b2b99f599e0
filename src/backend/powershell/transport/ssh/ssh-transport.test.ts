import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { computerTime } from '../../../real-time';
import { agentArguments, askNothing } from './ssh-arguments';
import { sshProblem, type SshPlace } from './ssh-place';
import { sshTransport } from './ssh-transport';

const place: SshPlace = {
  host: 'demo1.sws.com',
  user: 'admin@sws.com',
  port: null,
  identity: null,
  executable: 'powershell.exe',
  modulePath: null,
  ssh: 'ssh',
};

const around = { script: '', time: computerTime, log: () => undefined };

describe('ssh to a node', () => {
  test('starts PowerShell there without asking anything, and notices a connection that is dead', () => {
    const args = agentArguments({ ...place, port: 2222, identity: '/k' }, place.host, askNothing);
    expect(args.slice(0, args.indexOf('--'))).toEqual(
      expect.arrayContaining(['BatchMode=yes', 'ServerAliveInterval=5', '2222', '/k', 'admin@sws.com']),
    );
    const remote = args.slice(args.indexOf('--') + 1);
    expect(remote.slice(0, 3)).toEqual(['demo1.sws.com', 'powershell.exe', '-NoLogo']);
    // cmd.exe takes no more.
    expect(remote.join(' ').length).toBeLessThan(8191);
  });

  test('goes to the named host first, then to the other nodes, each once', () => {
    const seats = sshTransport(place, around, null).seats(['Demo2', 'DEMO1', 'Demo3']);
    expect(seats.map(({ name, node }) => [name, node])).toEqual([
      ['demo1.sws.com', 'DEMO1'],
      ['Demo2', 'Demo2'],
      ['Demo3', 'Demo3'],
    ]);
  });

  test.each([
    ['-oProxyCommand=touch /tmp/x', null],
    ['demo1;calc', null],
    ['$(x)', null],
    ['', null],
    ['demo1', 'a b'],
    ['demo1', '-l'],
    ['demo1', 'x`y'],
  ])('refuses a host %o with the user %o', (host, user) => {
    expect(sshProblem({ ...place, host, user })).not.toBeNull();
  });

  test.each([
    '`touch x`',
    '$(touch x)',
    'demo2;calc',
    'root@elsewhere',
    'ssh://elsewhere',
    '-oProxyCommand=x',
    'a\nb',
    '',
  ])('starts nothing for a node that the cluster calls %j', async (node) => {
    const pool = sshTransport({ ...place, ssh: '/nowhere/ssh' }, around, null).open(
      { name: place.host, node: 'Demo1' },
      () => undefined,
    );
    const asked = { op: 'read', args: { section: 'machines' }, timeout: 30_000 } as const;
    expect(await pool.request({ node }, asked)).toMatchObject({
      ok: false,
      error: { kind: 'notConnected', message: expect.stringContaining('is no name of a computer') as string },
    });
    expect(await pool.request({ node: 'Demo2' }, asked)).toMatchObject({
      ok: false,
      error: { message: expect.not.stringContaining('name of a computer') as string },
    });
    await pool.close();
  });

  test.skipIf(process.platform === 'win32').each([
    ['ssh: Could not resolve hostname demo1: Name or service not known', /no computer called demo1/, []],
    ['Something that nobody knows', /ended with code 255/, ['Error output: Something that nobody knows']],
  ])('warns of what ssh says only where it could not be told better: %s', async (said, message, warnings) => {
    const folder = mkdtempSync(join(tmpdir(), 'regroup-ssh-'));
    const ssh = join(folder, 'ssh');
    writeFileSync(ssh, `#!/bin/sh\necho '${said}' >&2\nexit 255\n`, { mode: 0o755 });
    const warned: string[] = [];
    const log = (level: string, text: string): void => {
      if (level === 'warn') warned.push(text);
    };
    const pool = sshTransport({ ...place, host: 'demo1', ssh }, { ...around, log }, null).open(
      { name: 'demo1', node: null },
      () => undefined,
    );
    onTestFinished(async () => {
      await pool.close();
      rmSync(folder, { recursive: true });
    });
    const answer = await pool.request('read', { op: 'read', args: { section: 'nodes' }, timeout: 60_000 });
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) as string } });
    expect(warned).toEqual(warnings);
  });

  test.each(['powershell.exe', '/usr/local/bin/pwsh', 'C:\\Progra~1\\PowerShell\\7\\pwsh.exe'])(
    'runs %s',
    (executable) => expect(sshProblem({ ...place, executable })).toBeNull(),
  );

  test.each(['pwsh; rm -rf /', 'pwsh & calc', 'a b'])('does not run %s', (executable) =>
    expect(sshProblem({ ...place, executable })).not.toBeNull(),
  );

  test.each(['10.0.0.1', 'fe80::1%eth0', 'DEMO-1_x', 'demo1.sws.com'])('takes %s for a host', (host) =>
    expect(sshProblem({ ...place, host })).toBeNull(),
  );
});

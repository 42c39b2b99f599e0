import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue } from '#shared/model/operation';
import { fakeModuleFolder, findPwsh, powerShellFolder } from '../../../../tests/support/pwsh';
import { findSshd, startSshd, type Sshd } from '../../../../tests/support/sshd';
import { computerTime } from '../../real-time';
import type { AgentPool } from '../agent/agent-pool';
import type { AgentRequest, AgentResult } from '../agent/agent-request';
import { readAgentScript } from '../agent/agent-script';
import type { ClusterTransport } from '../cluster-transport';
import { person } from '../../../../tests/support/person';
import type { Asker } from './asker';
import { sessionTransport, type SessionPlace } from './session-transport';

const pwsh = findPwsh();
const sshd = findSshd();

/**
 * Windows alone has WinRM. Everything else of it is real here: sessions of PowerShell remoting, opened over ssh, to an
 * endpoint that runs scripts and to restricted ones (`RestrictedRemoteServer`), which have the module Regroup.
 */
describe.skipIf(pwsh === null || sshd === null)('sessions of PowerShell remoting', () => {
  let server: Sshd;
  let log: string[] = [];
  let opened: { readonly transport: ClusterTransport; readonly pool: AgentPool }[] = [];

  beforeAll(async () => {
    server = await startSshd(sshd ?? '', (folder) => {
      const subsystem = (name: string, more: string): string =>
        `Subsystem ${name} PSModulePath=${fakeModuleFolder} ${pwsh} -sshs -NoLogo -NoProfile ${more}`;
      const restricted = (name: string, visible: string): string => {
        const file = join(folder, `${name}.pssc`);
        writeFileSync(file, endpoint(visible));
        return subsystem(name, `-ConfigurationFile ${file}`);
      };
      return [
        subsystem('powershell', ''),
        restricted('operate', 'Invoke-RegroupEndpoint'),
        restricted('look', 'Invoke-RegroupReader'),
        restricted('other', 'Get-Date'),
      ];
    });
  });
  afterAll(() => server.stop());
  afterEach(async () => {
    for (const { transport, pool } of opened) {
      await pool.close();
      transport.signIn?.close();
    }
    opened = [];
    log = [];
  });

  const endpoint = (visible: string): string => `@{
    SchemaVersion    = '2.0.0.0'
    GUID             = 'f6b5c8a2-6a77-4a59-9a3b-0f6f0c0d7a05'
    SessionType      = 'RestrictedRemoteServer'
    ModulesToImport  = @('${join(powerShellFolder, 'jea', 'Regroup')}')
    VisibleFunctions = @('${visible}')
  }`;

  /** Opens sessions over ssh instead of WinRM. What the real one gets beside it is looked at. */
  const overSsh = (): string => `
function New-RegroupSession {
    param($Place)
    if ($Place['user'] -and $Place['secret'] -cne 'right') {
        $exception = New-Object InvalidOperationException 'The user name or password is incorrect.'
        throw (New-Object Management.Automation.ErrorRecord $exception, 'LogonFailure,PSSessionOpenFailed', 'OpenError', $null)
    }
    $subsystem = 'powershell'
    if ($Place['configuration']) { $subsystem = $Place['configuration'] }
    $options = @{ StrictHostKeyChecking = 'no'; UserKnownHostsFile = '/dev/null'; LogLevel = 'ERROR' }
    New-PSSession -HostName $Place['computer'] -Port ${server.port} -KeyFilePath '${server.key}' -Subsystem $subsystem -Options $options
}`;

  const open = (more: Partial<SessionPlace> = {}, asker: Asker | null = null): AgentPool => {
    const place: SessionPlace = {
      host: '127.0.0.1',
      user: null,
      port: null,
      ssl: false,
      configuration: null,
      executable: pwsh ?? '',
      modulePath: fakeModuleFolder,
      ...more,
    };
    const around = {
      script: readAgentScript(powerShellFolder, overSsh()),
      time: computerTime,
      log: (_: unknown, text: string) => void log.push(text),
    };
    const transport = sessionTransport(place, around, asker);
    const [seat] = transport.seats([]);
    if (seat === undefined) throw new Error('There is no seat.');
    const pool = transport.open(seat, () => undefined);
    opened.push({ transport, pool });
    return pool;
  };

  const rowsOf = async (pool: AgentPool, section: string): Promise<readonly JsonValue[] | AgentResult> => {
    const rows: JsonValue[] = [];
    const onRows = (more: readonly JsonValue[]): void => void rows.push(...more);
    const answer = await pool.request('read', { op: 'read', args: { section }, timeout: 60_000, onRows });
    return answer.ok ? rows : answer;
  };
  const run = (pool: AgentPool, calls: readonly Call[], more: Partial<AgentRequest> = {}): Promise<AgentResult> => {
    const steps = calls.map(({ cmdlet, parameters }) => ({ kind: 'pipeline', calls: [{ cmdlet, parameters }] }));
    return pool.request('write', { op: 'run', args: { steps }, timeout: 60_000, ...more });
  };
  const start = (name: string): Call => ({ cmdlet: 'Start-ClusterGroup', parameters: { Name: name, Wait: 0 } });
  const stop = (name: string): Call => ({ cmdlet: 'Stop-ClusterGroup', parameters: { Name: name } });
  const test: Call = { cmdlet: 'Test-Cluster', parameters: { Node: ['Demo1'], Confirm: false } };
  const firstNode = {
    Name: 'Demo1',
    State: 1,
    StatusInformation: '18446744073709551615',
    FaultDomain: ['Site:1', 'Rack:2'],
    DrainStatus: null,
  };

  it.each([
    ['an endpoint that runs scripts', null],
    ['a restricted one with the module Regroup', 'operate'],
  ])('read and act through %s as on the node itself', async (_, configuration) => {
    const pool = open({ configuration });
    const nodes = await rowsOf(pool, 'nodes');
    expect(nodes).toHaveLength(3);
    expect(nodes).toMatchObject([firstNode, {}, {}]);
    expect(await rowsOf(pool, 'availableDisks')).toHaveLength(3000);
    expect(log.join('\n')).not.toContain('got 0078');
    expect(await run(pool, [start('x')])).toEqual({ ok: true, value: { files: [] } });
    expect(log).toContain('warning: got 0078 wait=0 cluster=');
    expect(await run(pool, [stop('win32')])).toMatchObject({ error: { kind: 'noQuorum', code: 5925, fate: 'failed' } });
    expect(await run(pool, [{ cmdlet: 'Remove-Item', parameters: { Path: '/' } }])).toMatchObject({
      error: { kind: 'unsupported' },
    });
    const tested = await run(pool, [test]);
    const { files } = (tested.ok ? tested.value : null) as { readonly files: readonly { readonly fullName: string }[] };
    const args = { path: files[0]?.fullName ?? '', offset: 0, length: 6 };
    expect(await pool.request('write', { op: 'file', args, timeout: 60_000 })).toEqual({
      ok: true,
      value: { base64: Buffer.from('<html>').toString('base64'), end: false },
    });
  });

  it('stop what is cancelled, and go on in the same session', async () => {
    const pool = open();
    const abort = new AbortController();
    // The first step is done, so the second one runs.
    const onRows = (): void => abort.abort();
    const answer = await run(pool, [start('x'), start('hang')], { signal: abort.signal, onRows });
    expect(answer).toMatchObject({ error: { kind: 'cancelled', fate: 'unknown' } });
    expect(await run(pool, [start('x')])).toMatchObject({ ok: true });
  });

  it('tell when the connection is cut, and are opened again', async () => {
    const pool = open();
    const answer = await run(pool, [start('x'), start('hang')], { onRows: () => server.cut() });
    expect(answer).toMatchObject({ error: { kind: 'notConnected', fate: 'unknown' } });
    expect(await run(pool, [start('x')])).toMatchObject({ ok: true });
  });

  it('only look where the account has no other role, and do nothing where it has none', async () => {
    const looking = open({ configuration: 'look' });
    expect(await rowsOf(looking, 'nodes')).toMatchObject([firstNode, {}, {}]);
    expect(await rowsOf(looking, 'role')).toEqual([{ Runs: false, Reports: true }]);
    expect(await rowsOf(open({ configuration: 'operate' }), 'role')).toEqual([{ Runs: true, Reports: true }]);
    expect(await run(looking, [start('x')])).toMatchObject({ error: { kind: 'accessDenied', fate: 'failed' } });
    const log: Call = { cmdlet: 'Get-ClusterLog', parameters: { Destination: '/somewhere' } };
    const refusal = { error: { kind: 'accessDenied', fate: 'failed' } };
    expect(await run(looking, [log])).toMatchObject(refusal);
    expect(await run(looking, [test])).toMatchObject(refusal);
    expect(await run(looking, [{ ...log, parameters: { Destination: '.' } }, start('x')])).toMatchObject(refusal);
    const disguised = { 'Desti\u00adnation': '/somewhere', Destination: '.' };
    expect(await run(looking, [{ ...log, parameters: disguised }])).toMatchObject({
      error: { kind: 'unsupported', message: expect.stringContaining('not one that Regroup uses') as string },
    });
    // It is no refusal that the module of this test has no such cmdlet.
    expect(await run(looking, [{ ...log, parameters: { Destination: '.' } }])).toMatchObject({
      error: { kind: 'unsupported' },
    });
    expect(await run(open({ configuration: 'other' }), [start('x')])).toMatchObject({
      error: { kind: 'accessDenied', stage: 'agent', fate: 'notBegun' },
    });
  });

  it('offer nothing else to users of a restricted endpoint, not even modules of their own', () => {
    const evil = join(server.folder, 'FailoverClusters');
    mkdirSync(evil);
    writeFileSync(
      join(evil, 'FailoverClusters.psm1'),
      `[IO.File]::WriteAllText('${join(server.folder, 'owned')}', '')`,
    );
    const open = { id: 1, op: 'open', args: { modulePath: `=${server.folder}` } };
    const script = `${overSsh()}
$session = New-RegroupSession @{ computer = '127.0.0.1'; configuration = 'operate' }
foreach ($call in @(@('Invoke-RegroupEndpoint', @{ Line = '${Buffer.from(JSON.stringify(open)).toString('base64')}' }),
    @('Get-ClusterNode', @{}), @('Get-Content', @{ Path = '/etc/hosts' }), @('Invoke-RegroupTwin', @{}), @('Set-Variable', @{}))) {
  $shell = [powershell]::Create()
  $shell.Runspace = $session.Runspace
  try { [string]$shell.AddCommand($call[0]).AddParameters($call[1]).Invoke()[0] } catch { $_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId }
}`;
    const said = execFileSync(pwsh ?? '', ['-NoLogo', '-NoProfile', '-Command', script], { encoding: 'utf8' });
    const [opening, ...others] = said.trim().split(/\r?\n/);
    expect(opening).toContain('"FailoverClusters":"2.0.0.0"');
    expect(others).toEqual(Array.from({ length: 4 }, () => 'CommandNotFoundException'));
    expect(existsSync(join(server.folder, 'owned'))).toBe(false);
  });

  it('ask for a password once, again when it was wrong, and give up after the third', async () => {
    const right = person(['wrong', 'right']);
    const pool = open({ user: 'SWS\\admin' }, right);
    expect(await Promise.all([rowsOf(pool, 'nodes'), run(pool, [start('x')])])).toMatchObject([{}, { ok: true }]);
    expect(right.asked).toEqual([
      { kind: 'password', account: 'SWS\\admin', host: '127.0.0.1', wrongBefore: false },
      { kind: 'password', account: 'SWS\\admin', host: '127.0.0.1', wrongBefore: true },
    ]);
    expect(log.join('\n')).not.toContain('right');
    const wrong = person(['one', 'two', 'three', 'four']);
    const refused = open({ user: 'SWS\\admin' }, wrong);
    const answers = await Promise.all([rowsOf(refused, 'nodes'), run(refused, [start('x')])]);
    expect(answers).toMatchObject(answers.map(() => ({ error: { kind: 'accessDenied', stage: 'authenticate' } })));
    expect(wrong.asked).toHaveLength(3);
  });
});

interface Call {
  readonly cmdlet: string;
  readonly parameters: { readonly [name: string]: JsonValue };
}

import { describe, expect, it, vi } from 'vitest';
import { ManualTime } from '../../../../tests/support/manual-time';
import { fakeModuleFolder, findPwsh, powerShellFolder, pwshLaunch } from '../../../../tests/support/pwsh';
import { realAgents, runCalls as run, start } from '../../../../tests/support/real-agent';
import { startAgentProcess } from './agent-launch';
import { readAgentScript } from './agent-script';
import { createAgentSession } from './agent-session';

const pwsh = findPwsh();
const { rig, shared } = realAgents(pwsh ?? '');

/** A session without an agent around it, which sends what it is told to without waiting for its turn. */
function rawSession() {
  return createAgentSession({
    process: startAgentProcess(pwshLaunch(pwsh ?? '')),
    tag: 'd'.repeat(32),
    script: readAgentScript(powerShellFolder),
    time: new ManualTime(),
    log: () => undefined,
    onPush: () => undefined,
    onEnd: () => undefined,
  });
}

describe.skipIf(pwsh === null)('the agent in PowerShell, as a process', () => {
  it('stops a cmdlet that is cancelled, and goes on in the same process (trap 21)', async () => {
    const made = shared();
    const before = await made.agent.run({ op: 'ping', args: {}, timeout: 60_000 });
    expect(before.ok).toBe(true);
    const abort = new AbortController();
    const answer = run(made, [start('hang')], abort.signal);
    await vi.waitFor(() => expect(made.log.join()).toContain('hanging'), { timeout: 50_000 });
    abort.abort();
    expect(await answer).toMatchObject({ error: { kind: 'cancelled', fate: 'unknown' } });
    expect(await run(made, [start('x')])).toMatchObject({ ok: true });
  });

  it(
    'loses no stop, however early it comes: nothing was done then, or the cmdlet is stopped',
    { timeout: 300_000 },
    async () => {
      const made = shared();
      await run(made, [start('x')]);
      const fates = new Set<string>();
      for (let tick = 0; tick < 60; tick += 1) {
        const abort = new AbortController();
        const answer = run(made, [start('hang')], abort.signal);
        // The stop is sent in the same moment, and ever more turns of the loop later.
        for (let turn = 0; turn < tick; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        abort.abort();
        const result = await answer;
        expect(result).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
        if (!result.ok) fates.add(result.error.fate);
      }
      expect(fates).not.toContain('failed');
      expect(await run(made, [start('x')])).toMatchObject({ ok: true });
    },
  );

  it('takes what waits for its turn out of the line when it is stopped', async () => {
    const session = rawSession();
    expect(await session.open({ modulePath: fakeModuleFolder }, 60_000)).toMatchObject({ ok: true });
    const [first, second] = [new AbortController(), new AbortController()];
    const steps = (name: string) => ({ steps: [{ kind: 'pipeline', calls: [{ ...start(name) }] }] });
    const running = session.request({ op: 'run', args: steps('hang'), timeout: null, signal: first.signal });
    const waiting = session.request({ op: 'run', args: steps('x'), timeout: null, signal: second.signal });
    second.abort();
    expect(await waiting).toMatchObject({ error: { kind: 'cancelled', fate: 'notBegun' } });
    first.abort();
    expect(await running).toMatchObject({ error: { kind: 'cancelled' } });
    await session.close();
  });

  it('is killed when a cmdlet hangs and cannot be stopped (traps 3 and 8)', async () => {
    const made = rig();
    await run(made, [start('x')]);
    const abort = new AbortController();
    const answer = run(made, [start('hang hard')], abort.signal);
    await made.agent.run({ op: 'ping', args: {}, timeout: 60_000 });
    abort.abort();
    made.time.pass(2000);
    expect(await answer).toMatchObject({ error: { kind: 'cancelled', fate: 'unknown' } });
    const next = run(made, [start('x')]);
    made.time.pass(500);
    expect(await next).toMatchObject({ ok: true });
  });

  it('pushes what the cluster says, until it is stopped', async () => {
    const part = `
function Register-CimIndicationEvent {
  param($Namespace, $Query, $SourceIdentifier, $ComputerName)
  if ($Namespace -ne 'root/MSCluster' -or $ComputerName -ne 'SWSCLUSTER') { throw 'wrong place' }
  foreach ($name in 'SQL-01', 'FS1', 'SQL-01') {
    $change = Add-Member -InputObject (New-Object EventArgs) -PassThru -NotePropertyName NewEvent -NotePropertyValue (
      [PSCustomObject]@{ EventObjectType = [uint32]3; EventObjectName = $name })
    [void](New-Event -SourceIdentifier $SourceIdentifier -EventArguments @($change))
  }
}`;
    const made = rig({ cluster: 'SWSCLUSTER' }, part);
    const abort = new AbortController();
    const watching = made.agent.run({ op: 'watch', args: {}, timeout: null, signal: abort.signal });
    await made.pushed(3);
    expect(made.pushes).toEqual(
      expect.arrayContaining([
        { what: '', name: '' },
        { what: 'group', name: 'SQL-01' },
        { what: 'group', name: 'FS1' },
      ]),
    );
    abort.abort();
    expect(await watching).toMatchObject({ error: { kind: 'cancelled' } });
  });

  it('exits when its input ends, even while a cmdlet hangs (trap 22)', async () => {
    const child = startAgentProcess(pwshLaunch(pwsh ?? ''));
    const ended = new Promise<void>((resolve) => child.onExit(() => resolve()));
    const session = createAgentSession({
      process: { ...child, kill: () => undefined },
      tag: 'b'.repeat(32),
      script: readAgentScript(powerShellFolder),
      time: new ManualTime(),
      log: () => undefined,
      onPush: () => undefined,
      onEnd: () => undefined,
    });
    await session.open({ modulePath: fakeModuleFolder }, 60_000);
    const steps = [{ kind: 'pipeline', calls: [{ cmdlet: 'Start-ClusterGroup', parameters: { Name: 'hang hard' } }] }];
    void session.request({ op: 'run', args: { steps }, timeout: null });
    await session.request({ op: 'ping', args: {}, timeout: null });
    child.endInput();
    await ended;
  });

  it('beats while a cmdlet hangs', async () => {
    const child = startAgentProcess(pwshLaunch(pwsh ?? ''));
    const tag = 'c'.repeat(32);
    const busyBeat = new Promise<void>((resolve) => {
      const beat = Buffer.from(JSON.stringify({ busy: true })).toString('base64');
      child.onOutput((chunk) => {
        if (chunk.toString('utf8').includes(`RG1 ${tag} 0 beat ${beat}`)) resolve();
      });
    });
    const session = createAgentSession({
      process: child,
      tag,
      script: readAgentScript(powerShellFolder),
      time: new ManualTime(),
      log: () => undefined,
      onPush: () => undefined,
      onEnd: () => undefined,
    });
    await session.open({ modulePath: fakeModuleFolder }, 60_000);
    const steps = [{ kind: 'pipeline', calls: [{ cmdlet: 'Start-ClusterGroup', parameters: { Name: 'hang hard' } }] }];
    void session.request({ op: 'run', args: { steps }, timeout: null });
    await busyBeat;
    child.kill();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { JsonValue } from '#shared/model/operation';
import { agentRig, type AgentRig } from '../../../../tests/support/stand-in-agent/agent-rig';
import { standInLaunch, type StandInOptions } from '../../../../tests/support/stand-in-agent/launch';
import { environmentOf, startAgentProcess } from './agent-launch';

// Processes start slowly on a machine that is busy.
const rigs: AgentRig[] = [];

function rig(options: StandInOptions = {}): AgentRig {
  const made = agentRig({ launch: standInLaunch(options) });
  rigs.push(made);
  return made;
}

afterEach(() => {
  for (const { agent } of rigs.splice(0)) void agent.close();
});

/** Asserts that the agent has gone on in a new process, and answers again. */
async function expectNewProcess({ read, time }: AgentRig, old: JsonValue): Promise<void> {
  const answer = read('pid');
  time.pass(500);
  const result = await answer;
  expect(result).toMatchObject({ ok: true });
  expect(result.ok && result.value).not.toBe(old);
}

async function pidOf({ read }: AgentRig): Promise<JsonValue> {
  const result = await read('pid');
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('an agent', () => {
  it('answers with rows as they come, and a value at the end', async () => {
    const rows: JsonValue[] = [];
    const { read } = rig();
    const result = await read('echo', {
      args: { section: 'echo', name: "O'Neill $(x) `n" },
      onRows: (more) => rows.push(...more),
    });
    expect(result).toEqual({ ok: true, value: { section: 'echo', name: "O'Neill $(x) `n" } });
    expect(rows).toEqual([{ section: 'echo', name: "O'Neill $(x) `n" }]);
  });

  it('keeps its process from one request to the next', async () => {
    const made = rig();
    expect(await pidOf(made)).toBe(await pidOf(made));
  });

  it('gets no PSModulePath from the process that starts it (trap 23)', async () => {
    const own = { PSModulePath: 'x', PsMoDuLePaTh: 'y', PATH: 'z' };
    expect(
      Object.keys(environmentOf({ command: 'pwsh', args: [] }, own)).map((name) => name.toLowerCase()),
    ).not.toContain('psmodulepath');
    expect(environmentOf({ command: 'pwsh', args: [], environment: { EXTRA: '1' } }, own)).toMatchObject({
      DOTNET_MultiCoreJitNoProfileGather: '1',
      PATH: 'z',
      EXTRA: '1',
    });
    expect(await rig().read('environment')).toEqual({ ok: true, value: [] });
  });

  it('is told nothing by its command line or environment, where others could read it (trap 26)', async () => {
    const made = agentRig({ launch: standInLaunch(), open: { credential: 'open sesame' } });
    rigs.push(made);
    const answer = await made.read('visible', { args: { section: 'visible', key: 'open sesame' } });
    expect(answer.ok).toBe(true);
    expect(JSON.stringify(answer)).not.toContain('sesame');
  });

  it('passes on what the cluster pushes, and writes notes to the log without control characters', async () => {
    const { read, pushes, log } = rig();
    await read('push');
    expect(pushes).toEqual([{ what: 'group', name: 'SQL-01' }]);
    await read('note');
    expect(log).toContain('warning: Look [31m out');
  });

  it('reads large answers whole, in frames of bounded size (trap 20)', async () => {
    const rows: JsonValue[] = [];
    expect(await rig().read('large', { onRows: (more) => rows.push(...more) })).toMatchObject({ ok: true });
    expect(rows).toHaveLength(5000);
  });
});

describe('what is no answer', () => {
  it('goes to the log: banner, byte order mark, warnings (traps 6 and 19)', async () => {
    const { read, log } = rig({ start: 'banner' });
    expect(await read('stray')).toEqual({ ok: true, value: 'after' });
    expect(log).toContain('Output: Windows PowerShell');
    expect(log).toContain('Output: WARNING: something');
    expect(log).toContain('Output: RG1 looks like a frame');
  });

  it('on standard error is drained, however much, and fails nothing (traps 8 and 20)', async () => {
    expect(await rig().read('flood')).toEqual({ ok: true, value: 'after' });
  });

  it('on standard error is logged as text, without CLIXML and progress (trap 7)', async () => {
    const { read, log, logged } = rig();
    expect(await read('clixml')).toEqual({ ok: true, value: 'after' });
    await logged('Error output');
    expect(log).toEqual(['Error output: Get-Thing : it is <gone>']);
  });

  it('with the tag of another session goes to the log, and the answer counts (trap 19)', async () => {
    expect(await rig().read('wrongTag')).toEqual({ ok: true, value: 'real' });
  });

  it('arrives whole though it is cut inside a character (trap 18)', async () => {
    const { read, log } = rig();
    expect(await read('pieces')).toEqual({ ok: true, value: 'Gr\u00fc\u00dfe \u{1F5A5}' });
    expect(log).toEqual(['Output: Gr\u00fc\u00dfe \u{1F5A5}']);
  });
});

describe('an agent that misbehaves', () => {
  it.each(['garbage', 'notJson', 'wrongForm', 'wrongId', 'huge'])(
    'is ended and started anew: %s (traps 8 and 20)',
    async (section) => {
      const made = rig();
      const old = await pidOf(made);
      expect(await made.read(section)).toMatchObject({ ok: false, error: { kind: 'agentCrashed', fate: 'unknown' } });
      await expectNewProcess(made, old);
    },
  );

  it.each(['dies', 'half'])(
    'and dies in the middle leaves the fate of its request unknown: %s (trap 24)',
    async (section) => {
      const rows: JsonValue[] = [];
      const made = rig();
      const old = await pidOf(made);
      const result = await made.read(section, { onRows: (more) => rows.push(...more) });
      expect(result).toMatchObject({ ok: false, error: { kind: 'agentCrashed', fate: 'unknown' } });
      expect(!result.ok && result.error.message).toContain('ended with code 7');
      expect(rows).toEqual(section === 'dies' ? [{ name: 'first' }] : []);
      await expectNewProcess(made, old);
    },
  );

  it('and does not answer in time is killed (traps 3 and 8)', async () => {
    const made = rig();
    const old = await pidOf(made);
    const answer = made.read('never', { timeout: 10_000 });
    await made.logged('never');
    made.time.pass(9_999);
    made.time.pass(1);
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'timeout', fate: 'unknown' } });
    await expectNewProcess(made, old);
  });

  it('and gives no sign of life is killed before its request is due', async () => {
    const made = rig();
    const answer = made.read('never', { timeout: 600_000 });
    await made.logged('never');
    made.time.pass(16_000);
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'agentCrashed', fate: 'unknown' } });
  });

  it('gets its time again after the computer slept', async () => {
    const made = rig();
    const answer = made.read('never', { timeout: 10_000 });
    await made.logged('never');
    made.time.sleep(3_600_000);
    expect(await Promise.race([answer, made.read('x').then(() => 'alive')])).toBe('alive');
    made.time.pass(10_000);
    expect(await answer).toMatchObject({ error: { kind: 'timeout' } });
  });
});

describe('cancelling a request', () => {
  it('stops it at the far end and keeps the agent (trap 21)', async () => {
    const made = rig();
    const old = await pidOf(made);
    const abort = new AbortController();
    const answer = made.read('never', { signal: abort.signal });
    await made.logged('never');
    abort.abort();
    expect(await answer).toMatchObject({ error: { kind: 'cancelled', fate: 'unknown' } });
    expect(await pidOf(made)).toBe(old);
  });

  it('knows that nothing was done where the agent says that it had not begun', async () => {
    expect(await rig().read('notBegun')).toMatchObject({ error: { kind: 'cancelled', fate: 'notBegun' } });
  });

  it('kills an agent that does not stop within two seconds', async () => {
    const made = rig();
    const old = await pidOf(made);
    const abort = new AbortController();
    const answer = made.read('stubborn', { signal: abort.signal });
    await made.logged('stubborn');
    abort.abort();
    made.time.pass(2000);
    expect(await answer).toMatchObject({ error: { kind: 'cancelled', fate: 'unknown' } });
    await expectNewProcess(made, old);
  });

  it('before it began sends nothing', async () => {
    expect(await rig().read('echo', { signal: AbortSignal.abort() })).toMatchObject({
      error: { kind: 'cancelled', fate: 'notBegun' },
    });
  });
});

describe('an agent that does not start', () => {
  it.each([
    ['exit', 'agentCrashed', 'ended with code 3'],
    ['crash', 'agentCrashed', 'ended with code 4'],
    ['refuse', 'unsupported', 'FailoverClusters'],
    ['constrained', 'unsupported', 'constrained language mode'],
  ] as const)('says why: %s (trap 24)', async (start, kind, words) => {
    const result = await rig({ start }).read('echo');
    expect(result).toMatchObject({ ok: false, error: { kind, fate: 'notBegun' } });
    expect(!result.ok && result.error.message).toContain(words);
  });

  it.each(['/nowhere/pwsh', 'pw\0sh'])('because there is no such program says so', async (command) => {
    const made = agentRig({ launch: { command, args: [] } });
    const result = await made.read('echo');
    expect(!result.ok && result.error.message).toContain('could not be started');
  });

  it('within a minute is killed', async () => {
    const made = rig({ start: 'silent' });
    const answer = made.read('echo');
    await made.logged('silent');
    made.time.pass(60_000);
    expect(await answer).toMatchObject({ error: { kind: 'timeout', fate: 'notBegun' } });
  });

  it('is tried again after half a second, then after twice as long each time, at most half a minute', async () => {
    const made = rig({ start: 'exit' });
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 9; attempt++) {
      const before = made.time.now();
      const answer = made.read('echo');
      made.time.passToNext();
      expect(await answer).toMatchObject({ ok: false });
      pauses.push(made.time.now() - before);
    }
    expect(pauses).toEqual([0, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });
});

describe('the process of an agent', () => {
  it('is killed with its children, which hold its pipes (traps 4 and 22)', async () => {
    const child =
      "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1e9)'], { stdio: 'inherit' })";
    const agent = startAgentProcess({ command: process.execPath, args: ['-e', `${child}; console.log('started')`] });
    await new Promise<void>((resolve) => agent.onOutput(() => resolve()));
    agent.kill();
    // Its end is told only when nobody holds its output any more.
    await new Promise<void>((resolve) => agent.onExit(() => resolve()));
  });

  it('ends when its agent is closed (trap 22)', async () => {
    const agent = startAgentProcess(standInLaunch());
    const ended = new Promise<number | null>((resolve) => agent.onExit((_, code) => resolve(code)));
    agent.endInput();
    expect(await ended).toBe(0);
  });

  it('is gone when closing its agent is over', async () => {
    const made = rig();
    const pid = Number(await pidOf(made));
    expect(() => process.kill(pid, 0)).not.toThrow();
    await made.agent.close();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

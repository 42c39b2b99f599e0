import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#shared/model/operation';
import { findPwsh } from '../../../../tests/support/pwsh';
import { patterns, realAgents, runCalls as run, start, type AgentCall } from '../../../../tests/support/real-agent';
import type { AgentRig } from '../../../../tests/support/stand-in-agent/agent-rig';
import type { AgentResult } from './agent-request';

const pwsh = findPwsh();
const { rig, shared } = realAgents(pwsh ?? '');

const stop = (name: string): AgentCall => ({ cmdlet: 'Stop-ClusterGroup', parameters: { Name: name } });

function setProperty({ agent }: AgentRig, name: string, property: string, value: JsonValue): Promise<AgentResult> {
  const object = { cmdlet: 'Get-ClusterGroup', parameters: { Name: [name] } };
  const step = { kind: 'setProperty', object, property, value };
  return agent.run({ op: 'run', args: { steps: [step] }, timeout: 60_000 });
}

/** What the module's functions write of a name: its UTF-16 units. */
const unitsOf = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

describe.skipIf(pwsh === null)('the agent in PowerShell', () => {
  it('reads a section as flat rows: enumerations as numbers, 64 bits as text, lists as lists (traps 14 to 16)', async () => {
    const rows: JsonValue[] = [];
    const { read } = shared();
    expect(await read('nodes', { onRows: (more) => rows.push(...more) })).toEqual({ ok: true, value: null });
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      Name: 'Demo1',
      State: 1,
      NodeWeight: 1,
      StatusInformation: '18446744073709551615',
      FaultDomain: ['Site:1', 'Rack:2'],
      DrainStatus: null,
    });
    const cluster: JsonValue[] = [];
    await read('cluster', { onRows: (more) => cluster.push(...more) });
    expect(cluster).toMatchObject([{ Name: 'LOCAL', Id: '11111111-2222-3333-4444-555555555555' }]);
  });

  it('writes values that JSON, or the other PowerShell, would write in its own way (traps 15 to 17)', async () => {
    const part = `
$RegroupReads['values'] = {
  $local = [datetime]::SpecifyKind([datetime]'2026-03-01T12:00:00', 'Utc').ToLocalTime()
  [PSCustomObject]@{
    nan = [double]::NaN; infinite = [double]::PositiveInfinity; fraction = 1.5; markup = '<a href="x">&''</a>'
    time = $local; span = [timespan]'1.00:00:01'; id = [guid]'11111111-2222-3333-4444-555555555555'
    large = [long]::MaxValue; small = [long]1; none = @(); one = @('a'); nothing = $null; flag = $true
    decorated = (Add-Member -InputObject 'text' -NotePropertyName PSPath -NotePropertyValue 'x' -PassThru)
    owner = [PSCustomObject]@{ Name = 'Demo1'; Cluster = 'x' }; surrogate = [string][char]0xD800
  } | Select-RegroupFields -Fields 'nan', 'infinite', 'fraction', 'markup', 'time', 'span', 'id', 'large', 'small', 'none',
    'one', 'nothing', 'flag', 'decorated', 'owner', 'surrogate', 'absent'
}`;
    const rows: JsonValue[] = [];
    await rig({}, part).read('values', { onRows: (more) => rows.push(...more) });
    expect(rows).toEqual([
      {
        nan: null,
        infinite: null,
        fraction: 1.5,
        markup: `<a href="x">&'</a>`,
        time: '2026-03-01T12:00:00.0000000Z',
        span: 86_401,
        id: '11111111-2222-3333-4444-555555555555',
        large: '9223372036854775807',
        small: '1',
        none: [],
        one: ['a'],
        nothing: null,
        flag: true,
        decorated: 'text',
        owner: 'Demo1',
        surrogate: '\uFFFD',
        absent: null,
      },
    ]);
  });

  it('names the cluster in every call when it was told one, but not behind a pipe', async () => {
    const made = rig({ cluster: 'SWSCLUSTER' });
    await run(made, [start('x')]);
    expect(made.log).toContain('warning: got 0078 wait=0 cluster=SWSCLUSTER');
    await run(made, [
      { cmdlet: 'Get-ClusterResource', parameters: { Name: ['r'] } },
      { cmdlet: 'Set-ClusterParameter', parameters: { Name: 'n', Value: '2026-01-01T00:00:00' } },
    ]);
    expect(made.log).toContain('warning: set r n=2026-01-01T00:00:00 (String) cluster=');
  });

  it('passes hostile strings on as they are (traps 5, 9 and 15)', async () => {
    const made = shared();
    const names = [
      `'"; Stop-Computer #`,
      '$(Get-Date) ${env:PATH} @(1)',
      'two\nlines\r\n\ttab',
      '\u2018smart\u2019 \u201cquotes\u201d \u201a\u201b',
      '\u05e9\u05dc\u05d5\u05dd \u202egnp.exe',
      '\u{1F5A5}\u{1F468}\u200D\u{1F469}',
      'x'.repeat(300),
      '2026-01-01T00:00:00Z',
      '/Date(1326441600000)/',
      '-Name',
      '=',
      ' padded ',
      '{"a":1}',
      '</S><Objs>',
    ];
    for (const name of names) {
      expect(await run(made, [start(name)]), name).toMatchObject({ ok: true });
      expect(made.log.at(-1)).toBe(`warning: got ${unitsOf(name)} wait=0 cluster=`.slice(0, 2000));
    }
  });

  it('hands on the one object of a name that could be a pattern, and nothing where there is none', async () => {
    const made = shared();
    for (const name of patterns) {
      expect(await run(made, [start(name)]), name).toMatchObject({ ok: true });
      expect(made.log.at(-1)).toBe(`warning: was handed ${unitsOf(name)} wait=0 cluster=`);
    }
    const told = made.log.length;
    expect(await run(made, [start('V*')])).toMatchObject({ ok: false, error: { kind: 'notFound', fate: 'failed' } });
    expect(await setProperty(made, 'g*', 'Priority', 3000)).toMatchObject({ ok: false, error: { kind: 'notFound' } });
    expect(made.log).toHaveLength(told);
  });

  it('runs no cmdlet, parameter or property that is not in its whitelist', async () => {
    const made = shared();
    const refused = { ok: false, error: { kind: 'unsupported', fate: 'failed' } };
    expect(await run(made, [{ cmdlet: 'Get-Process', parameters: {} }])).toMatchObject(refused);
    expect(await run(made, [{ cmdlet: 'Get-Missing', parameters: { Value: 'x' } }])).toMatchObject(refused);
    expect(await run(made, [{ cmdlet: 'Where-Object', parameters: { FilterScript: 'exit' } }])).toMatchObject(refused);
    expect(await run(made, [{ cmdlet: 'Start-ClusterGroup', parameters: { OutVariable: 'x' } }])).toMatchObject(
      refused,
    );
    // PowerShell compares by culture: there, a name with a soft hyphen in it is the same.
    expect(await run(made, [{ cmdlet: 'Start-ClusterGroup', parameters: { 'Na\u00adme': 'x' } }])).toMatchObject(
      refused,
    );
    expect(await setProperty(made, 'g', 'Name2', 'x')).toMatchObject(refused);
    expect(await run(made, [{ cmdlet: 'Start-ClusterResource', parameters: { Name: 'x' } }])).toMatchObject({
      error: { kind: 'unsupported', message: expect.stringContaining("no cmdlet 'Start-ClusterResource'") as string },
    });
  });

  it('sets properties; not of an object that is not there', async () => {
    const made = shared();
    expect(await setProperty(made, 'g', 'Priority', 3000)).toMatchObject({ ok: true });
    expect(await setProperty(made, 'g', 'AntiAffinityClassNames', ['DC', 'SQL'])).toMatchObject({ ok: true });
    expect(await setProperty(made, 'none', 'Priority', 3000)).toMatchObject({ error: { kind: 'notFound' } });
    expect(await setProperty(made, 'g', 'FailoverPeriod', 3)).toMatchObject({
      error: { kind: 'refused', code: 5070, message: 'Der Knoten ist angehalten.' },
    });
  });

  it('tells which steps are done, also when a later one fails', async () => {
    const made = shared();
    const steps = [start('a'), start('b'), stop('win32')].map((call) => ({
      kind: 'pipeline',
      calls: [{ cmdlet: call.cmdlet, parameters: call.parameters }],
    }));
    const rows: JsonValue[] = [];
    const request = { op: 'run' as const, args: { steps }, timeout: 60_000 };
    const result = await made.agent.run({ ...request, onRows: (more) => rows.push(...more) });
    expect(result).toMatchObject({ error: { kind: 'noQuorum', fate: 'failed' } });
    expect(rows).toEqual([{ step: 1 }, { step: 2 }]);
  });

  it.each([
    ['win32', 'noQuorum', 5925],
    ['hresult', 'notConnected', 1753],
    ['inner', 'notFound', 5013],
    ['access', 'accessDenied', 5],
    ['written', 'unexpected', null],
    ['else', 'unexpected', null],
  ])('tells errors by their numbers: %s (traps 2, 24 and 25)', async (name, kind, code) => {
    expect(await run(shared(), [stop(name)])).toMatchObject({ ok: false, error: { kind, code, fate: 'failed' } });
  });

  it('asks nobody: a question and a missing parameter fail at once (trap 3)', async () => {
    const made = shared();
    expect(await run(made, [start('ask')])).toMatchObject({ ok: false, error: { fate: 'failed' } });
    expect(await run(made, [start('mandatory')])).toMatchObject({ ok: false, error: { fate: 'failed' } });
    expect(await run(made, [start('x')])).toMatchObject({ ok: true });
  });

  it('keeps stray output apart from its answers (traps 7 and 19)', async () => {
    const made = rig();
    expect(await run(made, [start('chatter')])).toEqual({ ok: true, value: { files: [] } });
    expect(made.log).toEqual(
      expect.arrayContaining(['Output: no line end', 'warning: from Write-Warning', 'information: from Write-Host']),
    );
    expect(made.log.join()).not.toContain('Write-Progress');
  });

  it('sends a large answer in many frames (traps 13 and 20)', async () => {
    const sizes: number[] = [];
    const rows: JsonValue[] = [];
    const made = rig(
      {},
      "$RegroupReads['large'] = { Get-ClusterAvailableDisk | Select-RegroupFields -Fields 'Name', 'Size' }",
    );
    const answer = made.read('large', {
      onRows: (more) => {
        sizes.push(JSON.stringify(more).length);
        rows.push(...more);
      },
    });
    expect(await answer).toEqual({ ok: true, value: null });
    expect(rows).toHaveLength(3000);
    expect(rows[2999]).toEqual({ Name: `Disk 3000 ${'.'.repeat(900)}`, Size: '1099511627776' });
    expect(Math.max(...sizes)).toBeLessThan(192_000);
  });

  it('reads the files that its own steps returned, piece by piece, and no other', async () => {
    const made = shared();
    const tested = await run(made, [{ cmdlet: 'Test-Cluster', parameters: { Node: ['Demo1'], Confirm: false } }]);
    expect(tested).toMatchObject({ ok: true, value: { files: [{ length: '200013' }] } });
    const { files } = (tested.ok ? tested.value : null) as { readonly files: readonly { readonly fullName: string }[] };
    let text = '';
    for (let offset = 0, end = false; !end;) {
      const args = { path: files[0]?.fullName ?? '', offset, length: 131_072 };
      const piece = await made.agent.run({ op: 'file', args, timeout: 60_000 });
      const value = (piece.ok ? piece.value : null) as { readonly base64: string; readonly end: boolean };
      text += Buffer.from(value.base64, 'base64').toString('utf8');
      offset = text.length;
      end = value.end;
    }
    expect(text).toBe(`<html>${'x'.repeat(200_000)}</html>`);
    const other = { path: '/etc/passwd', offset: 0, length: 10 };
    expect(await made.agent.run({ op: 'file', args: other, timeout: 60_000 })).toMatchObject({
      error: { kind: 'unsupported' },
    });
  });

  it('says plainly when the module is not there, and when nothing can be watched', async () => {
    expect(await rig({ modulePath: '/nowhere' }).read('nodes')).toMatchObject({
      error: { kind: 'unsupported', message: expect.stringContaining('FailoverClusters is not installed') as string },
    });
    if (process.platform === 'win32') return;
    const result = await rig().agent.run({ op: 'watch', args: {}, timeout: null });
    expect(result).toMatchObject({ error: { kind: 'unsupported' } });
  });

  it('says where it runs, as whom, and with which modules', async () => {
    const rows: JsonValue[] = [];
    expect(await shared().read('self', { onRows: (more) => rows.push(...more) })).toEqual({ ok: true, value: null });
    expect(rows).toMatchObject([
      {
        Account: expect.stringContaining(userInfo().username) as string,
        Computer: expect.stringMatching(/./) as string,
        Version: expect.stringMatching(/^\d/) as string,
        FailoverClusters: expect.stringMatching(/^\d/) as string,
      },
    ]);
  });

  it('reads who may do what in the cluster, and claims nothing that it cannot know', async () => {
    const rows: JsonValue[] = [];
    const made = rig({ cluster: 'HVCLUSTER' });
    expect(await made.read('access', { onRows: (more) => rows.push(...more) })).toEqual({ ok: true, value: null });
    expect(rows).toMatchObject([
      { Identity: 'NT AUTHORITY\\SYSTEM', AccessControlType: 0, ClusterRights: 2 },
      { Identity: 'SWS\\reader of HVCLUSTER', AccessControlType: 0, ClusterRights: 1, Mine: null },
    ]);
  });

  it('does not know a section or an operation that it does not have', async () => {
    expect(await shared().read('secrets')).toMatchObject({ error: { kind: 'unsupported' } });
  });
});

import { describe, expect, test } from 'vitest';
import type { ContractEvents } from '#shared/contract/contract';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { Caller } from '../ipc/handlers';
import type { TerminalStart } from './terminal-process';
import { findShell, type Shell } from './shell';
import type { TerminalContext } from './terminal-context';
import { createTerminals } from './terminals';

interface Page {
  readonly caller: Caller;
  readonly told: unknown[];
  leave(): void;
}

function page(): Page {
  const gone = new AbortController();
  const told: unknown[] = [];
  const send = <Name extends keyof ContractEvents>(name: Name, payload: ContractEvents[Name]): void =>
    void told.push([name, payload]);
  return { caller: { window: 1, send, reveal: () => undefined, gone: gone.signal }, told, leave: () => gone.abort() };
}

const context = success<TerminalContext>({
  kind: 'powershell',
  readOnly: false,
  environment: { REGROUP_CLUSTER: "HV'$(x)" },
});
const training = { connection: 'training', machine: null };
const encoded = (text: string): string => Buffer.from(text, 'utf16le').toString('base64');
const shell = { file: '/opt/pwsh', title: 'PowerShell' };
const noShell = findShell({ platform: 'linux', environment: {}, isExecutable: () => false });

function rig(options: { readonly shell?: Result<Shell>; readonly context?: Result<TerminalContext> } = {}) {
  const starts: TerminalStart[] = [];
  const did: string[] = [];
  const terminals = createTerminals({
    findShell: () => options.shell ?? success(shell),
    contextOf: () => Promise.resolve(options.context ?? context),
    startScript: () => Promise.resolve('# start'),
    start: (start) => {
      starts.push(start);
      return Promise.resolve({
        write: (data) => void did.push(`write ${data}`),
        resize: (columns, rows) => void did.push(`resize ${columns}x${rows}`),
        acknowledge: (characters) => void did.push(`acknowledge ${characters}`),
        close: () => void did.push('close'),
      });
    },
  });
  const open = async ({ caller }: Page): Promise<string> => {
    const opened = await terminals.open(caller, training, { columns: 80, rows: 24 });
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value.terminal;
  };
  return { terminals, starts, did, open };
}

describe('the terminals of the window', () => {
  test('start the shell with the context of the cluster as data, never in its command line', async () => {
    const { starts, open } = rig();
    await open(page());
    expect(starts).toMatchObject([
      {
        file: '/opt/pwsh',
        arguments: ['-NoLogo', '-NoExit', '-EncodedCommand', encoded('# start')],
        environment: { REGROUP_CLUSTER: "HV'$(x)" },
        columns: 80,
        rows: 24,
      },
    ]);
  });

  test('start ssh for a node, also where this computer has no PowerShell', async () => {
    const argumentsFor = (script: string): readonly string[] => ['--', 'demo1', 'powershell.exe', script];
    const ssh: TerminalContext = { kind: 'ssh', readOnly: false, title: 'PowerShell on demo1', argumentsFor };
    const { terminals, starts } = rig({ shell: noShell, context: success(ssh) });
    expect(await terminals.open(page().caller, training, { columns: 80, rows: 24 })).toMatchObject({
      ok: true,
      value: { title: 'PowerShell on demo1' },
    });
    expect(starts).toMatchObject([{ file: 'ssh', arguments: ['--', 'demo1', 'powershell.exe', encoded('# start')] }]);
  });

  test('tell the script when the window may only read', async () => {
    const { starts, open } = rig({ context: success({ ...context.value, readOnly: true }) });
    await open(page());
    expect(starts[0]?.arguments.at(-1)).toBe(encoded("$env:REGROUP_READ_ONLY = '1'\n# start"));
  });

  test('tell the page that opened one what its shell writes, and its end', async () => {
    const { starts, open } = rig();
    const [own, other] = [page(), page()];
    const terminal = await open(own);
    starts[0]?.onData('PS>');
    starts[0]?.onExit(3);
    expect(own.told).toEqual([
      ['terminal.data', { terminal, data: 'PS>' }],
      ['terminal.exited', { terminal, code: 3 }],
    ]);
    expect(other.told).toEqual([]);
  });

  test('let no other page use it, and nobody after its end', async () => {
    const { terminals, starts, did, open } = rig();
    const own = page();
    const terminal = await open(own);
    terminals.use(page().caller, terminal, (process) => process.write('Stop-Cluster'));
    expect(did).toEqual([]);
    terminals.use(own.caller, terminal, (process) => process.write('Get-Cluster'));
    starts[0]?.onExit(0);
    terminals.use(own.caller, terminal, (process) => process.write('late'));
    expect(did).toEqual(['write Get-Cluster']);
  });

  test('end with the page', async () => {
    const { did, open } = rig();
    const own = page();
    await open(own);
    own.leave();
    expect(did).toEqual(['close']);
  });

  test('start the viewer of a machine as it is, with no PowerShell', async () => {
    const viewer = {
      command: '/usr/bin/xfreerdp',
      args: ['/v:HV1:2179', '/vmconnect:$(x)'],
      asks: 'terminal',
    } as const;
    const { starts, open } = rig({
      shell: noShell,
      context: success<TerminalContext>({ kind: 'viewer', title: 'xfreerdp', viewer }),
    });
    await open(page());
    expect(starts).toMatchObject([{ file: viewer.command, arguments: viewer.args, environment: {} }]);
  });

  test('say so where there is no PowerShell, and what to do', async () => {
    const { terminals } = rig({ shell: noShell });
    const opened = await terminals.open(page().caller, training, { columns: 80, rows: 24 });
    expect(opened).toMatchObject({ ok: false, error: { kind: 'unsupported' } });
    expect(!opened.ok && opened.error.advice).toContain('pwsh');
  });

  test('say why a connection has none', async () => {
    const { terminals, starts } = rig({ context: failure(clusterError('notFound', 'It is gone.')) });
    expect(await terminals.open(page().caller, training, { columns: 80, rows: 24 })).toMatchObject({
      ok: false,
      error: { message: 'It is gone.' },
    });
    expect(starts).toEqual([]);
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConnectionDraft, ConnectionPlace } from '#shared/contract/connections';
import { success } from '#shared/model/result';
import { realContext } from '../../../src/main/terminal/real-context';
import { startTerminal, type TerminalProcess } from '../../../src/main/terminal/terminal-process';
import { createTerminals, startScripts } from '../../../src/main/terminal/terminals';
import { findPwsh, powerShellFolder } from '../../support/pwsh';
import { findSshd, startSshd, type Sshd } from '../../support/sshd';

const pwsh = findPwsh();
const sshd = findSshd();

/** What a cluster could be called that means harm, with everything that PowerShell and terminals look at. */
const hostile = 'HV\'"$(Set-Content owned 1)`"; Set-Content owned 2 #\u001b]0;title\u0007\u001b[31m\u202e\n&|<>%PATH%';

const prompt = /PS [^>\r\n]*> /;
const cursorQuestion = /\u001b\[6n/g;

/** A terminal whose screen is a text. */
interface Screen {
  readonly type: (text: string) => void;
  /** Waits until the screen holds a text that fits. */
  readonly shows: (what: RegExp) => Promise<RegExpExecArray>;
  readonly close: () => void;
}

describe.skipIf(pwsh === null)('a terminal on a real cluster', () => {
  let folder: string;
  let modules: string;
  let screens: Screen[];

  beforeEach(() => {
    screens = [];
    folder = mkdtempSync(join(tmpdir(), 'regroup-terminal-'));
    modules = join(folder, 'modules');
    mkdirSync(join(modules, 'FailoverClusters'), { recursive: true });
    const name = Buffer.from(hostile).toString('base64');
    writeFileSync(
      join(modules, 'FailoverClusters', 'FailoverClusters.psm1'),
      `function Get-Cluster { [pscustomobject] @{ Name = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${name}')) } }\n`,
    );
  });
  afterEach(() => {
    for (const screen of screens) screen.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** `before`: runs before the script that is tried. */
  async function open(place: ConnectionPlace, more: Partial<ConnectionDraft> = {}, before = ''): Promise<Screen> {
    const terminals = createTerminals({
      findShell: () => success({ file: pwsh ?? '', title: 'PowerShell' }),
      contextOf: () =>
        Promise.resolve(
          realContext(
            { name: '', place, readOnly: false, openAtStart: false, ...more },
            { knownHosts: join(folder, 'known_hosts'), platform: 'win32', clusterName: null, modulePath: null },
          ),
        ),
      startScript: (kind) => Promise.resolve(before + readFileSync(join(powerShellFolder, startScripts[kind]), 'utf8')),
      start: (start) =>
        startTerminal({
          ...start,
          environment: { ...start.environment, PSModulePath: modules, XDG_DATA_HOME: folder },
        }),
    });
    let text = '';
    let look = (): void => undefined;
    let answer = (): void => undefined;
    const caller = {
      send: (name: string, payload: unknown) => {
        if (name !== 'terminal.data') return;
        const { data } = payload as { readonly data: string };
        text += data;
        // PowerShell asks a terminal where its cursor is, and waits for the answer.
        for (const _ of data.matchAll(cursorQuestion)) answer();
        look();
      },
      reveal: () => undefined,
      window: 1,
      gone: new AbortController().signal,
    };
    const opened = await terminals.open(caller, { connection: 'x', machine: null }, { columns: 200, rows: 50 });
    if (!opened.ok) throw new Error(opened.error.message);
    const use = (act: (process: TerminalProcess) => void): void => terminals.use(caller, opened.value.terminal, act);
    answer = () => use((process) => process.write('\u001b[1;1R'));
    for (const _ of text.matchAll(cursorQuestion)) answer();
    const screen: Screen = {
      type: (line) => use((process) => process.write(line)),
      shows: (what) =>
        new Promise((resolve) => {
          look = () => {
            const found = what.exec(text);
            if (found !== null) resolve(found);
          };
          look();
        }),
      close: () => terminals.close(),
    };
    screens.push(screen);
    return screen;
  }

  /** What a PowerShell says of a value, in a form that no screen changes. */
  const base64 = (what: string): string =>
    `"<" + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(${what})) + ">"\r`;
  const read = (text: RegExpExecArray): string => Buffer.from(text[1] ?? '', 'base64').toString('utf8');

  test('knows its cluster, and evaluates nothing of its name', async () => {
    const screen = await open({ kind: 'local', cluster: hostile }, { readOnly: true });
    await screen.shows(/\$ClusterName is HV'"\$\(Set-Content owned 1\)/);
    await screen.shows(/The connection is read-only in the window/);
    await screen.shows(prompt);
    screen.type(base64('$ClusterName'));
    expect(read(await screen.shows(/<([\w+/=]{20,})>/))).toBe(hostile);
    screen.type('"owned " + (Test-Path owned) + "."\r');
    await screen.shows(/owned False\./);
  });

  test.skipIf(sshd === null)('over ssh is a PowerShell of the node, which asks in the terminal', async () => {
    const server = await startSshd(sshd ?? '');
    try {
      const executable = join(server.folder, 'shell');
      writeFileSync(
        executable,
        `#!/bin/sh
PSModulePath='${modules}' XDG_DATA_HOME='${folder}' exec '${pwsh ?? ''}' "$@"
`,
        { mode: 0o755 },
      );
      const { user, port, key: identity } = server;
      const screen = await open({ kind: 'ssh', host: '127.0.0.1', user, port, identity, executable });
      await screen.shows(/authenticity of host[\s\S]*continue connecting/);
      screen.type('yes\r');
      await screen.shows(/\$ClusterName is HV'"\$\(Set-Content owned 1\)/);
      await screen.shows(prompt);
      screen.type(base64('$ClusterName'));
      expect(read(await screen.shows(/<([\w+/=]{20,})>/))).toBe(hostile);
      expect(readFileSync(join(folder, 'known_hosts'), 'utf8')).toContain('ssh-ed25519');
    } finally {
      await server.stop();
    }
  });

  /**
   * Windows alone has WinRM. Everything else of it is real here: sessions of PowerShell remoting, opened over ssh, to an
   * endpoint that runs scripts and to a restricted one.
   */
  describe.skipIf(sshd === null)('in a session to a node', () => {
    let server: Sshd;
    const winrm = { kind: 'winrm', host: '127.0.0.1', user: null, port: null, ssl: false } as const;

    beforeEach(async () => {
      server = await startSshd(sshd ?? '', (place) => {
        const restricted = join(place, 'restricted.pssc');
        writeFileSync(
          restricted,
          `@{ SchemaVersion = '2.0.0.0'; GUID = 'f6b5c8a2-6a77-4a59-9a3b-0f6f0c0d7a06'; SessionType = 'RestrictedRemoteServer'; VisibleCmdlets = @('Get-Date') }`,
        );
        const start = `XDG_DATA_HOME=${place} PSModulePath=${modules} ${pwsh ?? ''} -sshs -NoLogo -NoProfile`;
        return [`Subsystem powershell ${start}`, `Subsystem restricted ${start} -ConfigurationFile ${restricted}`];
      });
    });
    afterEach(() => server.stop());

    /** In place of the cmdlet. What the real one would get beside the computer is looked at. */
    const overSsh = (): string => `
function New-PSSessionOption { param($OpenTimeout) }
function New-PSSession {
    [CmdletBinding()] param($ComputerName, $SessionOption, $Credential, [int]$Port, [switch]$UseSSL, $ConfigurationName)
    if ($Port -eq 5999) { throw 'WinRM is not there.' }
    if ($Credential -and ($Credential.UserName -ne 'SWS\\admin' -or $Credential.GetNetworkCredential().Password -cne 'right')) {
        $exception = New-Object InvalidOperationException 'The user name or password is incorrect.'
        $PSCmdlet.ThrowTerminatingError((New-Object Management.Automation.ErrorRecord $exception, 'LogonFailure,PSSessionOpenFailed', 'OpenError', $null))
    }
    $subsystem = 'powershell'
    if ($ConfigurationName) { $subsystem = $ConfigurationName }
    $options = @{ StrictHostKeyChecking = 'no'; UserKnownHostsFile = '/dev/null'; LogLevel = 'ERROR' }
    Microsoft.PowerShell.Core\\New-PSSession -HostName $ComputerName -Port ${server.port} -KeyFilePath '${server.key}' -Subsystem $subsystem -Options $options
}
`;

    test('asks for the password there, again when it was wrong, and is on the node with the name of its cluster', async () => {
      const screen = await open({ ...winrm, user: 'SWS\\admin' }, { readOnly: true }, overSsh());
      await screen.shows(/Password of SWS\\admin on 127\.0\.0\.1: [^\r\n]*\u001b\[6n/);
      screen.type('wrong\r');
      await screen.shows(
        /The user name or password is incorrect\.[\s\S]*Password of SWS\\admin on 127\.0\.0\.1: [^\r\n]*\u001b\[6n/,
      );
      screen.type('right\r');
      await screen.shows(/\$ClusterName is HV'"\$\(Set-Content owned 1\)/);
      await screen.shows(/The connection is read-only in the window/);
      const text = (await screen.shows(/[\s\S]*\[127\.0\.0\.1\]: PS [^>\r\n]*> /))[0];
      expect(text).not.toMatch(/right|wrong/);
      screen.type(base64('$ClusterName'));
      expect(read(await screen.shows(/<([\w+/=]{20,})>/))).toBe(hostile);
      screen.type('"on the node " + ($null -ne $PSSenderInfo) + ", owned " + (Test-Path owned) + "."\r');
      await screen.shows(/on the node True, owned False\./);
      screen.type('Exit-PSSession\r');
      screen.type('"back " + ($null -eq $PSSenderInfo) + " " + $NodeSession.State + "."\r');
      await screen.shows(/back True Opened\./);
    });

    test('to an endpoint that runs no scripts says so, and enters it', async () => {
      const screen = await open({ ...winrm, kind: 'jea', configuration: 'restricted' }, {}, overSsh());
      await screen.shows(/This endpoint runs no scripts/);
      await screen.shows(/\[127\.0\.0\.1\]: PS> ?/);
      screen.type('Get-Date -Year 1999 -Month 2 -Day 3 -UFormat "%Y.%m"\r');
      await screen.shows(/1999\.02/);
    });

    test('that cannot be opened leaves the PowerShell of this computer, and says what to do', async () => {
      const screen = await open({ ...winrm, port: 5999 }, {}, overSsh());
      await screen.shows(/WinRM is not there\.[\s\S]*There is no session to the node/);
      await screen.shows(prompt);
      screen.type('"still " + (40 + 2)\r');
      await screen.shows(/still 42/);
    });
  });
});

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { auditFileIn } from '#backend/audit/audit-by';
import { searchAudit } from '#backend/audit/search-audit';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { run } from '../../src/cli/run-command';
import { projectFolder } from '../support/electron';
import { rowsOfSnapshot } from '../support/rows-of-snapshot';
import { sampleSnapshot } from '../support/sample-snapshot';
import { standInExecutable, startsScripts } from '../support/stand-in-agent/stand-in-executable';
import type { AnswerFrames, AskedRequest } from '../support/stand-in-agent/serve-answers';

const report = '<html>What FS1 depends on</html>';
const refusal = {
  fqid: 'Microsoft.FailoverClusters.PowerShell.TakeOffline',
  category: 'NotSpecified',
  hresult: null,
  win32: 5,
  message: 'Access is denied.',
  inner: [],
};

/** No answer ever comes. */
const hangs: AnswerFrames = [['misbehave', 'never']];

/** A report is brought back; what is taken offline is refused. */
function answer({ op, args }: AskedRequest): AnswerFrames | undefined {
  if (op === 'file') return [['done', { base64: Buffer.from(report).toString('base64'), end: true }]] as const;
  if (op !== 'run') return undefined;
  if (JSON.stringify(args).includes('Stop-ClusterGroup')) return [['fail', refusal]] as const;
  const files = [{ name: 'Report.html', fullName: '/far/Report.html', length: String(report.length) }];
  return [['done', { files }]] as const;
}

describe.skipIf(!startsScripts)('the command line', () => {
  const tool = join(projectFolder, 'out', 'test-cli', 'regroup.cjs');
  beforeAll(async () => {
    await build({
      configFile: join(projectFolder, 'vite.cli.config.ts'),
      root: projectFolder,
      build: { outDir: join(projectFolder, 'out', 'test-cli') },
    });
  });

  async function rig(instead: (request: AskedRequest) => ReturnType<typeof answer> = () => undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'regroup-cli-'));
    const standIn = await standInExecutable({
      rows: () => rowsOfSnapshot(sampleSnapshot()),
      answer: (request) => instead(request) ?? answer(request),
    });
    onTestFinished(async () => {
      await standIn.close();
      rmSync(folder, { recursive: true });
    });
    const output = join(folder, 'output');
    const userData = join(folder, 'user data');
    mkdirSync(output);
    const words = ['--powershell', standIn.path, '--cluster', 'prodhv', '--user-data', userData];
    const run = (...more: readonly string[]) => ran(tool, ['run', ...more, ...words]);
    const snapshot = (...more: readonly string[]) => ran(tool, ['snapshot', ...more, ...words]);
    const logged = () => searchAudit({ path: auditFileIn(userData), isOpen: () => false }, { limit: 10 });
    return { output, words, run, snapshot, logged };
  }

  test('runs a command while what it does not look at does not answer', async () => {
    const { run } = await rig(({ op, args: { section, computer, resources } }) => {
      const dear: readonly unknown[] = ['owners', 'dependencies', 'availableDisks', 'diskSizes', 'resourceTypes'];
      const isWhole = dear.includes(section);
      const isOther = computer !== undefined && !(computer === 'Demo1' && section === 'machines');
      return op === 'read' && ((isWhole && resources === undefined) || isOther) ? hangs : undefined;
    });
    const { code, stdout, stderr } = await run('vm.turnOff', 'vm=SQL-01');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'run: Connected to HVCLUSTER. Reading what vm.turnOff looks at.\nrun: Turn off SQL-01: sent.\n',
    });
    expect(JSON.parse(stdout)).toMatchObject({ command: 'vm.turnOff', outcome: 'succeeded' });
  });

  test('names with a refusal the node that could not be read', async () => {
    const { run } = await rig(({ args: { section, computer } }) =>
      section === 'machines' && computer === 'Demo2' ? [['fail', refusal]] : undefined,
    );
    const { code, stderr } = await run('vm.turnOff', 'vm=NOBODY');
    expect(code).toBe(1);
    expect(stderr).toContain('run: Not everything could be read: Demo2: Access is denied.\n');
  });

  test('says of a name that is nowhere which one was probably meant, and nothing of what a window has', async () => {
    const { run } = await rig();
    const { code, stderr } = await run('role.takeOffline', 'role=FS2');
    expect(code).toBe(1);
    expect(stderr).toContain('run: There is no role FS2 in HVCLUSTER. Was FS1 meant?\n');
    const elsewhere = await run('role.takeOffline', 'role=Elsewhere');
    expect(elsewhere.stderr).toContain('There is no role Elsewhere');
    expect(elsewhere.stderr).not.toContain('Refresh');
  });

  test('says when the time is up what was not begun, or that nobody knows how it ends', async () => {
    const unread = await rig(({ args: { section } }) => (section === 'machines' ? hangs : undefined));
    const notBegun = await unread.run('vm.turnOff', 'vm=SQL-01', '--timeout', '5');
    expect(notBegun).toMatchObject({ code: 4, stdout: '' });
    expect(notBegun.stderr).toMatch(
      /\nrun: The time was up after 5 seconds\. .*vm\.turnOff was not begun: nothing was changed\.\n$/,
    );
    expect((await unread.logged()).records).toEqual([]);
  });

  test('says when the time is up of what was sent that nobody knows whether it has begun', async () => {
    const ending = new AbortController();
    const { words, logged } = await rig(({ op }) => {
      if (op !== 'run') return undefined;
      ending.abort();
      return hangs;
    });
    const told = { out: '', errors: '' };
    const streams = {
      terminal: false,
      print: (text: string) => void (told.out += text),
      complain: (text: string) => void (told.errors += text),
    };
    const limitOf = () => ({ signal: ending.signal, stop: () => undefined });
    expect(await run(['role.dependencyReport', 'role=FS1', ...words], streams, limitOf)).toBe(4);
    expect(JSON.parse(told.out)).toMatchObject({ command: 'role.dependencyReport', outcome: 'unknown' });
    expect(told.errors).toMatch(
      / role\.dependencyReport was sent and may have begun: nobody knows\. .*Look at the cluster.*\n$/,
    );
    expect(told.errors).not.toContain('has begun');
    expect((await logged()).records).toMatchObject([{ outcome: 'unknown' }]);
  });

  test('gives a snapshot up too when its time is up', async () => {
    const { snapshot } = await rig(({ args: { section } }) => (section === 'owners' ? hangs : undefined));
    const { code, stdout, stderr } = await snapshot('--timeout', '5');
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toMatch(/^snapshot: The time was up after 5 seconds\. .*nothing is printed\.\n$/);
  });

  test('knows its commands', async () => {
    expect(await ran(tool, ['snapshto'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'regroup: There is no command "snapshto": was snapshot meant?\nSee "--help".\n',
    });
  });

  test('brings a report to the folder of --output, and adds who ran what, where and how it ended to the audit log', async () => {
    const { output, run, logged } = await rig();
    const { code, stdout } = await run('role.dependencyReport', 'role=FS1', '--output', output);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'succeeded', files: [{ name: 'Report.html' }] });
    expect(readFileSync(join(output, 'Report.html'), 'utf8')).toBe(report);
    expect(await logged()).toMatchObject({
      records: [
        {
          command: 'role.dependencyReport',
          input: { role: 'FS1' },
          target: { kind: 'role', name: 'FS1' },
          powershell: expect.stringContaining('Get-ClusterResourceDependencyReport') as string,
          name: 'Command line, prodhv',
          cluster: 'HVCLUSTER',
          training: false,
          user: userInfo().username,
          computer: hostname(),
          outcome: 'succeeded',
          error: null,
        },
      ],
      brokenLines: 0,
    });
  });

  test('adds what failed too, with why, and fails itself', async () => {
    const { run, logged } = await rig();
    const { code } = await run('role.takeOffline', 'role=FS1');
    expect(code).toBe(1);
    expect((await logged()).records).toMatchObject([
      { command: 'role.takeOffline', outcome: 'failed', error: { kind: 'accessDenied', code: 5 } },
    ]);
  });

  test('prints with a snapshot which node told no events, and why', async () => {
    const standIn = await standInExecutable({
      rows: () => rowsOfSnapshot(sampleSnapshot()),
      answer: ({ args }) => (args['computer'] === 'Demo2' ? [['fail', refusal]] : undefined),
    });
    onTestFinished(() => standIn.close());
    const { code, stdout } = await ran(tool, ['snapshot', '--powershell', standIn.path, '--cluster', 'prodhv']);
    expect(code).toBe(0);
    const { readings } = JSON.parse(stdout) as ClusterSnapshot;
    const ofNode = (node: string) => readings.find((one) => one.section === 'events' && one.ofNode === node);
    expect(ofNode('Demo1')).toMatchObject({ problem: null, fromNode: 'Demo1' });
    expect(ofNode('Demo2')).toMatchObject({ problem: 'Access is denied.', fromNode: null, readAt: 0 });
  });

  test('says where the audit log is', async () => {
    for (const words of [['--help'], ['run', '--help']]) {
      const { code, stdout } = await ran(tool, words, { XDG_CONFIG_HOME: '/config', HOME: '/config' });
      expect(code).toBe(0);
      expect(stdout).toMatch(/My actions:\n\/config\/.*Regroup\/audit\/audit\.jsonl\n/);
    }
  });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Asynchronously: the stand-in asks this very process for its answers. */
function ran(tool: string, words: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [tool, ...words], { env: { ...process.env, ...environment } });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (written.stdout += data.toString('utf8')));
  child.stderr.on('data', (data: Buffer) => (written.stderr += data.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...written }));
  });
}

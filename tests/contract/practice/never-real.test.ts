import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startPracticeServer } from '#backend/practice/practice-server';
import { newPrivatePipe } from '#backend/private-pipe';
import { findPwsh } from '../../support/pwsh';
import { practiceModules, servedPractice } from './practice-shell';

const pwsh = findPwsh();
const patience = 240_000;
const token = '0'.repeat(64);

/** A folder with a FailoverClusters that would reach a cluster, and says so. */
function realModule(): string {
  const folder = mkdtempSync(join(tmpdir(), 'decoy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const own = join(folder, 'FailoverClusters');
  mkdirSync(own);
  writeFileSync(
    join(own, 'FailoverClusters.psm1'),
    'function Get-ClusterNode { "REACHED" }\nfunction Move-ClusterGroup { "REACHED" }\n',
  );
  writeFileSync(
    join(own, 'FailoverClusters.psd1'),
    "@{ RootModule = 'FailoverClusters.psm1'; ModuleVersion = '99.0'; FunctionsToExport = 'Get-ClusterNode', 'Move-ClusterGroup' }\n",
  );
  return folder;
}

const lines = (output: string): readonly string[] => output.trim().split(/\r?\n/);

/** Loads the module and says why that fails. */
const loading =
  'try { Import-Module FailoverClusters; "loaded" } catch { "$_" }; try { Get-ClusterNode } catch { $_.CategoryInfo.Category }';

describe.skipIf(pwsh === null)('the practice modules never reach a real cluster', { timeout: patience }, () => {
  const practice = servedPractice(pwsh ?? '', 0);

  test('outside a PowerShell that Regroup opened', async () => {
    const decoy = realModule();
    const { output } = await practice.shells.line(loading, { PSModulePath: [practiceModules, decoy].join(delimiter) });
    expect(output).toContain('It works only in a PowerShell that Regroup opened on a training cluster.');
    expect(output).not.toContain('REACHED');
  });

  test('with a wrong token', async () => {
    const { output } = await practice.shells.line(loading, { ...practice.environment, REGROUP_PRACTICE_TOKEN: token });
    expect(lines(output)).toEqual([expect.stringContaining('The practice cluster is gone.'), 'ObjectNotFound']);
  });

  test.each([
    ['is not there', () => join(tmpdir(), 'regroup-nowhere', 'practice')],
    ['is one of another computer', () => '\\\\elsewhere\\pipe\\regroup-practice'],
    [
      'is no pipe but a file',
      () => {
        const folder = mkdtempSync(join(tmpdir(), 'regroup-'));
        onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
        writeFileSync(join(folder, 'practice'), '');
        return join(folder, 'practice');
      },
    ],
  ])('with a pipe that %s', async (_, pipe) => {
    const { output } = await practice.shells.line(loading, {
      REGROUP_PRACTICE_PIPE: pipe(),
      REGROUP_PRACTICE_TOKEN: token,
      PSModulePath: [practiceModules, realModule()].join(delimiter),
    });
    expect(output).toContain('Nothing was asked of any other cluster.');
    expect(output).not.toContain('REACHED');
  });

  test('with somebody at the pipe who takes what is asked and says nothing', async () => {
    const place = newPrivatePipe('practice');
    const asked: string[] = [];
    const left: Promise<void>[] = [];
    const silent = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', (data: Buffer) => asked.push((JSON.parse(data.toString('utf8')) as { ask: string }).ask));
      left.push(new Promise((resolve) => socket.once('close', () => resolve())));
    });
    await new Promise<void>((resolve) => silent.listen(place.pipe, resolve));
    onTestFinished(() => {
      silent.close();
      place.remove();
    });
    const { output } = await practice.shells.line('try { Import-Module FailoverClusters; "loaded" } catch { "$_" }', {
      REGROUP_PRACTICE_PIPE: place.pipe,
      REGROUP_PRACTICE_TOKEN: token,
      REGROUP_PRACTICE_PATIENCE: '700',
      PSModulePath: [practiceModules, realModule()].join(delimiter),
    });
    expect(lines(output)).toEqual([
      expect.stringMatching(/^The practice cluster is gone\. Nothing was asked of any other/),
    ]);
    expect(asked).toEqual(['hello']);
    await Promise.all(left);
  });

  test('with somebody at the pipe who is gone in the middle of an answer, or answers nonsense', async () => {
    const place = newPrivatePipe('practice');
    const sockets = new Set<Socket>();
    const object = `${JSON.stringify({ kind: 'object', object: { $type: 'ClusterNode', Name: 'Demo1', Id: '1', State: 'Up', NodeWeight: 1 } })}\n`;
    const answers: Readonly<Record<string, string>> = {
      'Get-ClusterNode': object.slice(0, 20),
      'Get-ClusterGroup': object,
      'Get-ClusterResource': 'HTTP/1.1 400 Bad Request\r\n\r\n',
      'Get-ClusterNetwork': '{"kind":"object","object":{"$type":"System.Diagnostics.Process","Name":"x"}}\n',
      'Get-ClusterQuorum': '[]\n',
      'Get-ClusterLog': '{"kind":"done"\n',
      'Get-Cluster': '',
    };
    const impostor = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('data', (data: Buffer) => {
        const { ask, cmdlet } = JSON.parse(data.toString('utf8')) as { ask: string; cmdlet?: string };
        socket.end(ask === 'hello' ? '{"kind":"done","failure":null}\n' : (answers[cmdlet ?? ''] ?? ''));
      });
    });
    await new Promise<void>((resolve) => impostor.listen(place.pipe, resolve));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      impostor.close();
      place.remove();
    });
    const names = Object.keys(answers);
    const { output, errors } = await practice.shells.line(
      `foreach ($name in ${names.map((name) => `'${name}'`).join(', ')}) { try { "$(& $name)|" } catch { "$($_.CategoryInfo.Category) $($_.FullyQualifiedErrorId)" } }`,
      {
        REGROUP_PRACTICE_PIPE: place.pipe,
        REGROUP_PRACTICE_TOKEN: token,
        PSModulePath: [practiceModules, realModule()].join(delimiter),
      },
    );
    expect(lines(output), errors).toEqual(names.map((name) => `ConnectionError PracticeUnavailable,${name}`));
  });

  test('beside a real module of a newer version', async () => {
    const { output, errors } = await practice.shells.line(
      'Get-ClusterNode | ForEach-Object Name; (Get-Module FailoverClusters).ModuleBase; Import-Module FailoverClusters; @(Get-ClusterNode).Count; FailoverClusters\\Get-ClusterNode Demo2 | ForEach-Object Name',
      { ...practice.environment, PSModulePath: [practiceModules, realModule()].join(delimiter) },
    );
    expect(lines(output), errors).toEqual(['Demo1', 'Demo2', join(practiceModules, 'FailoverClusters'), '2', 'Demo2']);
  });

  test('by the name of another cluster or computer', async () => {
    const calls = [
      'Get-ClusterNode -Cluster elsewhere',
      'Get-Cluster elsewhere.sws.com',
      'Get-Cluster -Domain other.com',
      'Start-Cluster elsewhere',
      'Get-VM -ComputerName elsewhere',
      'Get-VMHost elsewhere',
      'Get-WinEvent -LogName System -ComputerName elsewhere',
      'Get-ClusterLog -Node elsewhere',
      'Test-Cluster -Node elsewhere',
      'New-Cluster NEW -Node elsewhere',
      'Suspend-ClusterNode elsewhere -Drain',
      'Move-ClusterGroup FS1 -Node elsewhere',
      'Get-VM -CimSession elsewhere',
      'Move-VM VM1 elsewhere',
      'Get-ClusterFaultDomain -CimSession elsewhere',
    ];
    const { output, errors } = await practice.shells.line(
      `${calls.map((call) => `try { "REACHED $(${call} -ErrorAction Stop)" } catch { "refused" }`).join('; ')}; @(Get-ClusterNode).Count`,
      practice.environment,
    );
    expect(lines(output), errors).toEqual([...calls.map(() => 'refused'), '2']);
  });

  test('when the pipe is gone, not even beside a module that could', async () => {
    const own = await startPracticeServer({ backend: practice.backend, epoch: 0 });
    const decoy = realModule();
    const script = `
        Import-Module FailoverClusters
        [Console]::Out.WriteLine("READY $((Get-ClusterNode).Count)")
        [void] [Console]::In.ReadLine()
        foreach ($step in { Get-ClusterNode }, { (Get-ClusterGroup FS1).Name }, { Move-ClusterGroup FS1 }, { Checkpoint-VM x }, { FailoverClusters\\Get-ClusterNode }) {
          try { "ANSWERED $(& $step)" } catch { "$($_.CategoryInfo.Category) $($_.FullyQualifiedErrorId)" }
        }
        Import-Module FailoverClusters -RequiredVersion 2.0.0.0
        try { "ANSWERED $(Get-ClusterNode)" } catch { "$($_.CategoryInfo.Category)" }`;
    const shell = practice.shells.start(['-Command', script], {
      REGROUP_PRACTICE_PIPE: own.pipe,
      REGROUP_PRACTICE_TOKEN: own.token,
      PSModulePath: [practiceModules, decoy].join(delimiter),
    });
    await Promise.race([shell.said('READY 2'), shell.ended]);
    await own.close();
    shell.tell('go on');
    const { output, errors } = await shell.ended;
    expect(output.trim().split(/\r?\n/), errors).toEqual([
      'READY 2',
      'ConnectionError PracticeUnavailable,Get-ClusterNode',
      'ConnectionError PracticeUnavailable,Get-ClusterGroup',
      'ConnectionError PracticeUnavailable,Move-ClusterGroup',
      // Hyper-V was not loaded yet, and does not load without its cluster.
      'ObjectNotFound CouldNotAutoloadMatchingModule',
      'ConnectionError PracticeUnavailable,Get-ClusterNode',
      'ConnectionError',
    ]);
  });

  test('in a PowerShell that has the real module', async () => {
    const real = join(realModule(), 'FailoverClusters', 'FailoverClusters.psm1');
    const script = `Import-Module '${real}'; try { Import-Module Hyper-V } catch { "$_" }`;
    const { output } = await practice.shells.line(script, practice.environment);
    expect(output).toContain('The real module FailoverClusters is loaded in this PowerShell.');
  });

  test('when an assembly of the real modules is loaded beside them', async () => {
    const script = `
        Import-Module FailoverClusters
        @(Get-ClusterNode).Count
        $name = [System.Reflection.AssemblyName]::new('Microsoft.HyperV.PowerShell.Cmdlets')
        [void] [System.Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly($name, 'Run')
        try { "ANSWERED $(Get-ClusterNode)" } catch { "$_" }`;
    const { output, errors } = await practice.shells.line(script, practice.environment);
    const [count, refusal] = output.trim().split(/\r?\n/);
    expect(count, errors).toBe('2');
    expect(refusal).toMatch(/^The real module Microsoft\.HyperV\.PowerShell\.Cmdlets was loaded/);
  });
});

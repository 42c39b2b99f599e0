import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPracticeServer, type PracticeServer } from '#backend/practice/practice-server';
import type { SimulatedBackend } from '#backend/simulated/simulated-backend';
import { root } from '../../../scripts/lib/project.mjs';
import { openBackend } from '../../support/practice-rig';
import { findPwsh, powerShellFolder } from '../../support/pwsh';

const pwsh = findPwsh();
const training = readFileSync(join(root, 'resources', 'scenarios', 'training.yaml'), 'utf8');
const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

describe.skipIf(pwsh === null)('scripts as administrators write them, on the training cluster', () => {
  let backend: SimulatedBackend;
  let server: PracticeServer;
  /** What each script put out, line by line, in the order of their names. */
  let found: Readonly<Record<string, readonly string[]>>;

  beforeAll(async () => {
    backend = await openBackend(training);
    server = await startPracticeServer({ backend, advanceWhileWaiting: true, epoch: Date.UTC(2026, 0, 1) });
    const { stdout } = await promisify(execFile)(
      pwsh ?? '',
      ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', path('run-scripts.ps1'), path('scripts')],
      {
        env: {
          ...process.env,
          REGROUP_PRACTICE_PIPE: server.pipe,
          REGROUP_PRACTICE_TOKEN: server.token,
          PSModulePath: join(powerShellFolder, 'RegroupPractice'),
          POWERSHELL_TELEMETRY_OPTOUT: '1',
          NO_COLOR: '1',
        },
      },
    );
    const answer = stdout.split('\n').find((line) => line.startsWith('FOUND '));
    found = JSON.parse(answer?.slice('FOUND '.length) ?? '{}') as typeof found;
  });

  afterAll(async () => {
    await server.close();
    await backend.close();
  });

  test.each<[script: string, lines: readonly unknown[]]>([
    ['addresses', ['192.168.100.50', '192.168.100.60', 'TTL 1200', 'TTL 300, warned 1 time', 'Spooler']],
    [
      'careful',
      [
        'group: ObjectNotFound',
        'node: 800713B2',
        'checkpoint: not simulated',
        expect.stringMatching(/ is not simulated by Regroup's practice cluster\.$/),
        'resource: none',
        'Online Up',
      ],
    ],
    ['export', ['Physical Disk', 'Online', '[{"Name":"Demo1","State":"Up"},{"Name":"Demo2","State":"Up"}]']],
    ['live-migrate', ['From demo2 : BUILD-07, WEB-02', 'BUILD-07 on Demo1', 'WEB-02 on Demo1', 'True', 'True']],
    [
      'logs',
      [
        'Microsoft-Windows-FailoverClustering/Operational 2026',
        'True',
        'ProviderName: Microsoft-Windows-FailoverClustering',
        'NoMatchingEventsFound',
        'True',
      ],
    ],
    ['patch-node', ['Demo1 is Paused, its drain Completed, 0 roles left', 'Back: True']],
    ['placement', ['Demo2 then Demo1', '1', 'Web+Web', 'SQL-01', 'MAIL-01']],
    ['preferences', ['Up', 'stopped', 'quiet']],
    [
      // After the first table PowerShell shows objects of other types as lists, short ones.
      'report',
      [
        'Report on HVCLUSTER',
        'Name',
        '----',
        'HVCLUSTER',
        ...['Demo1', 'Demo2'].flatMap((name) => [`Name  : ${name}`, 'State : Up', 'Type  : Node']),
        'Cluster        : HVCLUSTER',
        'QuorumResource : Quorum',
        ...['Virtual Machine Configuration', 'Virtual Machine'].flatMap((name) => ['Count : 5', `Name  : ${name}`]),
      ],
    ],
    [
      'space',
      [
        'Name Path                      Size(GB)',
        '---- ----                      --------',
        expect.stringContaining(' 500'),
      ],
    ],
    [
      'tables',
      [
        'Name  State Type',
        expect.any(String),
        'Demo1 Up    Node',
        'Name    State Metric Role',
        expect.any(String),
        expect.stringMatching(/^Public +Up +\d+ +ClusterAndClient$/),
        'Name State  Node',
        expect.any(String),
        expect.stringMatching(/^CSV1 Online Demo\d$/),
        'Name    State   CPUUsage(%) MemoryAssigned(M) Uptime   Status             Version',
        expect.any(String),
        expect.stringMatching(/^SQL-01 +Running 0 +8192 +[\d:.]+ Operating normally 10\.0$/),
        'Name  LogicalProcessorCount MemoryCapacity(M)',
        expect.any(String),
        'Demo1 32                    65536',
        ...['Name', 'State', 'CPUUsage', 'MemoryAssigned', 'MemoryDemand', 'MemoryStatus', 'Uptime', 'Status'],
        ...['ReplicationState', 'Generation'],
      ],
    ],
  ])('%s', (script, lines) => {
    expect(found[script]).toEqual(lines);
  });
});

import { describe, expect, test } from 'vitest';
import { findPwsh } from '../../support/pwsh';
import { outputOfScripts } from './run-scripts';

const pwsh = findPwsh();

describe.skipIf(pwsh === null)('scripts of trainees, on the training cluster', () => {
  const output = outputOfScripts(pwsh ?? '', 'trainees');

  test.each<[script: string, lines: readonly unknown[]]>([
    ['addresses', ['192.168.100.50', '192.168.100.60', 'TTL 1200', 'TTL 300, warned 1 time', 'Spooler']],
    [
      'careful',
      [
        'group: ObjectNotFound',
        'node: 800713B2',
        'checkpoint: not simulated',
        'SQL-01 is running; shut it down first: its processors and memory change while it is off.',
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
        expect.stringMatching(/^Name +State +CPUUsage\(%\) MemoryAssigned\(M\) Uptime +Status +Version$/),
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
    expect(output(script)).toEqual(lines);
  });
});

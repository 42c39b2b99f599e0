import { describe, expect, test } from 'vitest';
import { findPwsh } from '../../support/pwsh';
import { outputOfScripts } from './run-scripts';

const pwsh = findPwsh();

describe.skipIf(pwsh === null)('scripts of administrators, on the training cluster', () => {
  const output = outputOfScripts(pwsh ?? '', 'administrators');

  test.each<[script: string, lines: readonly string[]]>([
    [
      'collect-logs',
      [
        'Demo1_cluster.log, Demo2_cluster.log',
        'Demo2_cluster.log',
        '2',
        'True',
        '1 ObjectNotFound',
        "Get-ClusterLog -SkipClusterState is not simulated by Regroup's practice cluster.",
      ],
    ],
    [
      'dependencies',
      [
        '([IP Address 192.168.100.60])',
        'Offline, 192.168.100.88',
        '([IP Address 192.168.100.60] or [IP Address 192.168.100.88])',
        'circle: Add-ClusterResourceDependency',
        '2',
        'FileInfo True True',
      ],
    ],
    [
      'errors',
      [
        'False 1 ClusterResourceNotFound,Get-ClusterResource',
        'Get-ClusterResource ObjectNotFound Nowhere ClusterCmdletException',
        '1',
        'no such role',
        'no such node',
        'no such parameter',
        'no such value',
        'something is missing',
        'not simulated',
        'other: 5010',
        'other: 1722',
        'done',
        'FS-Public',
        'Nowhere, Nothing',
        'wrapped',
      ],
    ],
    [
      'help',
      [
        'Move-ClusterVirtualMachineRole',
        'True',
        '1',
        'True',
        'Add-ClusterNode Clear-ClusterNode Get-ClusterNode Remove-ClusterNode Resume-ClusterNode Start-ClusterNode Stop-ClusterNode Suspend-ClusterNode',
        'lt',
        'TurnOff Quick Shutdown ShutdownForce Live',
        'Microsoft.FailoverClusters.PowerShell.ClusterNode OwnerNode {get;}',
        '2',
        'Hyper-V',
        'Microsoft.FailoverClusters.PowerShell.ClusterNode',
      ],
    ],
    [
      'inventory',
      [
        'Name,ComputerName,State,ProcessorCount,MemoryGB,Path,Role',
        'SQL-01;Running;4;8;SQL-01.vhdx;SQL-01',
        'Demo1: 3 machines, 20 GB',
        'Demo2: 3 machines, 22 GB',
        'DC-Branch',
      ],
    ],
    [
      'move-away',
      [
        'FS-Public -> Demo2 (Online)',
        'SQL-01 -> Demo2',
        'MAIL-01 -> Demo2',
        'WEB-01 -> Demo2',
        '0',
        'NotSimulated',
        'True',
      ],
    ],
    [
      'networks',
      [
        'iSCSI               None 172.30.100.0',
        'Private          Cluster 10.10.10.0',
        'Public  ClusterAndClient 192.168.100.0',
        '10.10.10.0/24',
        '10.10.10.0/24 then 192.168.100.0/24',
        'Cluster 1',
        'True',
        'Demo1 192.168.100.11 Up',
        'Demo2 192.168.100.12 Up',
      ],
    ],
    [
      'owners',
      [
        'Role     Preferred',
        '----     ---------',
        'BUILD-07 Demo1, Demo2',
        'MAIL-01  Demo1, Demo2',
        'SQL-01   -',
        'WEB-01   -',
        'WEB-02   -',
        'BUILD-07: 1, from 22 to 5',
        '0',
        '2',
        '800713b2',
      ],
    ],
    ['parallel', ['Demo1 Up True True', 'Demo2 Up True True', '3 3']],
    [
      'power',
      ['Offline Offline', 'WEB-01 Online', 'WEB-02 Online', 'Off 00:00:00 0', 'Running True OkApplicationsHealthy'],
    ],
    [
      'quorum',
      [
        'Majority: Quorum (Physical Disk, Online)',
        'Majority: none',
        'Majority: File Share Witness (File Share Quorum Witness, OnlinePending)',
        '\\\\SWS-DC\\Witness',
        'Majority: Cloud Witness (Cloud Witness, OnlinePending)',
        'no: ObjectNotFound',
        'Majority: none',
        'Demo1 1/1, Demo2 0/0',
        'Cluster   QuorumResource',
        '-------   --------------',
        'HVCLUSTER Quorum',
        'Dynamic quorum: 1, witness votes: 1',
      ],
    ],
    ['rolling-patch', ['Demo1 patched while Down', 'Demo2 patched while Down', 'Not at home: 0', '2 Up']],
    [
      'settings',
      [
        '20 25',
        'CrossSubnetThreshold : 25',
        'SameSubnetThreshold  : 10',
        'no number',
        'BlockCacheSize is not simulated.',
        'PropertyAssignmentException',
        'True',
        '4',
      ],
    ],
    [
      'statistics',
      [
        'Online 6',
        'Virtual Machine 5',
        'Virtual Machine Configuration 5',
        '40 GB in 5 machines, 16 GB at most',
        '128 GB',
        'MAIL-01',
        'Virtual Machine SQL-01; Virtual Machine Configuration SQL-01',
        '5',
      ],
    ],
    [
      'validate',
      [
        'Hyper-V Configuration, Inventory, Network, Storage, System Configuration',
        'monthly True True',
        'True',
        'False',
        'ObjectNotFound',
      ],
    ],
    [
      'volumes',
      [
        'CSV1 Online moved: True',
        'Demo1 Direct',
        'Demo2 Direct',
        'C:\\ClusterStorage\\Volume1 False CSVFS',
        'NotSimulated',
        '0',
        'FS-Data',
        'MAIL-LUN',
        'Quorum',
      ],
    ],
    ['what-if', ['asked', 'asked', 'asked', '2 nodes, True, True']],
  ])('%s', (script, lines) => {
    expect(output(script)).toEqual(lines);
  });
});

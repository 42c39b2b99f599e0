import { describe, expect, it } from 'vitest';
import { powerShellOf } from '../../../tests/support/command-answers';

describe('the PowerShell of', () => {
  const lines = (...text: readonly string[]): string => text.join('\n');

  it('the cluster', () => {
    expect(
      powerShellOf('cluster.create', { name: 'C', nodes: ['A', 'B'], addresses: ['10.0.0.5'], storage: 'none' }),
    ).toBe("New-Cluster -Name 'C' -Node @('A', 'B') -StaticAddress '10.0.0.5' -NoStorage -Force");
    expect(powerShellOf('cluster.validate', { nodes: ['A'], tests: ['Network'] })).toBe(
      "Test-Cluster -Node 'A' -Include 'Network' -Confirm:$false",
    );
    expect(powerShellOf('cluster.shutDown', {})).toBe('Stop-Cluster -Force -Confirm:$false');
    expect(powerShellOf('cluster.start', {})).toBe('Start-Cluster');
    expect(powerShellOf('cluster.destroy', {})).toBe('Remove-Cluster -Force -Confirm:$false');
    expect(powerShellOf('cluster.moveCoreResources', { destination: 'Demo2' })).toBe(
      "Move-ClusterGroup -Name 'Cluster Group' -Node 'Demo2' -Wait 0",
    );
    expect(powerShellOf('cluster.enableSharedVolumes', {})).toBe(
      "(Get-Cluster).EnableSharedVolumes = 'Enabled/NoticeRead'",
    );
  });

  it('the quorum in each mode', () => {
    const script = (mode: 'nodeMajority' | 'nodeAndDiskMajority' | 'diskOnly', witness?: string): string =>
      powerShellOf('cluster.setQuorum', { mode, witness });
    expect(script('nodeMajority')).toBe('Set-ClusterQuorum -NoWitness');
    expect(script('nodeAndDiskMajority', 'Spare')).toBe("Set-ClusterQuorum -DiskWitness 'Spare'");
    expect(script('diskOnly', 'Quorum')).toBe("Set-ClusterQuorum -DiskOnly 'Quorum'");
    expect(powerShellOf('cluster.setQuorum', { mode: 'nodeAndFileShareMajority', witness: '\\\\DC\\W' })).toBe(
      "Set-ClusterQuorum -FileShareWitness '\\\\DC\\W'",
    );
    expect(
      powerShellOf('cluster.setQuorum', {
        mode: 'nodeAndCloudMajority',
        witness: 'https://acct.blob.core.windows.net/',
      }),
    ).toBe("Set-ClusterQuorum -CloudWitness -AccountName 'acct' -Endpoint 'core.windows.net'");
  });

  it('properties of the cluster, in the unit that Windows keeps them in', () => {
    expect(powerShellOf('cluster.setProperty', { property: 'samesubnetdelay', value: 2000 })).toBe(
      '(Get-Cluster).SameSubnetDelay = 2000',
    );
    expect(powerShellOf('cluster.setProperty', { property: 'QuarantineDuration', value: 7_200_000 })).toBe(
      '(Get-Cluster).QuarantineDuration = 7200',
    );
    expect(powerShellOf('cluster.setProperty', { property: 'dynamicQuorum', value: false })).toBe(
      '(Get-Cluster).DynamicQuorum = 0',
    );
  });

  it('nodes', () => {
    expect(powerShellOf('node.add', { node: 'Demo3' })).toBe("Add-ClusterNode -Name 'Demo3'");
    expect(powerShellOf('node.evict', { node: 'Demo2' })).toBe(
      "Remove-ClusterNode -Name 'Demo2' -Force -Confirm:$false",
    );
    expect(powerShellOf('node.pause', { node: 'Demo1', drain: true, destination: 'Demo2' })).toBe(
      "Suspend-ClusterNode -Name 'Demo1' -Drain -TargetNode 'Demo2' -Confirm:$false",
    );
    expect(powerShellOf('node.pause', { node: 'Demo1' })).toBe("Suspend-ClusterNode -Name 'Demo1' -Confirm:$false");
    expect(powerShellOf('node.resume', { node: 'Demo1', failback: 'immediate' })).toBe(
      "Resume-ClusterNode -Name 'Demo1' -Failback 'Immediate'",
    );
    expect(powerShellOf('node.resume', { node: 'Demo1' })).toBe(
      "Resume-ClusterNode -Name 'Demo1' -Failback 'NoFailback'",
    );
    expect(powerShellOf('node.startService', { node: 'Demo2', forceQuorum: true, clearQuarantine: true })).toBe(
      "Start-ClusterNode -Name 'Demo2' -ForceQuorum -ClearQuarantine",
    );
    expect(powerShellOf('node.stopService', { node: 'Demo2' })).toBe("Stop-ClusterNode -Name 'Demo2' -Confirm:$false");
    expect(powerShellOf('node.setVote', { node: 'Demo2', vote: 0 })).toBe(
      "(Get-ClusterNode -Name 'Demo2').NodeWeight = 0",
    );
  });

  it('roles', () => {
    expect(powerShellOf('role.bringOnline', { role: 'FS1' })).toBe("Start-ClusterGroup -Name 'FS1' -Wait 0");
    expect(powerShellOf('role.takeOffline', { role: 'FS1' })).toBe("Stop-ClusterGroup -Name 'FS1' -Wait 0");
    expect(powerShellOf('role.move', { role: 'FS1', destination: 'Demo1' })).toBe(
      "Move-ClusterGroup -Name 'FS1' -Node 'Demo1' -Wait 0",
    );
    expect(powerShellOf('role.liveMigrate', { role: 'SQL-01' })).toBe(
      "Move-ClusterVirtualMachineRole -Name 'SQL-01' -MigrationType 'Live' -Wait 0",
    );
    expect(powerShellOf('role.quickMigrate', { role: 'SQL-01', destination: 'Demo2' })).toBe(
      "Move-ClusterVirtualMachineRole -Name 'SQL-01' -Node 'Demo2' -MigrationType 'Quick' -Wait 0",
    );
    expect(powerShellOf('role.cancelMigration', { role: 'SQL-01' })).toBe(
      "Move-ClusterVirtualMachineRole -Name 'SQL-01' -Cancel",
    );
    expect(powerShellOf('role.remove', { role: 'FS1' })).toBe(
      "Remove-ClusterGroup -Name 'FS1' -RemoveResources -Force -Confirm:$false",
    );
  });

  it('policies of roles', () => {
    expect(powerShellOf('role.setPriority', { role: 'x', priority: 'high' })).toBe(
      "(Get-ClusterGroup -Name 'x').Priority = 3000",
    );
    expect(powerShellOf('role.setPreferredOwners', { role: 'x', preferredOwners: ['B', 'A'] })).toBe(
      "Set-ClusterOwnerNode -Group 'x' -Owners @('B', 'A')",
    );
    expect(powerShellOf('role.setFailover', { role: 'x', failover: { threshold: 2, period: 5_400_000 } })).toBe(
      lines("(Get-ClusterGroup -Name 'x').FailoverThreshold = 2", "(Get-ClusterGroup -Name 'x').FailoverPeriod = 2"),
    );
    expect(powerShellOf('role.setFailback', { role: 'x', failback: { from: 22, to: 5 } })).toBe(
      lines(
        "(Get-ClusterGroup -Name 'x').AutoFailbackType = 1",
        "(Get-ClusterGroup -Name 'x').FailbackWindowStart = 22",
        "(Get-ClusterGroup -Name 'x').FailbackWindowEnd = 5",
      ),
    );
    expect(powerShellOf('role.setFailback', { role: 'x', failback: 'immediate' })).toContain(
      'FailbackWindowStart = 4294967295',
    );
    expect(powerShellOf('role.setFailback', { role: 'x', failback: 'prevent' })).toBe(
      "(Get-ClusterGroup -Name 'x').AutoFailbackType = 0",
    );
    expect(powerShellOf('role.setAntiAffinity', { role: 'x', antiAffinity: ['DC'] })).toBe(
      "(Get-ClusterGroup -Name 'x').AntiAffinityClassNames = 'DC'",
    );
  });

  it('new roles, by their own cmdlet where there is one', () => {
    expect(
      powerShellOf('role.create', { type: 'fileServer', name: 'FS2', disks: ['Spare'], address: '10.0.0.9' }),
    ).toBe("Add-ClusterFileServerRole -Name 'FS2' -Storage 'Spare' -StaticAddress '10.0.0.9' -Wait 0");
    expect(powerShellOf('role.create', { type: 'genericService', name: 'Q', service: 'svc', owner: 'Demo2' })).toBe(
      lines(
        "Add-ClusterGenericServiceRole -Name 'Q' -ServiceName 'svc'",
        "Move-ClusterGroup -Name 'Q' -Node 'Demo2' -Wait 0",
      ),
    );
    expect(powerShellOf('role.create', { type: 'other', name: 'Fax', groupType: 'PrintServer' })).toBe(
      lines("Add-ClusterGroup -Name 'Fax' -GroupType 'PrintServer'", "Start-ClusterGroup -Name 'Fax' -Wait 0"),
    );
    expect(powerShellOf('role.createVirtualMachine', { vm: 'TEST-01' })).toBe(
      "Add-ClusterVirtualMachineRole -VMName 'TEST-01'",
    );
  });

  it('new roles that have no cmdlet, step by step, with the network that their address lies in', () => {
    expect(
      powerShellOf('role.create', { type: 'dhcpServer', name: 'D', disks: ['Spare'], address: '192.168.100.61' }, {}),
    ).toBe(
      lines(
        "Add-ClusterGroup -Name 'D' -GroupType 'DhcpServer'",
        "Move-ClusterResource -Name 'Spare' -Group 'D'",
        "Add-ClusterResource -Name 'IP Address 192.168.100.61' -Group 'D' -ResourceType 'IP Address'",
        "Get-ClusterResource -Name 'IP Address 192.168.100.61' | Set-ClusterParameter -Name 'Address' -Value '192.168.100.61'",
        "Get-ClusterResource -Name 'IP Address 192.168.100.61' | Set-ClusterParameter -Name 'SubnetMask' -Value '255.255.255.0'",
        "Get-ClusterResource -Name 'IP Address 192.168.100.61' | Set-ClusterParameter -Name 'Network' -Value 'Public'",
        "Get-ClusterResource -Name 'IP Address 192.168.100.61' | Set-ClusterParameter -Name 'EnableDhcp' -Value '0'",
        "Add-ClusterResource -Name 'D Network Name' -Group 'D' -ResourceType 'Network Name'",
        "Get-ClusterResource -Name 'D Network Name' | Set-ClusterParameter -Name 'Name' -Value 'D'",
        "Get-ClusterResource -Name 'D Network Name' | Set-ClusterParameter -Name 'DnsName' -Value 'D'",
        "Set-ClusterResourceDependency -Resource 'D Network Name' -Dependency '([IP Address 192.168.100.61])'",
        "Add-ClusterResource -Name 'D' -Group 'D' -ResourceType 'DHCP Service'",
        "Set-ClusterResourceDependency -Resource 'D' -Dependency '([D Network Name]) and ([Spare])'",
        "Start-ClusterGroup -Name 'D' -Wait 0",
      ),
    );
  });

  it('virtual machines: through the cluster when they are clustered, else on their node', () => {
    expect(powerShellOf('vm.start', { vm: 'WEB-01' }, {})).toBe("Start-ClusterGroup -Name 'WEB-01' -Wait 0");
    expect(powerShellOf('vm.start', { vm: 'TEST-01' }, {})).toBe("Start-VM -Name 'TEST-01' -ComputerName 'Demo1'");
    expect(powerShellOf('vm.start', { vm: 'TEST-01' })).toBe("Start-VM -Name 'TEST-01'");
    expect(powerShellOf('vm.shutDown', { vm: 'SQL-01' }, {})).toBe(
      "Get-ClusterResource -Name 'Virtual Machine SQL-01' | Get-VM | Stop-VM -Force -Confirm:$false",
    );
    expect(powerShellOf('vm.turnOff', { vm: 'TEST-01' }, {})).toBe(
      "Stop-VM -Name 'TEST-01' -ComputerName 'Demo1' -TurnOff -Force -Confirm:$false",
    );
    expect(powerShellOf('vm.save', { vm: 'SQL-01' }, {})).toBe(
      "Get-ClusterResource -Name 'Virtual Machine SQL-01' | Get-VM | Save-VM -Confirm:$false",
    );
    expect(powerShellOf('vm.migrateStorage', { vm: 'TEST-01', disk: 'CSV1' }, {})).toBe(
      "Move-VMStorage -Name 'TEST-01' -ComputerName 'Demo1' -DestinationStoragePath 'C:\\ClusterStorage\\Volume1\\TEST-01' -Confirm:$false",
    );
    expect(
      powerShellOf('vm.create', { node: 'Demo1', name: 'N', memory: 4_294_967_296, processors: 2, disk: 'CSV1' }, {}),
    ).toBe(
      "New-VM -Name 'N' -ComputerName 'Demo1' -MemoryStartupBytes 4294967296 -Path 'C:\\ClusterStorage\\Volume1' -NewVHDPath 'C:\\ClusterStorage\\Volume1\\N\\N.vhdx' -NewVHDSizeBytes 136365211648 | Set-VM -ProcessorCount 2",
    );
  });

  it('resources', () => {
    expect(powerShellOf('resource.bringOnline', { resource: 'r' })).toBe("Start-ClusterResource -Name 'r' -Wait 0");
    expect(powerShellOf('resource.takeOffline', { resource: 'r' })).toBe("Stop-ClusterResource -Name 'r' -Wait 0");
    expect(powerShellOf('resource.simulateFailure', { resource: 'r' })).toBe("Test-ClusterResourceFailure -Name 'r'");
    expect(powerShellOf('resource.remove', { resource: 'r' })).toBe(
      "Remove-ClusterResource -Name 'r' -Force -Confirm:$false",
    );
    expect(
      powerShellOf('resource.add', { role: 'g', name: 'r', type: 'Generic Service', dependsOn: 'a or (b and c)' }),
    ).toBe(
      lines(
        "Add-ClusterResource -Name 'r' -Group 'g' -ResourceType 'Generic Service'",
        "Set-ClusterResourceDependency -Resource 'r' -Dependency '([a] or [b]) and ([a] or [c])'",
      ),
    );
    expect(powerShellOf('resource.setDependency', { resource: 'r', dependsOn: '' })).toBe(
      "Set-ClusterResourceDependency -Resource 'r' -Dependency ''",
    );
    expect(powerShellOf('resource.setPossibleOwners', { resource: 'r', nodes: [] }, {})).toBe(
      "Set-ClusterOwnerNode -Resource 'r' -Owners @('Demo1', 'Demo2')",
    );
    expect(
      powerShellOf('resource.setPolicies', { resource: 'r', restart: { threshold: 3 }, pendingTimeout: 60_000 }),
    ).toBe(
      lines(
        "(Get-ClusterResource -Name 'r').RestartThreshold = 3",
        "(Get-ClusterResource -Name 'r').PendingTimeout = 60000",
      ),
    );
  });

  it('disks and shared volumes', () => {
    expect(powerShellOf('disk.add', { disk: 'Cluster Disk 2' })).toBe(
      "Get-ClusterAvailableDisk | Where-Object -Property 'Name' -EQ -Value 'Cluster Disk 2' | Add-ClusterDisk",
    );
    expect(powerShellOf('disk.remove', { disk: 'd' })).toBe("Remove-ClusterResource -Name 'd' -Force -Confirm:$false");
    expect(powerShellOf('disk.addToSharedVolumes', { disk: 'd' })).toBe("Add-ClusterSharedVolume -Name 'd'");
    expect(powerShellOf('disk.removeFromSharedVolumes', { disk: 'd' })).toBe(
      "Remove-ClusterSharedVolume -Name 'd' -Confirm:$false",
    );
    expect(powerShellOf('disk.moveSharedVolume', { disk: 'd', destination: 'Demo2' })).toBe(
      "Move-ClusterSharedVolume -Name 'd' -Node 'Demo2' -Wait 0",
    );
    expect(powerShellOf('disk.setMaintenance', { disk: 'd', on: true })).toBe(
      "Suspend-ClusterResource -Name 'd' -Force -Confirm:$false",
    );
    expect(powerShellOf('disk.setMaintenance', { disk: 'd', on: false })).toBe("Resume-ClusterResource -Name 'd'");
  });

  it('a disk that goes to a role on another node: it must be offline for that', () => {
    expect(powerShellOf('disk.assign', { disk: 'Spare', role: 'SQL-01' }, {})).toBe(
      "Move-ClusterResource -Name 'Spare' -Group 'SQL-01'",
    );
    expect(powerShellOf('disk.assign', { disk: 'Spare', role: 'FS1' }, {})).toBe(
      lines(
        "Stop-ClusterResource -Name 'Spare'",
        "Move-ClusterResource -Name 'Spare' -Group 'FS1'",
        "Start-ClusterResource -Name 'Spare' -Wait 0",
      ),
    );
  });

  it('networks; the order of live migration goes by their Ids', () => {
    expect(powerShellOf('network.rename', { network: 'Public', name: 'Office' })).toBe(
      "(Get-ClusterNetwork -Name 'Public').Name = 'Office'",
    );
    expect(powerShellOf('network.setRole', { network: 'Public', role: 'clusterAndClient' })).toBe(
      "(Get-ClusterNetwork -Name 'Public').Role = 3",
    );
    expect(powerShellOf('network.setLiveMigrationOrder', { networks: ['private', 'Public'] }, {})).toBe(
      lines(
        "Get-ClusterResourceType -Name 'Virtual Machine' | Set-ClusterParameter -Name 'MigrationExcludeNetworks' -Value 'network-iSCSI'",
        "Get-ClusterResourceType -Name 'Virtual Machine' | Set-ClusterParameter -Name 'MigrationNetworkOrder' -Value 'network-Private;network-Public'",
      ),
    );
  });
});

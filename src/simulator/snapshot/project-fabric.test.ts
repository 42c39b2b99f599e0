import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

describe('Engine: what can be broken', () => {
  it('is told as it physically is, before the cluster knows', () => {
    const test = startCluster({
      cluster: "quorum: {mode: nodeAndFileShareMajority, witness: '\\\\dc\\w'}",
      rest: 'storage: {servers: [{name: S1}], devices: [{name: D1, size: 1GB, mirrors: [{server: S1}]}]}\ndisks: [{name: LUN1, size: 1GB, use: available, device: D1}]',
    });
    const { cluster } = test;
    expect(cluster.takeFabricChange()).toBe(false);
    for (const fault of [
      { fault: 'node.crash', node: 'N2' },
      { fault: 'nic.fail', node: 'N1', network: 'Public' },
      { fault: 'network.fail', network: 'Private' },
      { fault: 'disk.fail', disk: 'LUN1' },
      { fault: 'storageServer.crash', server: 'S1' },
      { fault: 'witness.fail' },
    ] as const) {
      test.break(fault);
      expect(cluster.takeFabricChange(), fault.fault).toBe(true);
    }
    const fabric = cluster.fabric();
    expect(fabric.nodes).toEqual([
      { name: 'N1', powered: true },
      { name: 'N2', powered: false },
    ]);
    expect(fabric.interfaces.filter(({ working }) => !working)).toEqual([
      { node: 'N1', network: 'Public', working: false },
    ]);
    expect(fabric.networks.filter(({ working }) => !working)).toEqual([{ name: 'Private', working: false }]);
    expect(fabric.disks).toEqual([{ name: 'LUN1', working: false }]);
    expect(fabric.storageServers).toEqual([{ name: 'S1', powered: false }]);
    expect(fabric.witnessWorking).toBe(false);
    expect(test.node('N2').state).toBe('Up');
  });

  it('has no witness to break where there is none, or where it is a disk', () => {
    expect(startCluster().cluster.fabric().witnessWorking).toBeNull();
    const disk = startCluster({
      cluster: 'quorum: {mode: nodeAndDiskMajority, witness: Q}',
      rest: 'disks: [{name: Q, size: 1GB, use: witness}]',
    });
    expect(disk.cluster.fabric().witnessWorking).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const start = (release = '2022') =>
  startCluster({
    nodes: 3,
    release,
    rest: 'disks: [{name: CSV1, size: 500GB, use: csv, owner: N2}]\nroles: [{name: Plain, type: virtualMachine, owner: N1, disks: [CSV1], memory: 1GB, clustered: false}]',
  }).to(10);

describe('Storage: machines on shared volumes that are not clustered', () => {
  it('stand still while their server is not in the cluster, and go on when it is back', () => {
    const test = start();
    test.run('node.stopService', { node: 'N1' });
    test.to(30);
    expect(test.machine('Plain').state).toBe('PausedCritical');
    test.to(100).run('node.startService', { node: 'N1' });
    expect([test.node('N1').state, test.machine('Plain').state]).toEqual(['Up', 'Running']);
    expect(test.events(18500)).toEqual([]);
  });

  it('are off after criticalErrorTimeout (30 min), before 2016 at once', () => {
    const test = start();
    test.break({ fault: 'network.partition', groups: [['N1'], ['N2', 'N3']] });
    expect(test.to(30).machine('Plain').state).toBe('PausedCritical');
    expect(test.to(24 + 1799).machine('Plain').state).toBe('PausedCritical');
    expect(test.to(24 + 1801).machine('Plain').state).toBe('Off');
    const old = start('2012');
    old.run('node.stopService', { node: 'N1' });
    expect(old.to(30).machine('Plain').state).toBe('Off');
  });

  it('are turned off by Hyper-V, which does not need the cluster service', () => {
    const test = start();
    test.run('node.stopService', { node: 'N1' });
    test.to(30);
    expect(test.run('vm.save', { vm: 'Plain' }).error?.message).toBe('Plain has lost its storage.');
    test.run('vm.turnOff', { vm: 'Plain' });
    expect(test.to(40).machine('Plain').state).toBe('Off');
  });

  it('run on when the cluster is destroyed: its volumes are disks of the servers then', () => {
    const test = start();
    test.run('cluster.destroy');
    expect(test.to(20).machine('Plain').state).toBe('Running');
  });
});

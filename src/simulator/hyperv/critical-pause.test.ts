import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

function paused() {
  const test = startCluster({
    nodes: 3,
    rest: `disks: [{name: CSV1, size: 500GB, use: csv}]\nroles: [{name: VM1, type: virtualMachine, owner: N1, disks: [CSV1], memory: 1GB}]`,
  }).to(60);
  test.break({ fault: 'disk.fail', disk: 'CSV1' });
  return test.to(70);
}

describe('Storage: a machine that stands still without its storage', () => {
  it('is not moved, saved or taken offline (5004), and goes on when the storage is back', () => {
    const test = paused();
    for (const command of ['role.move', 'role.quickMigrate', 'role.liveMigrate', 'role.takeOffline'])
      expect(test.run(command, { role: 'VM1' }).error?.code).toBe(5004);
    for (const resource of ['Virtual Machine VM1', 'Virtual Machine Configuration VM1'])
      expect(test.run('resource.takeOffline', { resource }).error?.code).toBe(5004);
    test.break({ fault: 'disk.repair', disk: 'CSV1' });
    expect(test.to(80).machine('VM1').state).toBe('Running');
    expect(test.events(18500)).toEqual([]);
  });

  it('stays in a drain (1137), and can be turned off', () => {
    const test = paused();
    test.run('node.pause', { node: 'N1', drain: true });
    expect(
      test
        .to(75)
        .events(1137)
        .map(({ message }) => message)[0],
    ).toMatch(/has lost its storage/);
    expect(test.machine('VM1').state).toBe('PausedCritical');
    test.run('vm.turnOff', { vm: 'VM1' });
    expect(test.to(80).machine('VM1').state).toBe('Off');
  });

  it('on an isolated node is refused as unreachable (5050)', () => {
    const test = startCluster({
      nodes: 3,
      rest: `disks: [{name: CSV1, size: 500GB, use: csv}]\nroles: [{name: VM1, type: virtualMachine, owner: N1, disks: [CSV1], memory: 1GB}]`,
    }).to(60);
    test.break({ fault: 'network.partition', groups: [['N1'], ['N2', 'N3']] });
    expect(test.to(90).machine('VM1').state).toBe('PausedCritical');
    for (const command of ['role.move', 'role.quickMigrate', 'role.liveMigrate', 'role.takeOffline'])
      expect(test.run(command, { role: 'VM1' }).error?.code).toBe(5050);
  });
});

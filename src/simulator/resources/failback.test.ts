import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';
import { untilWindow } from './failback';

const disks = 'disks: [{name: CSV1, size: 500GB, use: csv, owner: N1}]';
const vm = (more: string): string =>
  `${disks}\nroles: [{name: VM1, type: virtualMachine, owner: N2, disks: [CSV1], memory: 4GB, dirtyRate: 0MB/s, ${more}}]`;

describe('Roles and resources: failback', () => {
  it('brings a role back to its preferred owner when that joins, by live migration (1154)', () => {
    const test = startCluster({ nodes: 3, rest: vm('preferredOwners: [N2], failback: immediate') });
    test.break({ fault: 'node.crash', node: 'N2' });
    expect(test.to(300).role('VM1').ownerNode).not.toBe('N2');
    test.break({ fault: 'node.powerOn', node: 'N2' });
    expect(test.to(460).where('VM1')).toBe('Online on N2');
    expect(test.events(1154)).toHaveLength(1);
    expect(test.machine('VM1').heartbeat).toBe('OkApplicationsHealthy');
  });

  it('does not when it is prevented or no preferred owners are set', () => {
    for (const more of ['preferredOwners: [N2]', 'failback: immediate']) {
      const test = startCluster({ nodes: 3, rest: vm(more) });
      test.break({ fault: 'node.crash', node: 'N2' });
      test.to(300).break({ fault: 'node.powerOn', node: 'N2' });
      expect(test.to(600).role('VM1').ownerNode).not.toBe('N2');
    }
  });

  it('waits for its window of hours, which may go over midnight', () => {
    const test = startCluster({ nodes: 3, rest: vm('preferredOwners: [N2], failback: {from: 22, to: 5}') });
    test.to(6 * 3600).break({ fault: 'node.crash', node: 'N2' });
    test.to(6 * 3600 + 300).break({ fault: 'node.powerOn', node: 'N2' });
    expect(test.to(22 * 3600 - 1).role('VM1').ownerNode).not.toBe('N2');
    expect(test.to(22 * 3600 + 60).where('VM1')).toBe('Online on N2');
  });

  describe('in a window of hours that passes without it', () => {
    const hours = (hour: number, more = 0): number => hour * 3600 + more;
    const away = (more = '') => {
      const test = startCluster({ nodes: 3, rest: vm(`preferredOwners: [N2], failback: {from: 2, to: 5}${more}`) });
      test.break({ fault: 'node.crash', node: 'N2' });
      return test.to(hours(1));
    };

    it('comes with the next window after its node is back', () => {
      const test = away();
      test.break({ fault: 'node.powerOn', node: 'N2' });
      test.to(hours(1, 1800)).break({ fault: 'node.crash', node: 'N2' });
      test.to(hours(6)).break({ fault: 'node.powerOn', node: 'N2' });
      expect(test.to(hours(26, -1)).role('VM1').ownerNode).not.toBe('N2');
      expect(test.to(hours(26, 60)).where('VM1')).toBe('Online on N2');
    });

    it('comes at once when its node is back within the window', () => {
      const test = away();
      test.to(hours(4)).break({ fault: 'node.powerOn', node: 'N2' });
      expect(test.to(hours(4, 180)).where('VM1')).toBe('Online on N2');
    });

    it('comes with the next window when its node was paused, however it was resumed', () => {
      const test = away();
      test.break({ fault: 'node.powerOn', node: 'N2' });
      test.to(hours(1, 1800)).run('node.pause', { node: 'N2' });
      test.to(hours(6)).run('node.resume', { node: 'N2', failback: 'none' });
      expect(test.to(hours(26, -1)).role('VM1').ownerNode).not.toBe('N2');
      expect(test.to(hours(26, 60)).where('VM1')).toBe('Online on N2');
      expect(test.events(1154)).toHaveLength(1);
    });

    it('comes with its window although the role was moved since its node is back', () => {
      const test = away();
      test.break({ fault: 'node.powerOn', node: 'N2' });
      const other = test.role('VM1').ownerNode === 'N1' ? 'N3' : 'N1';
      test.to(hours(1, 1200)).run('role.quickMigrate', { role: 'VM1', destination: other });
      expect(test.to(hours(2, -1)).where('VM1')).toBe(`Online on ${other}`);
      expect(test.to(hours(2, 60)).where('VM1')).toBe('Online on N2');
    });

    it('comes with the window of the next evening where that goes over midnight', () => {
      const test = startCluster({ nodes: 3, rest: vm('preferredOwners: [N2], failback: {from: 22, to: 5}') });
      test.run('node.pause', { node: 'N2' });
      test.break({ fault: 'node.crash', node: 'N2' });
      test.to(hours(1)).break({ fault: 'node.powerOn', node: 'N2' });
      test.to(hours(3)).run('node.resume', { node: 'N2', failback: 'none' });
      expect(test.to(hours(22, -1)).role('VM1').ownerNode).not.toBe('N2');
      expect(test.to(hours(22, 60)).where('VM1')).toBe('Online on N2');
    });

    it('comes with the next window when the role was on its way until the window was over', () => {
      const slow = ', usedMemory: 3GB, workingSet: 3GB';
      const test = away(slow);
      test.break({ fault: 'node.powerOn', node: 'N2' });
      const there = test.role('VM1').ownerNode;
      const other = there === 'N1' ? 'N3' : 'N1';
      test.break({ fault: 'network.degrade', network: 'Private', bandwidth: 2_000_000 });
      test.to(hours(1, 3590)).run('role.liveMigrate', { role: 'VM1', destination: other });
      expect(test.to(hours(5, 1)).where('VM1')).toBe(`Pending on ${there ?? ''}`);
      expect(test.to(hours(25)).where('VM1')).toBe(`Online on ${other}`);
      test.break({ fault: 'nic.repair', node: 'N1', network: 'Private' });
      test.break({ fault: 'network.degrade', network: 'Private', bandwidth: 1_000_000_000 });
      expect(test.to(hours(26, 120)).where('VM1')).toBe('Online on N2');
    });
  });

  it('knows how long until a window begins', () => {
    const hour = 3_600_000;
    expect(untilWindow(23 * hour, 22, 5)).toBe(0);
    expect(untilWindow(4 * hour, 22, 5)).toBe(0);
    expect(untilWindow(5 * hour, 22, 5)).toBe(17 * hour);
    expect(untilWindow(26 * hour, 8, 10)).toBe(6 * hour);
    expect(untilWindow(7 * hour, 22, 5)).toBe(15 * hour);
  });
});

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

  it('knows how long until a window begins', () => {
    const hour = 3_600_000;
    expect(untilWindow(23 * hour, 22, 5)).toBe(0);
    expect(untilWindow(4 * hour, 22, 5)).toBe(0);
    expect(untilWindow(5 * hour, 22, 5)).toBe(17 * hour);
    expect(untilWindow(26 * hour, 8, 10)).toBe(6 * hour);
  });
});

import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

describe('Membership: a server is restarted', () => {
  it('that is off: nothing happens, and the fault says so (5050)', () => {
    const test = startCluster({ nodes: '{name: N1}, {name: N2}, {name: N3, state: off}' }).to(10);
    expect(test.cluster.inject({ fault: 'node.restart', node: 'N3' })?.code).toBe(5050);
    expect(test.to(300).node('N3').state).toBe('Down');
  });

  it('while the cluster is shut down: it waits for nobody and is refused (5925)', () => {
    const test = startCluster({
      nodes: 3,
      rest: 'disks: [{name: D, size: 9GB, use: csv}]\nroles: [{name: VM1, type: virtualMachine, owner: N1, disks: [D]}]',
    }).to(10);
    test.run('cluster.shutDown');
    expect(test.cluster.inject({ fault: 'node.restart', node: 'N1' })?.code).toBe(5925);
    expect(test.to(60).machine('VM1').state).toBe('Saved');
  });

  it('whose cluster service is stopped: it boots again, as an operation, and joins', () => {
    const test = startCluster({ nodes: 3 }).to(10);
    test.run('node.stopService', { node: 'N3' });
    test.to(20).break({ fault: 'node.restart', node: 'N3' });
    const restart = test.cluster.snapshot().operations.find(({ command }) => command === 'node.restart');
    expect(restart?.outcome).toBe('succeeded');
    expect(test.to(140).node('N3').state).toBe('Up');
  });
});

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

describe('Membership: Start Cluster Service', () => {
  it('starts a service that crashed before the others have judged that: it joins when the regroup is over', () => {
    const test = startCluster({ nodes: 3 }).to(100);
    test.break({ fault: 'clusterService.crash', node: 'N3' });
    expect(test.to(102).run('node.startService', { node: 'N3' }).outcome).toBe('succeeded');
    expect(
      test
        .to(110)
        .events(1135, 1062)
        .map(({ id, node }) => [id, node]),
    ).toEqual([
      [1135, 'N1'],
      [1135, 'N2'],
      [1062, 'N3'],
    ]);
    expect(test.run('node.startService', { node: 'N3' }).outcome).toBe('succeeded');
    expect(test.to(200).events(1062)).toHaveLength(1);
  });
});

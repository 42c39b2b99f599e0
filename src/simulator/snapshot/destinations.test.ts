import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const disks = 'disks: [{name: CSV1, size: 1TB, use: csv, owner: N1}]';
const machine = (name: string, more: string): string =>
  `{name: ${name}, type: virtualMachine, disks: [CSV1], memory: 4GB, ${more}}`;

describe('Roles and resources: destinations of a move', () => {
  it('say where the role can go, what it would take, and which node would be chosen: the one with most free memory', () => {
    const { cluster } = startCluster({
      nodes: '{name: N1}, {name: N2, memory: 32GB}, {name: N3}, {name: N4, state: off}, {name: N5, memory: 5GB}',
      rest: `${disks}\nroles: [${machine('VM1', 'owner: N1, dirtyRate: 20MB/s, workingSet: 400MB')}]`,
    });
    const found = cluster.destinations('VM1', 'live');
    expect(found.map(({ node, best }) => `${node}${best ? ' best' : ''}`)).toEqual(
      expect.arrayContaining(['N2', 'N3 best']),
    );
    const of = (name: string) => found.find(({ node }) => node === name);
    expect(of('N3')).toMatchObject({ excluded: null, warning: null, predicted: { total: 41437, downtime: 44 } });
    expect(of('N4')?.excluded).toContain('down');
    expect(of('N5')?.excluded).toContain('4096 MB');
  });

  it('warn of a blackout that clients notice and of a role that should stay apart', () => {
    const { cluster } = startCluster({
      nodes: 3,
      cluster: 'settings: {tcpTimeout: 30ms}',
      rest: `${disks}\nroles: [${machine('VM1', 'owner: N1, antiAffinity: [X]')}, ${machine('VM2', 'owner: N2, antiAffinity: [X]')}]`,
    });
    expect(cluster.destinations('VM1', 'live').find(({ node }) => node === 'N3')?.warning).toContain('clients');
    const moves = cluster.destinations('VM1', 'quick');
    expect(moves.find(({ node }) => node === 'N2')?.warning).toContain('anti-affinity');
    expect(moves.find(({ node }) => node === 'N3')?.warning).toBeNull();
  });

  it('are none for a role that does not exist, or while the cluster does not run', () => {
    const test = startCluster({ rest: `${disks}\nroles: [${machine('VM1', 'owner: N1')}]` });
    expect(test.cluster.destinations('VM9', 'live')).toEqual([]);
    test.run('cluster.shutDown');
    expect(test.to(300).state).toBe('Stopped');
    expect(test.cluster.destinations('VM1', 'live')).toEqual([]);
  });
});

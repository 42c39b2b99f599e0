import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../testing/test-cluster';
import { createSimulatedCluster, loadSimulatedCluster } from '../simulated-cluster';
import { loadScenario } from '../scenario/load-scenario';

const rest = `disks: [{name: L, size: 10GB, use: role}]
roles: [{name: "<b>FS</b>", type: fileServer, owner: N1, address: 192.168.0.9, disks: [L]}]`;

function contentOf(test: TestCluster, command: string, input = {}): readonly string[] {
  const { id, files = [], outcome } = test.run(command, input);
  expect(outcome).toBe('succeeded');
  return files.map(({ name }) => test.cluster.fileOf(id, name) ?? '');
}

describe('Events: the cluster log', () => {
  it('of each node that is up has the state of the cluster and what that node logged, and says that it is simulated', () => {
    const test = startCluster({ nodes: 3 }).to(10);
    test.break({ fault: 'node.crash', node: 'N3' });
    test.to(60);
    const operation = test.run('cluster.collectLog');
    expect(operation.files?.map(({ name }) => name)).toEqual(['N1_cluster.log', 'N2_cluster.log']);
    const [log = ''] = contentOf(test, 'cluster.collectLog', { nodes: ['n1'] });
    expect(log).toContain('SIMULATED cluster C');
    expect(log).toMatch(/^3, N3, Down, /m);
    expect(log).toMatch(/::2000\/01\/01-00:00:\d\d\.\d{3} ERR {3}\[NM\] Event 1135: /);
    expect(log).not.toContain('undefined');
  });

  it('goes back as far as is wanted', () => {
    const test = startCluster({ nodes: 3 }).to(10);
    test.break({ fault: 'node.crash', node: 'N3' });
    test.to(600);
    const [all = ''] = contentOf(test, 'cluster.collectLog', { nodes: ['N1'] });
    const [late = ''] = contentOf(test, 'cluster.collectLog', { nodes: ['N1'], timeSpan: 60_000 });
    expect(all).toContain('Event 1135');
    expect(late).not.toContain('Event 1135');
    expect(late).toContain('Nothing was logged in this time.');
  });

  it('is not to be had of a node that is down (5050), nor of one that died and is not missed yet', () => {
    const test = startCluster({ nodes: 3 }).to(10);
    test.break({ fault: 'node.crash', node: 'N3' });
    expect(test.run('cluster.collectLog', { nodes: ['N3'] }).error).toMatchObject({ code: 5050 });
    expect(test.run('cluster.collectLog').files?.map(({ name }) => name)).toEqual(['N1_cluster.log', 'N2_cluster.log']);
    test.to(60);
    expect(test.run('cluster.collectLog', { nodes: ['N3'] }).error).toMatchObject({ code: 5050 });
  });

  it('has one line for one event, whatever names hold', () => {
    const test = startCluster({
      rest: rest.replace('<b>FS</b>', 'a\\r\\n0::2000/01/01-00:00:00.000 INFO  [X] forged'),
    });
    const [log = ''] = contentOf(test.to(10), 'cluster.collectLog', { nodes: ['N1'] });
    expect(log).toContain('forged');
    expect(log).not.toMatch(/^0::2000/m);
  });
});

describe('Engine: reports', () => {
  it('of dependencies show the tree of a role, and names as text', () => {
    const test = startCluster({ rest }).to(10);
    const [page = ''] = contentOf(test, 'role.dependencyReport', { role: '<b>FS</b>' });
    expect(page).toContain('&lt;b&gt;FS&lt;/b&gt;');
    expect(page).not.toContain('<b>');
    expect(page).toContain('SIMULATED cluster C');
    expect(page.match(/<ul>/g)?.length).toBeGreaterThan(1);
    expect(test.run('role.dependencyReport', { role: '<b>FS</b>' }).files?.[0]?.name).toBe(
      'Dependencies of _b_FS__b_.html',
    );
    const [one = ''] = contentOf(test, 'resource.dependencyReport', { resource: 'L' });
    expect(one).toContain('nothing');
  });

  it('of a validation have each test with what it found', () => {
    const test = startCluster({
      rest: 'disks: [{name: L, size: 10GB, use: available, persistentReservations: false}]',
    });
    const [page = ''] = contentOf(test.to(10), 'cluster.validate', { nodes: ['N1', 'N2'] });
    const report = test.cluster.validationReport();
    for (const { name } of report?.tests ?? []) expect(page).toContain(name);
    expect(page).toContain('at least one test failed');
  });

  it('are forgotten after twenty others, and kept when the session is saved', () => {
    const loaded = loadScenario(
      'schema: regroup/scenario/1\ntitle: T\ncluster: {name: C}\nnodes: [{name: N1}]\n',
      't.yaml',
    );
    if (!loaded.ok) throw new Error('The scenario is wrong.');
    const cluster = createSimulatedCluster(loaded.value);
    const first = cluster.execute('cluster.collectLog', {});
    const again = loadSimulatedCluster(cluster.save());
    expect(again.fileOf(first.id, 'N1_cluster.log')).toBe(cluster.fileOf(first.id, 'N1_cluster.log'));
    expect(cluster.fileOf(first.id, 'N2_cluster.log')).toBeNull();
    for (let count = 0; count < 20; count += 1) cluster.execute('cluster.collectLog', {});
    expect(cluster.fileOf(first.id, 'N1_cluster.log')).toBeNull();
    expect(cluster.snapshot().operations[0]?.files).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../testing/test-cluster';

const vm = (name: string, more: string, owner = 'N1'): string =>
  `{name: ${name}, type: virtualMachine, owner: ${owner}, disks: [CSV1], memory: 4GB, ${more}}`;
const rest = (...roles: readonly string[]): string =>
  `disks: [{name: CSV1, size: 500GB, use: csv, owner: N2}]\nroles: [${roles.join(', ')}]`;

const witness = String.raw`quorum: {mode: nodeAndFileShareMajority, witness: '\\dc\witness'}`;

/** 2012 R2: a lost node is given up after 10 beats and a regroup of 4 s; nothing is isolated. */
function loseFirst(nodes: string, ...roles: readonly string[]): TestCluster {
  const test = startCluster({ release: '2012R2', cluster: witness, nodes, rest: rest(...roles) });
  test.break({ fault: 'node.crash', node: 'N1' });
  return test;
}

describe('Roles and resources: priorities after a failover', () => {
  it('high starts before medium before low: a lower one waits (1640) until the higher ones are online', () => {
    const test = loseFirst(
      '{name: N1}, {name: N2}',
      vm('Low', 'priority: low'),
      vm('High', 'priority: high'),
      vm('Medium', 'priority: medium'),
    );
    test.to(14.5);
    const now = () => ['High', 'Medium', 'Low'].map((name) => test.role(name).state);
    expect(now()).toEqual(['Pending', 'Pending', 'Pending']);
    expect(test.role('Low').statusInformation).toBe('WaitingToStart');
    test.to(60);
    expect(now()).toEqual(['Online', 'Online', 'Online']);
    expect(test.events(18500).map(({ subject }) => subject?.name)).toEqual(['High', 'Medium', 'Low']);
    const [high = 0, medium = 0, low = 0] = test.events(18500).map(({ time }) => time);
    expect([medium - high, low - medium]).toEqual([1500, 1500]);
    expect(test.logged(1640)).toHaveLength(2);
    expect(test.role('Low').statusInformation).toBe('Normal');
  });

  it('a higher one that cannot come online holds the lower ones only until it has failed', () => {
    const test = loseFirst('{name: N1}, {name: N2}', vm('Medium', 'priority: medium'), vm('High', 'priority: high'));
    test.break({ fault: 'resource.fail', resource: 'Virtual Machine High', times: 9, node: 'N2' });
    expect(test.to(120).role('Medium').state).toBe('Online');
    expect(test.role('High').state).not.toBe('Online');
  });

  it('a higher one that has failed over too often (1254) is waited for no more', () => {
    const test = loseFirst(
      '{name: N1}, {name: N2}, {name: N3}',
      '{name: High, type: genericService, owner: N1, priority: high, resources: [{name: Part, type: Generic Service, dependsOn: High}]}',
      '{name: Low, type: genericService, owner: N1, priority: low}',
    );
    test.to(14);
    test.break({ fault: 'resource.fail', resource: 'Part', times: 100 });
    test.to(120);
    expect(test.logged(1254)).toHaveLength(1);
    expect([test.role('High').state, test.role('Low').state]).toEqual(['Failed', 'Online']);
  });

  it('a higher one that finds no room where it fails over to is waited for no more', () => {
    const test = loseFirst(
      '{name: N1, memory: 20GB}, {name: N2, memory: 20GB}, {name: N3, memory: 4GB}',
      vm('High', 'priority: high').replace('4GB', '16GB'),
      '{name: Low, type: genericService, owner: N1, priority: low}',
    );
    test.to(14.2);
    test.break({ fault: 'resource.fail', resource: 'Virtual Machine High', times: 2, node: 'N2' });
    test.to(16.5).run('node.pause', { node: 'N2', drain: false });
    test.to(120);
    expect(test.role('High').statusInformation).toBe('PhysicalResourcesLacking');
    expect(test.role('Low').state).toBe('Online');
  });

  it('a priority that changes while a role is started counts at once', () => {
    const slow = (name: string, priority: string): string =>
      `{name: ${name}, type: genericService, owner: N1, priority: ${priority}, resources: [{name: ${name} Part, type: Generic Service, onlineTime: 60s, dependsOn: ${name}}]}`;
    const test = loseFirst(
      '{name: N1}, {name: N2}',
      slow('High', 'high'),
      slow('Medium', 'medium'),
      slow('Low', 'low'),
    );
    test.to(20).run('role.setPriority', { role: 'High', priority: 'low' });
    expect([test.role('Medium').statusInformation, test.role('Low').statusInformation]).toEqual([
      'Normal',
      'WaitingToStart',
    ]);
    test.run('role.setPriority', { role: 'Low', priority: 'high' });
    expect(test.role('Low').statusInformation).toBe('Normal');
    expect(['High', 'Medium', 'Low'].map((name) => test.to(120).role(name).state)).toEqual([
      'Online',
      'Online',
      'Online',
    ]);
  });

  it('noAutoStart stays offline after a failover, and somebody can start it', () => {
    const test = loseFirst('{name: N1}, {name: N2}', vm('VM1', 'priority: noAutoStart'));
    expect(test.to(60).role('VM1')).toMatchObject({ state: 'Offline', ownerNode: 'N2', persistentState: 0 });
    expect(test.run('role.bringOnline', { role: 'VM1' }).outcome).toBe('running');
    expect(test.to(70).where('VM1')).toBe('Online on N2');
  });

  it('noAutoStart stays offline after the failover of a failed resource', () => {
    const test = startCluster({ rest: rest(vm('VM1', 'priority: noAutoStart')) });
    test.break({ fault: 'resource.fail', resource: 'Virtual Machine VM1', times: 2 });
    expect(test.to(60).where('VM1')).toBe('Offline on N2');
  });

  it('does not exist before 2012', () => {
    const test = startCluster({ release: '2008R2', rest: rest(vm('VM1', 'priority: noAutoStart')), nodes: 3 });
    test.break({ fault: 'node.crash', node: 'N1' });
    expect(test.to(60).role('VM1').state).toBe('Online');
  });
});

describe('Roles and resources: preemption', () => {
  const nodes = '{name: N1, memory: 10GB}, {name: N2, memory: 10GB}';

  it('a low one is shut down for a higher one without room (1251), and comes back when there is room', () => {
    const test = loseFirst(
      nodes,
      vm('Web', 'priority: medium'),
      vm('Test1', 'priority: low', 'N2'),
      vm('Db', 'priority: high', 'N2'),
    );
    test.to(14.5);
    expect(test.events(1251).map(({ subject, node }) => [subject?.name, node])).toEqual([['Test1', 'N2']]);
    expect(test.role('Web')).toMatchObject({ state: 'Offline', statusInformation: 'PhysicalResourcesLacking' });
    test.to(30);
    expect(test.where('Web')).toBe('Online on N2');
    expect(test.role('Test1')).toMatchObject({ state: 'Offline', statusInformation: 'Preempted', persistentState: 1 });
    expect(test.machine('Test1').state).toBe('Off');
    test.break({ fault: 'node.powerOn', node: 'N1' });
    test.to(300);
    expect(test.where('Test1')).toBe('Online on N1');
    expect(test.role('Test1').statusInformation).toBe('Normal');
  });

  it('as many low ones are shut down as it takes, the largest first, and none where all of them are too few', () => {
    const crowd = (memory: number, low: number) =>
      loseFirst(
        '{name: N1, memory: 20GB}, {name: N2, memory: 14GB}',
        vm('Web', `priority: high, memory: ${memory}GB`).replace('memory: 4GB, ', ''),
        ...[1, 2, 3].map((size) =>
          vm(`Low${size}`, `priority: low, memory: ${size * low}GB`, 'N2').replace('memory: 4GB, ', ''),
        ),
      ).to(60);
    const test = crowd(10, 2);
    expect(test.events(1251).map(({ subject }) => subject?.name)).toEqual(['Low3', 'Low2']);
    expect([test.where('Web'), test.where('Low1')]).toEqual(['Online on N2', 'Online on N2']);
    expect(crowd(15, 1).events(1251)).toEqual([]);
  });

  it('nobody is shut down for one of equal priority, nor one of medium for one of high priority', () => {
    const test = loseFirst(
      nodes,
      vm('A', 'priority: high'),
      vm('B', 'priority: medium', 'N2'),
      vm('C', 'priority: medium', 'N2'),
    );
    test.to(60);
    expect(test.events(1251)).toEqual([]);
    expect(test.role('A')).toMatchObject({ state: 'Offline', statusInformation: 'PhysicalResourcesLacking' });
    expect([test.role('B').state, test.role('C').state]).toEqual(['Online', 'Online']);
  });

  it('room that appears starts what lacks it, high before low', () => {
    const test = loseFirst(
      nodes,
      vm('High', 'priority: high'),
      vm('Low', 'priority: low'),
      vm('B', 'memory: 8GB', 'N2').replace('memory: 4GB, ', ''),
    );
    test.to(60);
    expect([test.role('High').state, test.role('Low').state]).toEqual(['Offline', 'Offline']);
    test.run('role.takeOffline', { role: 'B' });
    test.to(300);
    expect([test.where('High'), test.where('Low')]).toEqual(['Online on N2', 'Online on N2']);
    expect(test.events(18500).map(({ subject }) => subject?.name)).toEqual(['High', 'Low']);
  });
});

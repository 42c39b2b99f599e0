import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const csv = 'disks: [{name: CSV1, size: 500GB, use: csv, owner: N1}]';

const share = String.raw`quorum: {mode: nodeAndFileShareMajority, witness: '\\dc\w'}`;

function machines(count: number, owner: string): readonly string[] {
  return Array.from(
    { length: count },
    (_, place) => `{name: VM${place}, type: virtualMachine, owner: ${owner}, disks: [CSV1], memory: 32MB}`,
  );
}

describe('Settings: limits', () => {
  it.each([
    ['2008R2', 384],
    ['2022', 1024],
  ])('in %s one node runs at most %i machines', (release, limit) => {
    const last = '{name: LAST, type: virtualMachine, owner: N1, disks: [CSV1], memory: 32MB, state: offline}';
    const test = startCluster({ release, rest: `${csv}\nroles: [${[...machines(limit, 'N1'), last].join(', ')}]` });
    expect(test.run('role.bringOnline', { role: 'LAST' }).error).toMatchObject({
      code: 5956,
      message: `N1 already runs ${limit} virtual machines.`,
    });
    expect(test.run('role.quickMigrate', { role: 'VM0' }).outcome).toBe('running');
    test.to(60).run('role.bringOnline', { role: 'LAST' });
    expect(test.to(120).where('LAST')).toBe('Online on N1');
    expect(test.run('role.liveMigrate', { role: 'VM0', destination: 'N1' }).error?.code).toBe(5957);
  });

  it('nor do more fail over to it at once; those left over start when there is a node for them', () => {
    const rest = `${csv.replace('N1', 'N2')}\nroles: [${[...machines(200, 'N2'), ...machines(200, 'N1').map((vm) => vm.replace('VM', 'WM'))].join(', ')}]`;
    const test = startCluster({ release: '2008R2', cluster: share, rest });
    test.to(10).break({ fault: 'node.crash', node: 'N1' });
    const running = () => test.cluster.snapshot().virtualMachines.filter(({ state }) => state === 'Running').length;
    expect(test.to(300).role('WM199')).toMatchObject({
      ...{ state: 'Offline', statusInformation: 'PhysicalResourcesLacking' },
      statusReason: 'N2 already runs 384 virtual machines.',
    });
    expect(running()).toBe(384);
    test.break({ fault: 'node.powerOn', node: 'N1' });
    test.to(600);
    expect(running()).toBe(400);
  });

  it('and a cluster of 2008 R2 has at most 1,000 of them', () => {
    const many = [...machines(340, 'N1'), ...machines(330, 'N2'), ...machines(330, 'N3')];
    const named = many.map((vm, place) => vm.replace(/VM\d+/, `VM${place}`));
    const plain = '{name: LAST, type: virtualMachine, owner: N1, disks: [CSV1], memory: 32MB, clustered: false}';
    const test = startCluster({
      release: '2008R2',
      nodes: 3,
      rest: `${csv}\nroles: [${[...named, plain].join(', ')}]`,
    });
    test.run('vm.shutDown', { vm: 'LAST' });
    const message = 'C has 1000 virtual machines, as many as Windows Server 2008 R2 allows.';
    expect(test.to(60).run('role.createVirtualMachine', { vm: 'LAST' }).error?.message).toBe(message);
    test.run('role.takeOffline', { role: 'VM0' });
    test.to(120).run('role.remove', { role: 'VM0' });
    expect(test.run('role.createVirtualMachine', { vm: 'LAST' }).outcome).toBe('succeeded');
  });

  it('a machine that is started by itself is refused with that number, not with the memory', () => {
    const plain =
      '{name: LAST, type: virtualMachine, owner: N1, disks: [CSV1], memory: 32MB, state: offline, clustered: false}';
    const test = startCluster({
      release: '2008R2',
      rest: `${csv}\nroles: [${[...machines(384, 'N1'), plain].join(', ')}]`,
    });
    expect(test.run('vm.start', { vm: 'LAST' }).error).toMatchObject({
      code: 5956,
      message: 'N1 already runs 384 virtual machines.',
    });
  });

  it.each([
    ['2008R2', 16],
    ['2022', 64],
  ])('a cluster of %s has at most %i nodes', (release, limit) => {
    expect(() => startCluster({ release, nodes: limit + 1 })).toThrow(`at most ${limit} nodes`);
    expect(startCluster({ release, nodes: limit }).state).toBe('Running');
  });
});

describe('Roles and resources: no room', () => {
  const nodes = '{name: N1, memory: 16GB}, {name: N2, memory: 10GB}, {name: N3, memory: 12GB}';
  const vm = (name: string, memory: string, owner: string, more = ''): string =>
    `{name: ${name}, type: virtualMachine, owner: ${owner}, disks: [CSV1], memory: ${memory}, dirtyRate: 0${more}}`;

  it('a move is refused with 5957 and the numbers; machines share no memory, a host keeps its reserve', () => {
    const rest = `${csv}\nroles: [${vm('A', '9GB', 'N1')}, ${vm('B', '4GB', 'N2')}, ${vm('C', '1.5GB', 'N3')}]`;
    const test = startCluster({ nodes, rest: rest.replace('1.5GB', '1536MB') }).to(10);
    // N2 has 10 - 2 - 4 GB, N3 12 - 2 - 1.5 GB.
    for (const command of ['role.move', 'role.liveMigrate', 'role.quickMigrate'])
      expect(test.run(command, { role: 'A', destination: 'N2' }).error).toMatchObject({
        code: 5957,
        message: 'A needs 9 GB of memory and N2 has 4 GB free.',
      });
    expect(test.run('role.liveMigrate', { role: 'A' }).error).toMatchObject({
      code: 5957,
      message:
        'No other node can take A. A needs 9 GB of memory and N2 has 4 GB free. A needs 9 GB of memory and N3 has 8.5 GB free.',
    });
  });

  it('a machine on its way holds its memory at both ends', () => {
    const rest = `${csv}\nroles: [${vm('A', '6GB', 'N1')}, ${vm('B', '6GB', 'N1')}]`;
    const test = startCluster({ nodes, rest }).to(10);
    test.run('role.liveMigrate', { role: 'A', destination: 'N2' });
    expect(test.run('role.quickMigrate', { role: 'B', destination: 'N2' }).error?.code).toBe(5957);
    expect(test.node('N1').memoryAvailable).toBe(2 * 1024 ** 3);
    test.run('role.cancelMigration', { role: 'A' });
    expect(test.to(20).run('role.quickMigrate', { role: 'B', destination: 'N2' }).outcome).toBe('running');
  });

  it('an offline machine moves anywhere, and is refused where it would have to start', () => {
    const rest = `${csv}\nroles: [${vm('A', '9GB', 'N1', ', state: offline')}]`;
    const test = startCluster({ nodes, rest }).to(10);
    expect(test.run('role.move', { role: 'A', destination: 'N2' }).outcome).toBe('succeeded');
    expect(test.run('role.bringOnline', { role: 'A' }).error).toMatchObject({
      code: 5956,
      message: 'A needs 9 GB of memory and N2 has 8 GB free.',
    });
  });
});

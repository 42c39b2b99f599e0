import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../testing/test-cluster';

const disks = 'disks: [{name: CSV1, size: 500GB, use: csv, owner: N3}, {name: LUN1, size: 50GB, use: role}]';

/**
 * One pass of 4 GB (36,553 ms), then 1 GB while suspended (9,138 ms): suspended from 37.053 s to 46.191 s, on a LUN handed over
 * until 49.191 s, done 40 ms later.
 */
function migrating(disk: string, to: number): { readonly test: TestCluster; readonly id: string } {
  const test = startCluster({
    release: '2012R2',
    nodes: 3,
    cluster: 'settings: {maxMigrationPasses: 1}',
    rest: `${disks}\nroles: [{name: VM1, type: virtualMachine, owner: N1, disks: [${disk}], memory: 4GB, dirtyRate: 1GB/s, workingSet: 1GB, possibleOwners: [N1, N2]}]`,
  });
  const { id } = test.run('role.liveMigrate', { role: 'VM1', destination: 'N2' });
  test.to(to);
  return { test, id };
}

function end({ test, id }: ReturnType<typeof migrating>, at: number): string {
  const { outcome, endedAt } = test.to(at).operation(id);
  const { state, computerName } = test.machine('VM1');
  return `${outcome} at ${endedAt ?? 'no time'}; ${test.where('VM1')}; ${state} on ${computerName}`;
}

describe('Virtual machines: a failure before the storage handles move fails the live migration (21502)', () => {
  it.each([
    ['setup', 0.3, 'failed at 300'],
    ['a copy', 20, 'failed at 20000'],
    ['the suspension', 40, 'failed at 40000'],
  ])('the network in %s', (_, at, how) => {
    const live = migrating('CSV1', at);
    live.test.break({ fault: 'network.fail', network: 'Private' });
    expect(end(live, at + 1)).toBe(`${how}; Online on N1; Running on N1`);
    expect(live.test.logged(21502)).toEqual([`${at} N1`]);
  });

  it.each([
    ['setup', 'CSV1', 0.3, 15],
    ['a copy', 'CSV1', 20, 34],
    ['the suspension', 'CSV1', 40, 54],
    ['the handover of its LUN', 'LUN1', 47, 61],
  ])('the destination loses power in %s: at the latest when it leaves the membership', (_, disk, at, gone) => {
    const live = migrating(disk, at);
    live.test.break({ fault: 'node.crash', node: 'N2' });
    expect(end(live, gone - 0.001)).toBe('running at no time; Pending on N1; Running on N1');
    expect(end(live, gone)).toBe(`failed at ${gone * 1000}; Online on N1; Running on N1`);
    expect(live.test.logged(21502)).toEqual([`${gone} N1`]);
    expect(live.test.events(20415)).toEqual([]);
  });

  it('the cluster service of the destination crashes during the handover of its LUN: nobody there can take the disk', () => {
    const live = migrating('LUN1', 47);
    live.test.break({ fault: 'clusterService.crash', node: 'N2' });
    expect(end(live, 51)).toBe('failed at 51000; Online on N1; Running on N1');
    expect(live.test.resource('LUN1')).toMatchObject({ state: 'Online', ownerNode: 'N1' });
  });

  it.each([
    ['a copy', 'CSV1', 20, 34],
    ['the handover of its LUN', 'LUN1', 47, 61],
  ])('the source loses power in %s: memory is lost, the machine boots elsewhere', (_, disk, at, gone) => {
    const live = migrating(disk, at);
    live.test.break({ fault: 'node.crash', node: 'N1' });
    expect(live.test.to(gone).operation(live.id)).toMatchObject({ outcome: 'failed', endedAt: gone * 1000 });
    expect(live.test.to(gone + 10).where('VM1')).toBe('Online on N2');
    expect(live.test.machine('VM1').heartbeat).toBe('NoContact');
    expect(live.test.events(20415, 21502)).toEqual([]);
  });
});

describe('Virtual machines: once the storage handles have moved the machine belongs to the destination', () => {
  it('the source is lost: the machine comes to life; the destination logs it, a dead node logs nothing', () => {
    const live = migrating('CSV1', 46.2);
    expect(live.test.where('VM1')).toBe('Pending on N2');
    live.test.break({ fault: 'node.crash', node: 'N1' });
    expect(end(live, 60)).toBe('succeeded at 46231; Online on N2; Running on N2');
    expect(live.test.logged(20415)).toEqual(['46.231 N2']);
  });

  it('the destination is lost: the migration did not succeed, and the machine is lost with it', () => {
    const live = migrating('CSV1', 46.2);
    live.test.break({ fault: 'node.crash', node: 'N2' });
    expect(live.test.to(60.999).operation(live.id).outcome).toBe('running');
    expect(live.test.to(61).operation(live.id)).toMatchObject({ outcome: 'failed', endedAt: 61000 });
    expect(live.test.events(20415)).toEqual([]);
    expect(live.test.to(70).where('VM1')).toBe('Online on N1');
    expect(live.test.machine('VM1').heartbeat).toBe('NoContact');
  });

  it('the network is lost: nothing needs it any more', () => {
    const live = migrating('LUN1', 47);
    live.test.break({ fault: 'network.fail', network: 'Private' });
    expect(end(live, 50)).toBe('succeeded at 49231; Online on N2; Running on N2');
  });
});

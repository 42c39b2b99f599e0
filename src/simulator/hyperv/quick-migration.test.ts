import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../testing/test-cluster';

const disks = 'disks: [{name: CSV1, size: 500GB, use: csv, owner: N3}, {name: LUN1, size: 50GB, use: role}]';

/** 4 GB at 128 MB/s: saved from 10 s to 42 s; on the shared volume restored from 45 s to 77 s, on the LUN from 48 s to 80 s. */
function moving(disk: string, release = '2022'): { readonly test: TestCluster; readonly id: string } {
  const test = startCluster({
    release,
    nodes: 3,
    rest: `${disks}\nroles: [{name: VM1, type: virtualMachine, owner: N1, disks: [${disk}], memory: 4GB, preferredOwners: [N1, N2]}]`,
  }).to(10);
  return { test, id: test.run('role.quickMigrate', { role: 'VM1', destination: 'N2' }).id };
}

describe('Virtual machines: a quick migration writes and reads only while it has its disk', () => {
  it.each([
    ['saving', 20],
    ['restoring', 60],
  ])('a shared volume that fails for 100 s while it is %s makes it that much longer', (_, at) => {
    const { test, id } = moving('CSV1');
    test.to(at).break({ fault: 'disk.fail', disk: 'CSV1' });
    test.to(at + 100).break({ fault: 'disk.repair', disk: 'CSV1' });
    // 100 s and the mount of 2 s beside the 67 s of every such move.
    expect(test.to(178.999).operation(id).outcome).toBe('running');
    expect(test.to(179).operation(id)).toMatchObject({ outcome: 'succeeded', migration: { total: 169_000 } });
    expect(test.machine('VM1')).toMatchObject({
      state: 'Running',
      computerName: 'N2',
      heartbeat: 'OkApplicationsHealthy',
    });
  });

  it('I/O is queued while another node takes the volume over: 8 s', () => {
    const { test, id } = moving('CSV1');
    test.to(20).break({ fault: 'clusterService.crash', node: 'N3' });
    expect(test.to(84.999).operation(id).outcome).toBe('running');
    expect(test.to(85).operation(id)).toMatchObject({ outcome: 'succeeded', migration: { total: 75_000 } });
  });

  it.each([
    ['saved', 20],
    ['restored', 60],
  ])('a volume that does not return in time costs the memory that was being %s', (_, at) => {
    const { test } = moving('CSV1');
    test.to(at).break({ fault: 'disk.fail', disk: 'CSV1' });
    expect(test.to(at + 1799).events(1069)).toEqual([]);
    test.to(at + 1800);
    expect(test.events(1069)[0]).toMatchObject({ time: (at + 1800) * 1000 });
    expect(test.machine('VM1').state).not.toBe('Saved');
  });

  it('before 2016 at once', () => {
    const { test } = moving('CSV1', '2012R2');
    test.to(20).break({ fault: 'disk.fail', disk: 'CSV1' });
    expect(test.logged(1069)[0]).toBe('20 N1');
    expect(test.machine('VM1').state).toBe('Off');
  });

  it('a LUN that breaks while the machine is saved: nothing was saved, it boots', () => {
    const { test } = moving('LUN1');
    test.to(20).break({ fault: 'disk.fail', disk: 'LUN1' });
    expect(test.machine('VM1').state).toBe('Off');
    test.to(20.5).break({ fault: 'disk.repair', disk: 'LUN1' });
    expect(test.to(40).where('VM1')).toBe('Online on N2');
    expect(test.machine('VM1').heartbeat).toBe('NoContact');
  });

  it('a host that loses its power saves nothing more, also when the save would have been done before anyone noticed', () => {
    const { test } = moving('LUN1', '2012R2');
    test.to(40).break({ fault: 'node.crash', node: 'N1' });
    expect(test.to(53.999).machine('VM1').state).toBe('Saving');
    // Noticed at 50 s, regroup until 54 s, disk 6 s + 2 s, configuration 0.5 s, machine 1 s.
    expect(test.to(63.5).where('VM1')).toBe('Online on N2');
    expect(test.machine('VM1').heartbeat).toBe('NoContact');
  });
});

describe('Virtual machines: a quick migration to a node that is lost before the machine is restored', () => {
  it('goes on elsewhere at once, with its memory, also when that node is isolated for other machines', () => {
    const test = startCluster({
      nodes: 4,
      rest: `${disks}\nroles:
  - {name: VM1, type: virtualMachine, owner: N1, disks: [LUN1], memory: 512MB, preferredOwners: [N1, N2, N4]}
  - {name: VM2, type: virtualMachine, owner: N2, disks: [CSV1], memory: 1GB}`,
    }).to(10);
    const { id } = test.run('role.quickMigrate', { role: 'VM1', destination: 'N2' });
    // 4 s and 1 s, 0.5 s, 1 s: the owner has changed at 16.5 s.
    test.to(17).break({ fault: 'node.crash', node: 'N2' });
    // Noticed at 27 s, regroup until 31 s; the disk was given back: 2 s, 0.5 s, 1 s and 4 s.
    expect(test.to(31).operation(id).outcome).toBe('failed');
    expect(test.node('N2').statusInformation).toBe('Isolated');
    expect(test.where('VM2')).toBe('Online on N2');
    expect(test.to(38.5).where('VM1')).toBe('Online on N4');
    expect(test.machine('VM1').heartbeat).toBe('OkApplicationsHealthy');
  });
});

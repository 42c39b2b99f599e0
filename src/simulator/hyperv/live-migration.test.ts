import { describe, expect, it } from 'vitest';
import { startCluster } from '../testing/test-cluster';

const csv = 'disks: [{name: CSV1, size: 500GB, use: csv, owner: N1}, {name: LUN1, size: 50GB, use: role}]';
const vm = (name: string, more = ''): string =>
  `{name: ${name}, type: virtualMachine, owner: N1, disks: [CSV1], memory: 4GB${more === '' ? '' : `, ${more}`}}`;
const withRoles = (...roles: readonly string[]): { rest: string } => ({ rest: `${csv}\nroles: [${roles.join(', ')}]` });
const busy = 'dirtyRate: 20MB/s, workingSet: 400MB';

describe('Virtual machines: live migration', () => {
  it('copies 4 GB dirtied at 20 MB/s over 1 Gbps in 41437 ms with a blackout of 44 ms', () => {
    const test = startCluster(withRoles(vm('VM1', busy))).to(60);
    const { id } = test.run('role.liveMigrate', { role: 'VM1', destination: 'N2' });
    expect(test.to(101.436).where('VM1')).toBe('Pending on N2');
    test.to(101.437);
    const { migration, outcome, endedAt } = test.operation(id);
    expect({ outcome, endedAt }).toEqual({ outcome: 'succeeded', endedAt: 101437 });
    expect(migration).toMatchObject({
      kind: 'live',
      from: 'N1',
      to: 'N2',
      network: 'Private',
      downtime: 44,
      total: 41437,
    });
    expect(migration?.passes.slice(0, 2)).toEqual([
      { bytes: 4294967296, duration: 36553 },
      { bytes: 419430400, duration: 3570 },
    ]);
    expect(migration?.passes).toHaveLength(6);
    expect(migration?.predicted).toEqual({ total: 41437, downtime: 44 });
    expect(test.logged(20415)).toEqual(['101.437 N1']);
  });

  it('is called after the node that was chosen for it', () => {
    const test = startCluster(withRoles(vm('VM1', busy)));
    expect(test.run('role.liveMigrate', { role: 'VM1' }).title).toBe('Live migrate VM1 to N2');
  });

  it('is Pending with the source as owner until the handover, and shows its pass', () => {
    const test = startCluster(withRoles(vm('VM1', busy)));
    const { id } = test.run('role.liveMigrate', { role: 'VM1' });
    expect(test.to(20).where('VM1')).toBe('Pending on N1');
    const { migration, progress, cancel } = test.operation(id);
    expect(migration?.current).toEqual({ pass: 1, bytes: 4294967296, copied: 2291250000, rate: 117500000 });
    expect(migration?.step).toBe(2);
    expect(progress.percent).toBe(48);
    expect(cancel).toEqual({ command: 'role.cancelMigration', input: { role: 'VM1' } });
  });

  it('copies an idle machine once and suspends it for nothing but the resumption', () => {
    const test = startCluster(withRoles(vm('VM1', 'dirtyRate: 0MB/s')));
    const { id } = test.run('role.liveMigrate', { role: 'VM1' });
    const { migration } = test.to(60).operation(id);
    expect(migration?.passes).toEqual([
      { bytes: 4294967296, duration: 36553 },
      { bytes: 0, duration: 0 },
    ]);
    expect(migration?.downtime).toBe(40);
    expect(migration?.total).toBe(500 + 36553 + 40);
  });

  it('gives up copying after maxMigrationPasses: a machine that dirties faster than the network has a long blackout (20417)', () => {
    const test = startCluster(withRoles(vm('VM1', 'dirtyRate: 400MB/s, workingSet: 4GB')));
    const { id } = test.run('role.liveMigrate', { role: 'VM1' });
    const { migration } = test.to(300).operation(id);
    expect(migration?.passes).toHaveLength(6);
    expect(migration?.downtime).toBe(36553 + 40);
    expect(test.events(20417)).toHaveLength(1);
    expect(test.events(20415)).toHaveLength(0);
  });

  it('waits in the queue while the slots of a node are taken: one on 2022, two on 2019', () => {
    const both = [vm('VM1', 'dirtyRate: 0MB/s'), vm('VM2', 'dirtyRate: 0MB/s')];
    const single = startCluster(withRoles(...both));
    single.run('role.liveMigrate', { role: 'VM1' });
    const second = single.run('role.liveMigrate', { role: 'VM2' });
    expect(single.role('VM2')).toMatchObject({ state: 'Pending', statusInformation: 'Queued', ownerNode: 'N1' });
    expect(single.operation(second.id).migration).toMatchObject({ step: 0, network: null });
    expect(single.logged(21501)).toEqual(['0 N1']);
    expect(single.events(21501)[0]?.message).toBe(
      "Live migration of 'VM2' waits: the limit of 1 migration is reached.",
    );
    expect(single.to(80).operation(second.id).migration?.total).toBe(37093);
    expect(single.operation(second.id).endedAt).toBe(2 * 37093);

    const double = startCluster({ release: '2019', ...withRoles(...both) });
    double.run('role.liveMigrate', { role: 'VM1' });
    const shared = double.run('role.liveMigrate', { role: 'VM2' });
    expect(double.to(80).operation(shared.id).migration?.total).toBe(500 + 73106 + 40);
  });

  it('speeds up in the middle of a pass when another flow ends', () => {
    const test = startCluster({
      release: '2019',
      ...withRoles(vm('VM1', 'dirtyRate: 0MB/s'), vm('VM2', 'dirtyRate: 0MB/s, usedMemory: 1GB')),
    });
    const first = test.run('role.liveMigrate', { role: 'VM1' });
    test.run('role.liveMigrate', { role: 'VM2' });
    // Both share until 1 GB of each is copied; then the other 3 GB have the network alone.
    const expected = 500 + Math.round(((2 * 1073741824 + 3 * 1073741824) / 117500000) * 1000) + 40;
    expect(test.to(80).operation(first.id).migration?.total).toBe(expected);
  });

  it('hands a LUN over during the suspension: offline 1 s, online 2 s', () => {
    const test = startCluster({
      rest: `${csv}\nroles: [{name: VM1, type: virtualMachine, owner: N1, disks: [LUN1], memory: 4GB, dirtyRate: 0MB/s}]`,
    });
    const { id } = test.run('role.liveMigrate', { role: 'VM1' });
    expect(test.to(60).operation(id).migration?.downtime).toBe(3040);
    expect(test.resource('LUN1')).toMatchObject({ state: 'Online', ownerNode: 'N2' });
  });

  it('can be cancelled until the machine is suspended', () => {
    const test = startCluster(withRoles(vm('VM1', busy)));
    const { id } = test.run('role.liveMigrate', { role: 'VM1' });
    test.to(30);
    expect(test.run('role.cancelMigration', { role: 'VM1' }).outcome).toBe('succeeded');
    expect(test.operation(id)).toMatchObject({ outcome: 'cancelled', endedAt: 30000 });
    expect(test.where('VM1')).toBe('Online on N1');
    expect(test.node('N2').memoryAvailable).toBe(62 * 2 ** 30);
    const again = test.run('role.liveMigrate', { role: 'VM1' });
    test.to(30 + 41.4);
    expect(test.run('role.cancelMigration', { role: 'VM1' }).outcome).toBe('failed');
    expect(test.to(80).operation(again.id).outcome).toBe('succeeded');
  });

  it('fails when its network breaks and stays at the source (21502)', () => {
    const test = startCluster(withRoles(vm('VM1', busy)));
    const { id } = test.run('role.liveMigrate', { role: 'VM1' });
    test.to(30).break({ fault: 'nic.fail', node: 'N2', network: 'Private' });
    expect(test.operation(id).outcome).toBe('failed');
    expect(test.where('VM1')).toBe('Online on N1');
    expect(test.events(21502)).toHaveLength(1);
    const other = test.run('role.liveMigrate', { role: 'VM1' });
    expect(test.to(100).operation(other.id).migration?.network).toBe('Public');
  });

  it('fails at the latest when its destination leaves the membership', () => {
    const test = startCluster({ nodes: 3, ...withRoles(vm('VM1', busy)) });
    const { id } = test.run('role.liveMigrate', { role: 'VM1', destination: 'N3' });
    test.to(20).break({ fault: 'node.crash', node: 'N3' });
    expect(test.to(33.999).operation(id).outcome).toBe('running');
    expect(test.to(34).operation(id)).toMatchObject({ outcome: 'failed', endedAt: 34000 });
    expect(test.where('VM1')).toBe('Online on N1');
  });

  it('is refused between processor vendors, and between models unless the machine is compatible', () => {
    const nodes =
      '{name: N1, cpu: {vendor: Intel, model: A}}, {name: N2, cpu: {vendor: AMD, model: B}}, {name: N3, cpu: {vendor: Intel, model: C}}';
    const test = startCluster({ nodes, ...withRoles(vm('VM1'), vm('VM2', 'cpuCompatibility: true')) });
    expect(test.run('role.liveMigrate', { role: 'VM1', destination: 'N2' }).error?.message).toContain('AMD');
    expect(test.run('role.liveMigrate', { role: 'VM2', destination: 'N2' }).outcome).toBe('failed');
    expect(test.run('role.liveMigrate', { role: 'VM1', destination: 'N3' }).outcome).toBe('failed');
    expect(test.run('role.liveMigrate', { role: 'VM2', destination: 'N3' }).outcome).toBe('running');
  });

  it('does not exist on 2008, and is there on 2008 R2 with up to 10 passes', () => {
    const lun =
      'roles: [{name: VM1, type: virtualMachine, owner: N1, disks: [LUN1], memory: 4GB}]\ndisks: [{name: LUN1, size: 50GB, use: role}]';
    const old = startCluster({ release: '2008', rest: lun });
    expect(old.run('role.liveMigrate', { role: 'VM1' }).error?.kind).toBe('unsupported');
    const r2 = startCluster({
      release: '2008R2',
      rest: lun.replace('memory: 4GB', 'memory: 4GB, dirtyRate: 80MB/s, workingSet: 4GB'),
    });
    const { id } = r2.run('role.liveMigrate', { role: 'VM1' });
    expect(r2.to(600).operation(id).migration?.passes).toHaveLength(11);
  });
});

describe('Virtual machines: quick migration', () => {
  it('saves, moves and restores: 4 GB at 128 MB/s take 32 s each way, downtime is all of it', () => {
    const test = startCluster(withRoles(vm('VM1')));
    const { id } = test.run('role.quickMigrate', { role: 'VM1', destination: 'N2' });
    expect(test.to(10).machine('VM1').state).toBe('Saving');
    const { migration, outcome } = test.to(100).operation(id);
    const total = 32000 + 1000 + 500 + 500 + 1000 + 32000;
    expect(outcome).toBe('succeeded');
    expect(migration).toMatchObject({
      kind: 'quick',
      passes: [],
      downtime: total,
      total,
      predicted: { total, downtime: total },
    });
    expect(test.machine('VM1')).toMatchObject({
      state: 'Running',
      computerName: 'N2',
      heartbeat: 'OkApplicationsHealthy',
    });
  });

  it('shares the disk with other quick migrations and takes no slot', () => {
    const test = startCluster(withRoles(vm('VM1'), vm('VM2')));
    test.run('role.quickMigrate', { role: 'VM1' });
    const { id } = test.run('role.quickMigrate', { role: 'VM2' });
    expect(test.to(200).operation(id).migration?.total).toBe(64000 + 3000 + 64000);
  });

  it('does what the offline action says when the role is moved', () => {
    const test = startCluster(withRoles(vm('VM1', 'offlineAction: turnOff, bootTime: 30s')));
    const { id } = test.run('role.move', { role: 'VM1' });
    expect(test.to(3).operation(id).migration?.downtime).toBe(3000);
    expect(test.machine('VM1')).toMatchObject({ state: 'Running', heartbeat: 'NoContact' });
    expect(test.to(33).machine('VM1').heartbeat).toBe('OkApplicationsHealthy');
  });
});

describe('Virtual machines: flows through one interface share it max-min fairly', () => {
  it('to the byte also when two copies end within one millisecond', () => {
    // B has 1,000 bytes less than A: its first copy ends 17 microseconds before that of A, and its second shares the rest of it.
    const test = startCluster({
      release: '2019',
      ...withRoles(
        vm('A', 'usedMemory: 1073741824, dirtyRate: 1000MB/s, workingSet: 40GB'),
        vm('B', 'usedMemory: 1073740824, dirtyRate: 1000MB/s, workingSet: 40GB'),
      ),
    });
    const ids = ['A', 'B'].map((role) => test.run('role.liveMigrate', { role, destination: 'N2' }).id);
    test.to(3600);
    const second = ids.map((id) => test.operation(id).migration?.passes[1]?.bytes);
    const [rate, dirty] = [117_500_000, 1000 * 1_048_576];
    const shared = (bytes: number): number => Math.round((dirty * 2 * bytes) / rate);
    expect(second).toEqual([shared(1_073_741_824), shared(1_073_740_824)]);
  });
});

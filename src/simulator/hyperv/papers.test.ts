import { describe, expect, it } from 'vitest';
import type { Migration } from '#shared/model/live-migration';
import { startCluster } from '../testing/test-cluster';

const rate = 117_500_000;
const megabyte = 1048576;

/** One machine alone on 1 Gbit/s, of which 0.94 are used: 117.5 million bytes a second. Setup and resumption take no time. */
function migrated(machine: string, settings: string): Migration {
  const test = startCluster({
    nodes: '{name: N1, memory: 256GB}, {name: N2, memory: 256GB}',
    cluster: `settings: {migrationSetup: 0, migrationResume: 0, ${settings}}`,
    rest: `disks: [{name: CSV1, size: 500GB, use: csv, owner: N1}]\nroles: [{name: VM1, type: virtualMachine, owner: N1, disks: [CSV1], ${machine}}]`,
  });
  const { id } = test.run('role.liveMigrate', { role: 'VM1', destination: 'N2' });
  const { migration } = test.to(40_000).operation(id);
  if (migration === null) throw new Error('There was no migration');
  return migration;
}

describe('Virtual machines: live migration as the papers compute it', () => {
  // Liu et al. (HPDC 2011): with the ratio r = D / R and no working set
  //   rounds n = ceil(log_r(threshold / V)); volume and time are V and V / R times (1 - r^(n+1)) / (1 - r); downtime V / R · r^n.
  it.each([
    { memory: 512, dirty: 10, threshold: 1 },
    { memory: 1024, dirty: 30, threshold: 1 },
    { memory: 1024, dirty: 50, threshold: 4 },
    { memory: 2048, dirty: 75, threshold: 1 },
    { memory: 4096, dirty: 90, threshold: 16 },
    { memory: 8192, dirty: 100, threshold: 0.25 },
    { memory: 32_768, dirty: 110, threshold: 64 },
  ])('$memory MB, dirtied at $dirty MB/s, until $threshold MB are left', ({ memory, dirty, threshold }) => {
    const { passes, bytes, downtime, total } = migrated(
      `memory: ${memory}MB, dirtyRate: ${dirty}MB/s, workingSet: ${memory}MB`,
      `maxMigrationPasses: 1000, migrationStopAt: ${threshold * 1024}KB`,
    );
    const ratio = (dirty * megabyte) / rate;
    const rounds = Math.ceil(Math.log(threshold / memory) / Math.log(ratio));
    const all = (memory * megabyte * (1 - ratio ** (rounds + 1))) / (1 - ratio);
    expect(passes).toHaveLength(rounds + 1);
    expect(Math.abs(bytes - all)).toBeLessThan(1 + passes.length / 2);
    expect(total).toBe(Math.round((all / rate) * 1000));
    expect(downtime).toBe(Math.round(((memory * megabyte * ratio ** rounds) / rate) * 1000));
  });

  // Akoush et al. (MASCOTS 2010): a machine that changes nothing is moved in V / R with no downtime; one that changes
  // all of it in every round is copied as often as the rounds allow and once more while it stands still.
  it.each([
    [512, 5],
    [1024, 29],
    [6144, 10],
  ])('%i MB and at most %i rounds lie between the bounds', (memory, rounds) => {
    const once = ((memory * megabyte) / rate) * 1000;
    const idle = migrated(`memory: ${memory}MB, dirtyRate: 0`, `maxMigrationPasses: ${rounds}`);
    expect([idle.total, idle.downtime, idle.passes.length]).toEqual([Math.round(once), 0, 2]);
    const busy = migrated(
      `memory: ${memory}MB, dirtyRate: 10GB/s, workingSet: ${memory}MB`,
      `maxMigrationPasses: ${rounds}`,
    );
    expect([busy.total, busy.downtime, busy.passes.length]).toEqual([
      Math.round(once * (rounds + 1)),
      Math.round(once),
      rounds + 1,
    ]);
  });

  // Clark et al. (NSDI 2005): pages of the writable working set are dirtied again as soon as they are sent, so that
  // from the second round on nothing is gained, and its size over the rate of the network is the downtime.
  it.each([
    [60, 800],
    [300, 4096],
  ])('a writable working set of %i MB in %i MB is the downtime', (hot, memory) => {
    const { passes, downtime } = migrated(
      `memory: ${memory}MB, dirtyRate: 1GB/s, workingSet: ${hot}MB`,
      'maxMigrationPasses: 5',
    );
    expect(passes.slice(1).map(({ bytes }) => bytes)).toEqual(Array(5).fill(hot * megabyte));
    expect(downtime).toBe(Math.round(((hot * megabyte) / rate) * 1000));
  });
});

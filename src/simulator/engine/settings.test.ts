import { describe, expect, it } from 'vitest';
import { releases, type Release } from '#shared/model/release';
import { settingsFor, type ClusterSettings } from './settings';

const hyperV = { machines: true, nodes: 4 };
const plain = { machines: false, nodes: 4 };

/** A setting by release, 2008 to 2025. */
function table(name: keyof ClusterSettings, cluster: typeof hyperV): Readonly<Record<string, unknown>> {
  return Object.fromEntries(releases.map((release) => [release, settingsFor(release, {}, cluster)[name]]));
}

const since = (first: Release, then: unknown, before: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(releases.map((release, place) => [release, place < releases.indexOf(first) ? before : then]));

describe('Settings: defaults by release', () => {
  it('are the same on all for beats of 1 s, regroup of 4 s, challenge of 6 s and the policies of resources', () => {
    for (const release of releases)
      expect(settingsFor(release, {}, plain)).toMatchObject({
        ...{
          sameSubnetDelay: 1000,
          crossSubnetDelay: 1000,
          crossSiteDelay: 1000,
          regroup: 4000,
          arbitrationDelay: 6000,
        },
        ...{ looksAliveInterval: 5000, isAliveInterval: 60_000, pendingTimeout: 180_000, deadlockTimeout: 300_000 },
        ...{ restartThreshold: 1, restartPeriod: 900_000, restartDelay: 500, retryPeriodOnFailure: 3_600_000 },
        ...{ failoverThreshold: 3, failoverPeriod: 21_600_000, nodeBoot: 120_000, serviceRestart: 60_000 },
        ...{ migrationSetup: 500, migrationResume: 40, migrationStopAt: 262_144, linkEfficiency: 0.94 },
        ...{ migrationCompression: 1, tcpTimeout: 20_000 },
      });
  });

  it('forgive 5 missed beats, 10 and 20 from 2016 on, and on 2012 R2 where a role is a virtual machine', () => {
    expect(table('sameSubnetThreshold', plain)).toEqual(since('2016', 10, 5));
    expect(table('sameSubnetThreshold', hyperV)).toEqual(since('2012R2', 10, 5));
    for (const name of ['crossSubnetThreshold', 'crossSiteThreshold'] as const) {
      expect(table(name, plain)).toEqual(since('2016', 20, 5));
      expect(table(name, hyperV)).toEqual(since('2012R2', 20, 5));
    }
  });

  it('have dynamic quorum since 2012, a dynamic witness since 2012 R2', () => {
    expect(table('dynamicQuorum', plain)).toEqual(since('2012', true, false));
    expect(table('dynamicWitness', plain)).toEqual(since('2012R2', true, false));
  });

  it('have isolation of 240 s, quarantine of 2 h after 3 leaves in 1 h, and 30 min without storage since 2016', () => {
    expect(table('resiliencyPeriod', plain)).toEqual(since('2016', 240_000, 0));
    expect(table('quarantineThreshold', plain)).toEqual(since('2016', 3, 0));
    expect(table('quarantinePeriod', plain)).toEqual(since('2016', 3_600_000, 0));
    expect(table('quarantineDuration', plain)).toEqual(since('2016', 7_200_000, 0));
    expect(table('criticalErrorTimeout', plain)).toEqual(since('2016', 1_800_000, 0));
  });

  it('have live migration and shared volumes since 2008 R2, drain since 2012, drain on shutdown since 2012 R2', () => {
    expect(table('liveMigration', plain)).toEqual(since('2008R2', true, false));
    expect(table('sharedVolumes', plain)).toEqual(since('2008R2', true, false));
    expect(table('nodeDrain', plain)).toEqual(since('2012', true, false));
    expect(table('drainOnShutdown', plain)).toEqual(since('2012R2', true, false));
  });

  it('give a node 2 migrations at a time from 2012 to 2019, else 1, of up to 5 passes, 10 before 2012', () => {
    expect(table('maximumParallelMigrations', plain)).toEqual({
      ...{ '2008': 1, '2008R2': 1, '2012': 2, '2012R2': 2 },
      ...{ '2016': 2, '2019': 2, '2022': 1, '2025': 1 },
    });
    expect(table('maxMigrationPasses', plain)).toEqual(since('2012', 5, 10));
  });

  it('give way to what the scenario says; before 2016 what it says across subnets goes for sites too', () => {
    const given = { crossSubnetThreshold: 7, regroup: 1000 };
    expect(settingsFor('2012', given, plain)).toMatchObject({ ...given, crossSiteThreshold: 7 });
    expect(settingsFor('2022', given, plain)).toMatchObject({ ...given, crossSiteThreshold: 20 });
    expect(settingsFor('2012', { ...given, crossSiteThreshold: 9 }, plain)).toMatchObject({ crossSiteThreshold: 9 });
  });
});

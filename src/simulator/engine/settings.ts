import { isAtLeast, type Release } from '#shared/model/release';
import type { SettingName, SettingOverrides } from '../scenario/scenario-settings';
import type { settingKinds } from '../scenario/scenario-settings';

/** All settings of a cluster with their values. Durations in milliseconds, sizes in bytes. A threshold of 0 means none. */
export type ClusterSettings = {
  -readonly [Name in SettingName]: (typeof settingKinds)[Name] extends 'flag' ? boolean : number;
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Threshold of missed beats, by release and whether a role is a virtual machine (2012 R2 then is as patient as 2016). */
function heartbeatThreshold(release: Release, machines: boolean, patient: number): number {
  if (isAtLeast(release, '2016')) return patient;
  return release === '2012R2' && machines ? patient : 5;
}

/**
 * Defaults that the first role with a virtual machine changes: 2012 R2 then bears as many missed beats as 2016. What was given
 * stays as it is.
 */
export function raiseThresholds(settings: ClusterSettings, release: Release, given: ReadonlySet<SettingName>): void {
  const thresholds = {
    sameSubnetThreshold: heartbeatThreshold(release, true, 10),
    crossSubnetThreshold: heartbeatThreshold(release, true, 20),
  };
  for (const name of ['sameSubnetThreshold', 'crossSubnetThreshold'] as const)
    if (!given.has(name)) settings[name] = thresholds[name];
  followSubnets(settings, release, given);
}

/** Before 2016 there are no sites: what is not given for them is as it is across subnets. */
export function followSubnets(settings: ClusterSettings, release: Release, given: ReadonlySet<SettingName>): void {
  if (isAtLeast(release, '2016')) return;
  if (!given.has('crossSiteDelay')) settings.crossSiteDelay = settings.crossSubnetDelay;
  if (!given.has('crossSiteThreshold')) settings.crossSiteThreshold = settings.crossSubnetThreshold;
}

function migrationSlots(release: Release): number {
  if (isAtLeast(release, '2022')) return 1;
  return isAtLeast(release, '2012') ? 2 : 1;
}

/**
 * The table of settings by release, with a scenario's own values over it. `machines`: whether a role is a virtual machine;
 * `nodes`: how many nodes the cluster has.
 */
export function settingsFor(
  release: Release,
  overrides: SettingOverrides,
  cluster: { readonly machines: boolean; readonly nodes: number },
): ClusterSettings {
  const from2012 = isAtLeast(release, '2012');
  const from2012R2 = isAtLeast(release, '2012R2');
  const from2016 = isAtLeast(release, '2016');
  const cross = heartbeatThreshold(release, cluster.machines, 20);
  const table: ClusterSettings = {
    sameSubnetDelay: second,
    sameSubnetThreshold: heartbeatThreshold(release, cluster.machines, 10),
    crossSubnetDelay: second,
    crossSubnetThreshold: cross,
    crossSiteDelay: second,
    crossSiteThreshold: cross,
    regroup: 4 * second,
    arbitrationDelay: 6 * second,
    dynamicQuorum: from2012,
    dynamicWitness: from2012R2,
    looksAliveInterval: 5 * second,
    isAliveInterval: minute,
    pendingTimeout: 3 * minute,
    deadlockTimeout: 5 * minute,
    restartThreshold: 1,
    restartPeriod: 15 * minute,
    restartDelay: 500,
    retryPeriodOnFailure: hour,
    failoverThreshold: Math.max(0, cluster.nodes - 1),
    failoverPeriod: 6 * hour,
    resiliencyPeriod: from2016 ? 4 * minute : 0,
    quarantineThreshold: from2016 ? 3 : 0,
    quarantinePeriod: from2016 ? hour : 0,
    quarantineDuration: from2016 ? 2 * hour : 0,
    criticalErrorTimeout: from2016 ? 30 * minute : 0,
    liveMigration: release !== '2008',
    maximumParallelMigrations: migrationSlots(release),
    maxMigrationPasses: from2012 ? 5 : 10,
    sharedVolumes: release !== '2008',
    nodeDrain: from2012,
    drainOnShutdown: from2012R2,
    nodeBoot: 2 * minute,
    serviceRestart: minute,
    migrationSetup: 500,
    migrationResume: 40,
    migrationStopAt: 256 * 1024,
    linkEfficiency: 0.94,
    migrationCompression: 1,
    tcpTimeout: 20 * second,
  };
  const settings = { ...table, ...overrides };
  followSubnets(settings, release, new Set(Object.keys(overrides) as SettingName[]));
  return settings;
}

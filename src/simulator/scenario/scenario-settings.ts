/**
 * What kind of value each setting takes. Durations and intervals are milliseconds, sizes bytes; an interval is above 0, for something
 * comes again after each. A ratio may be any number above 0, a share at most 1.
 */
export const settingKinds = {
  sameSubnetDelay: 'interval',
  sameSubnetThreshold: 'positiveCount',
  crossSubnetDelay: 'interval',
  crossSubnetThreshold: 'positiveCount',
  crossSiteDelay: 'interval',
  crossSiteThreshold: 'positiveCount',
  regroup: 'duration',
  arbitrationDelay: 'duration',
  dynamicQuorum: 'flag',
  dynamicWitness: 'flag',
  looksAliveInterval: 'interval',
  isAliveInterval: 'interval',
  pendingTimeout: 'duration',
  deadlockTimeout: 'duration',
  restartThreshold: 'count',
  restartPeriod: 'duration',
  restartDelay: 'duration',
  retryPeriodOnFailure: 'duration',
  failoverThreshold: 'count',
  failoverPeriod: 'duration',
  resiliencyPeriod: 'duration',
  quarantineThreshold: 'count',
  quarantinePeriod: 'duration',
  quarantineDuration: 'duration',
  criticalErrorTimeout: 'duration',
  liveMigration: 'flag',
  maximumParallelMigrations: 'positiveCount',
  maxMigrationPasses: 'count',
  sharedVolumes: 'flag',
  nodeDrain: 'flag',
  drainOnShutdown: 'flag',
  nodeBoot: 'duration',
  serviceRestart: 'duration',
  migrationSetup: 'duration',
  migrationResume: 'duration',
  migrationStopAt: 'size',
  linkEfficiency: 'share',
  migrationCompression: 'ratio',
  tcpTimeout: 'duration',
} as const;

/** Name of a setting. */
export type SettingName = keyof typeof settingKinds;

/** What kind of value a setting takes. */
export type SettingKind = (typeof settingKinds)[SettingName];

/** The settings that a scenario gives; what is left out comes from the release's table. */
export type SettingOverrides = {
  readonly [Name in SettingName]?: (typeof settingKinds)[Name] extends 'flag' ? boolean : number;
};

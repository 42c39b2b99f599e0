/** What kind of value each setting takes. Durations are milliseconds, sizes bytes. */
export const settingKinds = {
  sameSubnetDelay: 'duration',
  sameSubnetThreshold: 'count',
  crossSubnetDelay: 'duration',
  crossSubnetThreshold: 'count',
  crossSiteDelay: 'duration',
  crossSiteThreshold: 'count',
  regroup: 'duration',
  arbitrationDelay: 'duration',
  dynamicQuorum: 'flag',
  dynamicWitness: 'flag',
  looksAliveInterval: 'duration',
  isAliveInterval: 'duration',
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
  maximumParallelMigrations: 'count',
  maxMigrationPasses: 'count',
  sharedVolumes: 'flag',
  nodeDrain: 'flag',
  drainOnShutdown: 'flag',
  nodeBoot: 'duration',
  serviceRestart: 'duration',
  migrationSetup: 'duration',
  migrationResume: 'duration',
  migrationStopAt: 'size',
  linkEfficiency: 'ratio',
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

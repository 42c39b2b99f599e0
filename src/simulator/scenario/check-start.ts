import { isAtLeast, type Release } from '#shared/model/release';
import { releaseTitle } from './limits';
import type { Entry } from './parse-part';
import { inWords, type ProblemLog } from './problem-log';
import type { ScenarioDisk, ScenarioNode } from './scenario-fabric';
import type { ScenarioMachine, ScenarioRole } from './scenario-role';
import type { SettingName, SettingOverrides } from './scenario-settings';

/** The first release that has what a setting turns on. */
const featureSettings: { readonly [Name in SettingName]?: Release } = {
  dynamicQuorum: '2012',
  dynamicWitness: '2012R2',
  resiliencyPeriod: '2016',
  quarantineThreshold: '2016',
  quarantinePeriod: '2016',
  quarantineDuration: '2016',
  liveMigration: '2008R2',
  sharedVolumes: '2008R2',
  nodeDrain: '2012',
  drainOnShutdown: '2012R2',
};

/** Complains of settings that turn on what the release does not have. */
export function checkSettings(settings: SettingOverrides, release: Release, log: ProblemLog): void {
  for (const [setting, since] of Object.entries(featureSettings) as [SettingName, Release][]) {
    const value = settings[setting];
    if (value === undefined || value === false || value === 0 || isAtLeast(release, since)) continue;
    const expected = `a setting of ${releaseTitle(release)} (${setting} came with ${releaseTitle(since)})`;
    log.complain({ path: ['cluster', 'settings', setting], part: 'key', expected, found: inWords(setting) });
  }
}

/** Complains of shared volumes where there are none. */
export function checkDisks(disks: readonly Entry<ScenarioDisk>[], release: Release, log: ProblemLog): void {
  if (isAtLeast(release, '2008R2')) return;
  for (const { value, path } of disks) {
    if (value.use !== 'csv') continue;
    const expected = `a use that ${releaseTitle(release)} has: witness, role or available`;
    log.complain({ path: [...path, 'use'], expected, found: 'csv, which came with Windows Server 2008 R2' });
  }
}

/** Complains of roles where there is no cluster yet that could have them. */
export function checkFormed(formed: boolean, roles: readonly Entry<ScenarioRole>[], log: ProblemLog): void {
  if (formed) return;
  for (const { value: role, path } of roles) {
    const expected =
      role.machine === null ? 'no role before the cluster is formed' : 'clustered: false before the cluster is formed';
    log.complain({ path, expected, found: `the role ${inWords(role.name)}` });
  }
}

/** What is at its place when the scenario starts. */
export interface Start {
  readonly nodes: readonly ScenarioNode[];
  readonly disks: readonly Entry<ScenarioDisk>[];
  readonly roles: readonly Entry<ScenarioRole>[];
  readonly machines: readonly Entry<ScenarioMachine>[];
}

/** Complains of owners that cannot have what they are said to have. */
export function checkOwners({ nodes, disks, roles, machines }: Start, log: ProblemLog): void {
  const off = new Set(nodes.filter(({ state }) => state === 'off').map(({ name }) => name));
  const complain = (path: readonly PropertyKey[], expected: string, owner: string): void =>
    log.complain({ path, expected, found: inWords(owner) });
  for (const { value: role, path } of roles) {
    const { owner, possibleOwners } = role;
    if (owner === null) continue;
    if (role.state === 'online' && off.has(owner))
      complain([...path, 'owner'], 'a node that is up, for the role is online', owner);
    if (possibleOwners.length > 0 && !possibleOwners.includes(owner))
      complain([...path, 'owner'], `one of its possible owners ${possibleOwners.join(', ')}`, owner);
  }
  for (const { value: machine, path } of machines)
    if (machine.state === 'online' && off.has(machine.host))
      complain([...path, 'owner'], 'a node that is up, for the machine is online', machine.host);
  for (const { value: disk, path } of disks)
    if (disk.owner !== null && off.has(disk.owner)) complain([...path, 'owner'], 'a node that is up', disk.owner);
}

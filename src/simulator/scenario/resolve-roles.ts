import type { z } from 'zod';
import type { NameTable } from './name-table';
import { valueAt, type Entry } from './parse-part';
import { inWords, type ProblemLog } from './problem-log';
import { resolveResources } from './resolve-resources';
import { machineFieldNames, type roleSchema } from './role-schema';
import type { ScenarioDisk } from './scenario-fabric';
import type { ScenarioFailback, ScenarioMachine, ScenarioMachineSpec, ScenarioRole } from './scenario-role';
import type { World } from './world';
import type { YamlPath } from './yaml-source';

/** A role as the file gives it. */
export type GivenRole = z.output<typeof roleSchema>;

/** What roles refer to. */
export interface RoleSurroundings {
  readonly world: World;
  readonly log: ProblemLog;
  readonly disks: readonly ScenarioDisk[];
}

/** The declared forms of several names of a kind. */
export function resolveAll(table: NameTable, names: readonly string[], path: YamlPath): readonly string[] {
  return names.map((name, index) => table.resolve(name, [...path, index]));
}

function machineOf(given: GivenRole): ScenarioMachineSpec {
  const { memory, usedMemory, workingSet, processors, dirtyRate, bootTime } = given;
  const { virtualDisk, offlineAction, cpuCompatibility, heartbeatCheck } = given;
  return {
    memory,
    usedMemory: usedMemory ?? memory,
    processors,
    dirtyRate,
    workingSet: workingSet ?? Math.floor(memory / 10),
    bootTime,
    virtualDisk,
    offlineAction,
    cpuCompatibility,
    heartbeatCheck,
  };
}

/** The machines of the file that are not roles. */
export function resolveMachines(
  entries: readonly Entry<GivenRole>[],
  { world, log }: RoleSurroundings,
): readonly Entry<ScenarioMachine>[] {
  return entries
    .filter(({ value }) => value.type === 'virtualMachine' && !value.clustered)
    .flatMap(({ value: given, path }) => {
      const disks = resolveAll(world.disks, given.disks, [...path, 'disks']);
      if (given.owner === undefined) {
        log.complain({
          path,
          expected: 'the field "owner" (the host of a machine that is not clustered)',
          found: 'none',
        });
        return [];
      }
      const host = world.nodes.resolve(given.owner, [...path, 'owner']);
      return [{ path, value: { name: given.name, host, state: given.state, disks, spec: machineOf(given) } }];
    });
}

/** The roles of the file with names, policies and resources resolved. */
export function resolveRoles(
  entries: readonly Entry<GivenRole>[],
  raw: unknown,
  all: RoleSurroundings,
): readonly Entry<ScenarioRole>[] {
  for (const { value, path } of entries) complainOfMachineFields(value, valueAt(raw, path), path, all.log);
  const roles = entries
    .filter(({ value }) => value.type !== 'virtualMachine' || value.clustered)
    .map(({ value, path }) => ({ path, value: resolveRole(value, path, all) }));
  return joined(roles, all);
}

function complainOfMachineFields(given: GivenRole, raw: unknown, path: YamlPath, log: ProblemLog): void {
  if (given.type === 'virtualMachine' || typeof raw !== 'object' || raw === null) return;
  for (const field of machineFieldNames.filter((known) => known in raw)) {
    const expected = `a field of a role of the type ${given.type}`;
    const found = `${inWords(field)}, which only virtual machines have`;
    log.complain({ path: [...path, field], part: 'key', expected, found });
  }
}

function resolveRole(given: GivenRole, path: YamlPath, all: RoleSurroundings): ScenarioRole {
  const { world, log } = all;
  const at = (field: string): YamlPath => [...path, field];
  if (given.state === 'online' && given.owner === undefined)
    log.complain({ path, expected: 'the field "owner" (the node that has a role which is online)', found: 'none' });
  return {
    name: given.name,
    type: given.type,
    partOf: null,
    owner: given.owner === undefined ? null : world.nodes.resolve(given.owner, at('owner')),
    state: given.state,
    disks: resolveRoleDisks(given.disks, at('disks'), all),
    machine: given.type === 'virtualMachine' ? machineOf(given) : null,
    preferredOwners: resolveAll(world.nodes, given.preferredOwners, at('preferredOwners')),
    possibleOwners: resolveAll(world.nodes, given.possibleOwners, at('possibleOwners')),
    antiAffinity: given.antiAffinity,
    priority: given.priority,
    failover: { threshold: given.failover.threshold ?? null, period: given.failover.period ?? null },
    failback: failbackOf(given.failback),
    restart: {
      threshold: given.restart.threshold ?? null,
      period: given.restart.period ?? null,
      delay: given.restart.delay ?? null,
      retryAfter: given.restart.retryAfter ?? null,
    },
    address: given.address ?? null,
    resources: resolveResources(given, at('resources'), all),
  };
}

function failbackOf(given: GivenRole['failback']): ScenarioFailback {
  return typeof given === 'string' ? { kind: given } : { kind: 'window', ...given };
}

function resolveRoleDisks(
  names: readonly string[],
  path: YamlPath,
  { world, log, disks }: RoleSurroundings,
): readonly string[] {
  return names.map((name, index) => {
    const known = world.disks.resolve(name, [...path, index]);
    const use = disks.find((disk) => disk.name === known)?.use;
    if (use === 'witness' || use === 'available')
      log.complain({
        path: [...path, index],
        expected: 'a disk with the use role or csv',
        found: `${inWords(known)} with the use ${use}`,
      });
    return known;
  });
}

/** "Machines that share a LUN share a role": the later ones become part of the first. Nothing else can share one. */
function joined(
  roles: readonly Entry<ScenarioRole>[],
  { world, log, disks }: RoleSurroundings,
): readonly Entry<ScenarioRole>[] {
  const holders = new Map<string, ScenarioRole>();
  const shared = new Set(disks.filter(({ use }) => use === 'csv').map(({ name }) => name));
  return roles.map(({ value: role, path }) => {
    const own = role.disks.filter((disk) => !shared.has(disk));
    const holder = own
      .map((disk) => holders.get(disk))
      .find((found) => found !== undefined && found.name !== role.name);
    for (const disk of own) if (!holders.has(disk)) holders.set(disk, holder ?? role);
    if (holder === undefined) return { path, value: role };
    const complain = (field: string, expected: string, found: string): void =>
      log.complain({ path: [...path, field], expected, found });
    if (role.machine === null || holder.machine === null)
      complain('disks', 'disks of its own', `one that ${inWords(holder.name)} has already`);
    else if (role.owner !== holder.owner)
      complain(
        'owner',
        `the owner of ${inWords(holder.name)}, which has the same disk (${inWords(holder.owner)})`,
        inWords(role.owner),
      );
    world.roles.alias(role.name, holder.name);
    return { path, value: { ...role, partOf: holder.name } };
  });
}

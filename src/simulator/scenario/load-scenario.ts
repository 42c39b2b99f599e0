import { failure, success, type Result } from '#shared/model/result';
import { addressPool } from './addresses';
import { checkFaults } from './check-faults';
import { checkGuestClusters } from './check-guest-clusters';
import { checkLimits, checkRoom } from './check-room';
import { checkAddresses, checkUsedMemory } from './check-roles';
import { checkDisks, checkFormed, checkOwners, checkSettings } from './check-start';
import { defaultNetworks, networkSchema } from './fabric-schema';
import { inWords, problemLog, type ProblemLog } from './problem-log';
import { resolveCluster } from './resolve-cluster';
import { resolveExpectations } from './resolve-expectations';
import { resolveDisks, resolveNetworks, resolveNodes, resolveStorage, withSessionInterfaces } from './resolve-fabric';
import { resolveGuestClusters } from './resolve-guest-clusters';
import { resolveMachines, resolveRoles } from './resolve-roles';
import { resolveTimeline } from './resolve-story';
import type { Scenario } from './scenario';
import { readScenarioFile, type ScenarioFile } from './scenario-file';
import type { ScenarioProblem } from './scenario-problem';
import { declareNames, emptyWorld } from './world';
import { readSource, type YamlSource } from './yaml-source';

/**
 * Reads a scenario file. Either it is right in every field and name, or the answer is everything that is wrong with it, in
 * file order.
 */
export function loadScenario(text: string, file: string): Result<Scenario, readonly ScenarioProblem[]> {
  const source = readSource(text);
  if (!source.ok) return failure(source.error.map((problem) => ({ file, suggestion: null, ...problem })));
  const log = problemLog(file, source.value);
  const scenario = readScenario(source.value, log);
  const problems = log.problems();
  return scenario === undefined || problems.length > 0 ? failure(problems) : success(scenario);
}

function readScenario(source: YamlSource, log: ProblemLog): Scenario | undefined {
  const { value: raw } = source;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    const found = raw === null || raw === undefined ? 'an empty file' : inWords(raw);
    log.complain({ path: [], expected: 'a scenario (schema: regroup/scenario/1)', found });
    return undefined;
  }
  const file = readScenarioFile(raw, log);
  return resolveScenario(file, source, log);
}

/** Addresses that the file gives to anything. */
function givenAddresses(file: ScenarioFile): readonly string[] {
  const { cluster, storage } = file.values;
  return [
    ...(cluster?.address === undefined ? [] : [cluster.address]),
    ...file.entries('nodes').flatMap(({ value }) => Object.values(value.nics ?? {})),
    ...(storage?.servers ?? []).flatMap(({ nics }) => Object.values(nics ?? {})),
    ...file.entries('roles').flatMap(({ value: { address } }) => (address === undefined ? [] : [address])),
  ];
}

/** All checks run, whatever is wrong already; undefined when something without which there is no scenario is missing. */
function resolveScenario(file: ScenarioFile, source: YamlSource, log: ProblemLog): Scenario | undefined {
  const { raw, values } = file;
  const release = values.release ?? '2022';
  const world = emptyWorld(log);
  const given = file.entries('timeline');
  declareNames(
    world,
    raw,
    given.map(({ value }) => value),
  );

  const networks = resolveNetworks(
    values.networks ??
      (givesField(raw, 'networks') ? file.entries('networks').map(({ value }) => value) : standardNetworks()),
  );
  const around = { world, log, networks, pool: addressPool(givenAddresses(file)) };
  const givenNodes = resolveNodes(file.entries('nodes'), release, around);
  const names = givenNodes.map(({ name }) => name);
  const storage = values.storage === undefined ? null : resolveStorage(values.storage, names, around);
  const nodes = withSessionInterfaces(givenNodes, storage, around);
  const disks = resolveDisks(file.entries('disks'), around);
  const diskList = disks.map(({ value }) => value);
  const roleWorld = { world, log, disks: diskList };
  const roles = resolveRoles(file.entries('roles'), raw, roleWorld);
  const machines = resolveMachines(file.entries('roles'), roleWorld);
  const guestClusters = resolveGuestClusters(file.entries('guestClusters'), release, roleWorld);
  const cluster = values.cluster === undefined ? undefined : resolveCluster(values.cluster, { ...roleWorld, release });
  const timeline = resolveTimeline(given, world);
  const clusterName = cluster?.name ?? '';
  const expectations = resolveExpectations(file.entries('expect'), source, { world, log, nodes, clusterName });

  checkSettings(values.cluster?.settings ?? {}, release, log);
  checkDisks(disks, release, log);
  checkAddresses(file.entries('roles'), values.cluster?.address, log);
  checkUsedMemory(file.entries('roles'), log);
  checkOwners({ nodes, disks, roles, machines }, log);
  checkFormed(cluster?.formed ?? true, roles, log);
  const crowd = { release, nodes, roles, machines, guestClusters };
  checkLimits(crowd, log);
  checkRoom(crowd, log);
  checkGuestClusters(guestClusters, { roles, machines, networks, storage, disks: diskList }, log);
  checkFaults(given, { world, log, nodes, networks, storage, witness: (cluster?.quorum.witness ?? null) !== null });

  if (cluster === undefined || values.title === undefined) return undefined;
  return {
    title: values.title,
    description: values.description ?? null,
    release,
    seed: values.seed ?? 1,
    cluster,
    nodes,
    networks,
    storage,
    disks: diskList,
    roles: roles.map(({ value }) => value),
    virtualMachines: machines.map(({ value }) => value),
    guestClusters: guestClusters.map(({ value }) => value),
    timeline,
    until: values.until ?? null,
    expectations,
  };
}

function givesField(raw: unknown, field: string): boolean {
  return typeof raw === 'object' && raw !== null && field in raw;
}

function standardNetworks() {
  return defaultNetworks.map((network) => networkSchema.parse(network));
}

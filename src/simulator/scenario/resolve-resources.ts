import { providersOf, type DependencyExpression } from '#shared/model/dependency';
import { parseDependencies } from '#shared/model/dependency-parser';
import { inWords, type ProblemLog } from './problem-log';
import type { ScenarioDisk } from './scenario-fabric';
import type { ScenarioResource, ScenarioRoleType } from './scenario-role';
import type { YamlPath } from './yaml-source';

/** What decides which resources a role has. */
export interface RoleResources {
  readonly name: string;
  readonly type: ScenarioRoleType;
  readonly address?: string | undefined;
  readonly disks: readonly string[];
  readonly resources: readonly {
    readonly name: string;
    readonly type: string;
    readonly dependsOn?: string | undefined;
    readonly onlineTime?: number | undefined;
    readonly offlineTime?: number | undefined;
  }[];
}

interface ResourceSurroundings {
  readonly log: ProblemLog;
  readonly disks: readonly ScenarioDisk[];
}

/** The resources that a role has beside those of its type, with what they depend on. */
export function resolveResources(
  given: RoleResources,
  path: YamlPath,
  all: ResourceSurroundings,
): readonly ScenarioResource[] {
  const resources = given.resources.map(({ name, type, dependsOn, onlineTime = null, offlineTime = null }, index) => ({
    name,
    type,
    dependsOn:
      dependsOn === undefined ? null : resolveDependency(dependsOn, name, given, [...path, index, 'dependsOn'], all),
    onlineTime,
    offlineTime,
  }));
  const providers = new Map(resources.map(({ name, dependsOn }) => [name, providersOf(dependsOn)]));
  for (const [index, { name }] of resources.entries())
    if (reaches(name, name, providers, new Set()))
      all.log.complain({
        path: [...path, index, 'dependsOn'],
        expected: 'no circle of dependencies',
        found: `${inWords(name)} depending on itself`,
      });
  return resources;
}

/** Whether a resource depends on another one, directly or through others. */
function reaches(
  from: string,
  to: string,
  providers: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): boolean {
  return (providers.get(from) ?? []).some((provider) => {
    if (provider === to) return true;
    if (seen.has(provider)) return false;
    seen.add(provider);
    return reaches(provider, to, providers, seen);
  });
}

/** What a resource of a role can depend on. */
function providersIn(given: RoleResources, { disks }: ResourceSurroundings): readonly string[] {
  const own = given.disks.filter((name) => disks.find((disk) => disk.name === name)?.use !== 'csv');
  const machine = [`Virtual Machine ${given.name}`, `Virtual Machine Configuration ${given.name}`];
  const access = given.address === undefined ? [] : [`${given.name} Network Name`, `IP Address ${given.address}`];
  const standard = given.type === 'virtualMachine' ? machine : [given.name, ...access];
  return [...standard, ...own, ...given.resources.map(({ name }) => name)];
}

function resolveDependency(
  text: string,
  dependent: string,
  given: RoleResources,
  path: YamlPath,
  all: ResourceSurroundings,
): DependencyExpression | null {
  const { log } = all;
  const expression = parseDependencies(text);
  if (expression === null) {
    log.complain({ path, expected: 'resources joined by and, or and parentheses', found: inWords(text) });
    return null;
  }
  const providers = providersIn(given, all).filter((name) => name !== dependent);
  return withNames(expression, (name) => {
    const known = providers.find((provider) => provider.toLowerCase() === name.toLowerCase());
    if (known !== undefined) return known;
    const misspelt = { word: name, candidates: providers };
    log.complain({
      path,
      expected: `another resource of the role ${inWords(given.name)}`,
      found: inWords(name),
      misspelt,
    });
    return name;
  });
}

function withNames(expression: DependencyExpression, known: (name: string) => string): DependencyExpression {
  if (expression.kind === 'resource') return { kind: 'resource', name: known(expression.name) };
  return { kind: expression.kind, terms: expression.terms.map((term) => withNames(term, known)) };
}

import { foldName, type ClusterView } from '../../model/cluster-view';
import { providersOf, type DependencyExpression } from '../../model/dependency';
import { parseDependencies } from '../../model/dependency-parser';
import type { Resource } from '../../model/resource';
import { dependencyText } from '../dependency-text';
import { objection, type Objection } from '../objection';
import { badInput } from './cluster-rules';

function holds(expression: DependencyExpression | null, isThere: (name: string) => boolean): boolean {
  if (expression === null) return true;
  if (expression.kind === 'resource') return isThere(expression.name);
  const { kind, terms } = expression;
  return kind === 'and' ? terms.every((term) => holds(term, isThere)) : terms.some((term) => holds(term, isThere));
}

/** Names of resources that a resource depends on directly. */
function directProviders(resource: Resource): readonly string[] {
  return providersOf(parseDependencies(resource.dependencyExpression));
}

/** Resources of the same role that depend on a resource directly. */
export function directDependents(resource: Resource, view: ClusterView): readonly Resource[] {
  return view
    .resourcesOf(resource.ownerGroup)
    .filter((other) => directProviders(other).some((name) => foldName(name) === foldName(resource.name)));
}

/** Resources that cannot stay online without `resource`, nearest first; of an `or` one provider that stays is enough. */
export function fallingWith(resource: Resource, view: ClusterView): readonly Resource[] {
  const online = view.resourcesOf(resource.ownerGroup).filter((other) => other.state === 'Online');
  const gone = new Set([foldName(resource.name)]);
  const falling: Resource[] = [];
  for (let before = -1; before < falling.length;) {
    before = falling.length;
    for (const other of online) {
      const expression = parseDependencies(other.dependencyExpression);
      const stays = holds(expression, (name) => !gone.has(foldName(name)));
      if (gone.has(foldName(other.name)) || stays) continue;
      gone.add(foldName(other.name));
      falling.push(other);
    }
  }
  return falling;
}

/** Resources that are not online and that a resource depends on, however far, providers before their dependents. */
export function neededBy(resource: Resource, view: ClusterView): readonly Resource[] {
  const seen = new Set([foldName(resource.name)]);
  const visit = (current: Resource): readonly Resource[] =>
    directProviders(current).flatMap((name) => {
      const provider = view.resource(name);
      if (provider === undefined || seen.has(foldName(name))) return [];
      seen.add(foldName(name));
      return [...visit(provider), ...(provider.state === 'Online' ? [] : [provider])];
    });
  return visit(resource);
}

function dependsOn(from: Resource, target: string, view: ClusterView): boolean {
  const seen = new Set<string>();
  const visit = (current: Resource): boolean =>
    directProviders(current).some((name) => {
      if (foldName(name) === foldName(target)) return true;
      const provider = view.resource(name);
      if (provider === undefined || seen.has(foldName(name))) return false;
      seen.add(foldName(name));
      return visit(provider);
    });
  return visit(from);
}

/**
 * A new expression for a resource of `role` must be one (badInput), name resources of the same role (5002) and make no
 * circle (1059, ERROR_CIRCULAR_DEPENDENCY). `resource` need not exist yet.
 */
export function wrongDependencies(text: string, resource: string, role: string, view: ClusterView): Objection {
  if (text.trim() === '') return null;
  if (dependencyText(text) === null)
    return badInput(
      `${text} is no dependency. Write names with "and", "or" and parentheses, for example A and (B or C).`,
    );
  for (const name of providersOf(parseDependencies(text))) {
    const provider = view.resource(name);
    if (foldName(name) === foldName(resource)) return objection(`${resource} cannot depend on itself.`, 1059);
    if (provider === undefined || foldName(provider.ownerGroup) !== foldName(role))
      return objection(`There is no resource ${name} in ${role}.`, 5002);
    if (dependsOn(provider, resource, view))
      return objection(`${provider.name} depends on ${resource}, so ${resource} cannot depend on it.`, 1059);
  }
  return null;
}

/** A resource that is online stays so only if its new providers are: 5019. */
export function providersOffline(text: string, resource: Resource, view: ClusterView): Objection {
  if (resource.state !== 'Online') return null;
  if (holds(parseDependencies(text), (name) => view.resource(name)?.state === 'Online')) return null;
  return objection(
    `${resource.name} is online and what it would depend on is not.`,
    5019,
    `Take ${resource.name} offline first, or bring online what it depends on.`,
  );
}

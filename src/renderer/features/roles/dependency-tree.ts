import { providersOf, type DependencyExpression } from '#shared/model/dependency';
import { parseDependencies } from '#shared/model/dependency-parser';
import { foldName } from '#shared/model/cluster-view';
import type { Resource } from '#shared/model/resource';

/** One line of the dependency tree. */
export interface DependencyLine {
  /** Unique within the tree: the way to it from its root. */
  readonly path: string;
  /** 0 for what nothing depends on. */
  readonly depth: number;
  /** For each depth before this one, whether the line of that depth goes on below. */
  readonly trunks: readonly boolean[];
  readonly last: boolean;
  readonly content:
    | { readonly kind: 'resource'; readonly resource: Resource }
    /** Of these one is enough (or), or all are needed (and). */
    | { readonly kind: 'group'; readonly join: 'and' | 'or' }
    /** Named in an expression, but not there. */
    | { readonly kind: 'missing'; readonly name: string };
}

type Place = Pick<DependencyLine, 'path' | 'depth' | 'trunks' | 'last'>;

/** The resources of a role as a tree: each stands above what it depends on. Roots are what nothing depends on. */
export function dependencyLines(resources: readonly Resource[]): readonly DependencyLine[] {
  const byName = new Map(resources.map((resource) => [foldName(resource.name), resource]));
  const expressions = new Map(
    resources.map((resource) => [resource.id, parseDependencies(resource.dependencyExpression)]),
  );
  const needed = new Set(
    [...expressions.values()].flatMap((expression) => providersOf(expression)).map((name) => foldName(name)),
  );
  const roots = resources.filter((resource) => !needed.has(foldName(resource.name)));

  const linesOf = (expression: DependencyExpression, place: Place, above: readonly string[]): DependencyLine[] => {
    if (expression.kind !== 'resource') {
      const group: DependencyLine = { ...place, content: { kind: 'group', join: expression.kind } };
      return [group, ...below(expression.terms, place, above)];
    }
    const resource = byName.get(foldName(expression.name));
    if (resource === undefined) return [{ ...place, content: { kind: 'missing', name: expression.name } }];
    const line: DependencyLine = { ...place, content: { kind: 'resource', resource } };
    const providers = expressions.get(resource.id);
    if (!providers || above.includes(resource.id)) return [line];
    return [line, ...below(termsOf(providers), place, [...above, resource.id])];
  };

  const below = (terms: readonly DependencyExpression[], place: Place, above: readonly string[]): DependencyLine[] =>
    terms.flatMap((term, index) => {
      const last = index === terms.length - 1;
      const trunks = place.depth === 0 ? [] : [...place.trunks, !place.last];
      return linesOf(term, { path: `${place.path}/${index}`, depth: place.depth + 1, trunks, last }, above);
    });

  return roots.flatMap((root, index) =>
    linesOf({ kind: 'resource', name: root.name }, { path: String(index), depth: 0, trunks: [], last: true }, []),
  );
}

/** All of several are the usual case: they stand side by side; only "one of these" gets a line of its own. */
function termsOf(expression: DependencyExpression): readonly DependencyExpression[] {
  return expression.kind === 'and' ? expression.terms : [expression];
}

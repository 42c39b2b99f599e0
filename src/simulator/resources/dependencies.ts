import type { DependencyExpression } from '#shared/model/dependency';
import type { Dependency } from '../state/resource-state';

/** An expression of names as one of ids. */
export function mapDependency(expression: DependencyExpression, idOf: (name: string) => string): Dependency {
  if (expression.kind === 'resource') return { kind: 'resource', id: idOf(expression.name) };
  return { kind: expression.kind, terms: expression.terms.map((term) => mapDependency(term, idOf)) };
}

/** Whether a dependency is met when `holds` says which providers are there. Depending on nothing is always met. */
export function isMet(dependency: Dependency | null, holds: (id: string) => boolean): boolean {
  if (dependency === null) return true;
  if (dependency.kind === 'resource') return holds(dependency.id);
  return dependency.kind === 'and'
    ? dependency.terms.every((term) => isMet(term, holds))
    : dependency.terms.some((term) => isMet(term, holds));
}

/** Ids of all resources in a dependency, each once. */
export function providerIds(dependency: Dependency | null): readonly string[] {
  if (dependency === null) return [];
  if (dependency.kind === 'resource') return [dependency.id];
  return [...new Set(dependency.terms.flatMap(providerIds))];
}

/** A dependency in Windows' form, `([A]) and ([B] or [C])`; empty for nothing. */
export function dependencyText(dependency: Dependency | null, nameOf: (id: string) => string): string {
  if (dependency === null) return '';
  const clauses = dependency.kind === 'and' ? dependency.terms : [dependency];
  return clauses.map((clause) => `(${termText(clause, nameOf)})`).join(' and ');
}

function termText(term: Dependency, nameOf: (id: string) => string): string {
  if (term.kind === 'resource') return `[${nameOf(term.id)}]`;
  return term.terms
    .map((inner) => (inner.kind === 'resource' ? termText(inner, nameOf) : `(${termText(inner, nameOf)})`))
    .join(` ${term.kind} `);
}

/** The dependency without one resource; null when nothing is left. */
export function withoutProvider(dependency: Dependency | null, id: string): Dependency | null {
  if (dependency === null) return null;
  if (dependency.kind === 'resource') return dependency.id === id ? null : dependency;
  const terms = dependency.terms.flatMap((term) => withoutProvider(term, id) ?? []);
  const [only] = terms;
  if (only === undefined) return null;
  return terms.length === 1 ? only : { kind: dependency.kind, terms };
}

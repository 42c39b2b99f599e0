import type { DependencyExpression } from '../model/dependency';
import { parseDependencies } from '../model/dependency-parser';

function written(expression: DependencyExpression): string {
  if (expression.kind === 'resource') return `[${expression.name}]`;
  return `(${expression.terms.map(written).join(` ${expression.kind} `)})`;
}

/** A dependency expression in the form that `Set-ClusterResourceDependency` takes; one that is none stays as it is. */
export function dependencyText(expression: string): string {
  const parsed = parseDependencies(expression);
  return parsed === null ? expression.trim() : written(parsed);
}

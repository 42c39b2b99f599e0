import type { DependencyExpression } from '../model/dependency';
import { parseDependencies } from '../model/dependency-parser';

/** One `or` of the normal form: names of which one is enough. */
type Clause = readonly string[];

/** More clauses than this are a mistake, or an attack: the normal form of an expression can grow without bound. */
const mostClauses = 100;

function clausesOf(expression: DependencyExpression): readonly Clause[] | null {
  if (expression.kind === 'resource') return [[expression.name]];
  const parts: (readonly Clause[])[] = [];
  for (const term of expression.terms) {
    const clauses = clausesOf(term);
    if (clauses === null) return null;
    parts.push(clauses);
  }
  if (expression.kind === 'and') {
    const all = parts.flat();
    return all.length > mostClauses ? null : all;
  }
  let product: readonly Clause[] = [[]];
  for (const part of parts) {
    if (product.length * part.length > mostClauses) return null;
    product = product.flatMap((one) => part.map((other) => [...new Set([...one, ...other])]));
  }
  return product;
}

/**
 * A dependency expression in the form that Windows takes, an `and` of `or`s: `([A]) and ([B] or [C])` ([MS-CMRP]
 * ApiSetResourceDependencyExpression). Empty for an empty text. Null for a text that is no expression or far too long.
 */
export function dependencyText(text: string): string | null {
  if (text.trim() === '') return '';
  const expression = parseDependencies(text);
  const clauses = expression === null ? null : clausesOf(expression);
  return clauses === null
    ? null
    : clauses.map((clause) => `(${clause.map((name) => `[${name}]`).join(' or ')})`).join(' and ');
}

/** A dependency expression as a tree: one provider, or all or one of several. */
export type DependencyExpression =
  | { readonly kind: 'resource'; readonly name: string }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly DependencyExpression[] };

/** Every resource named in an expression, in order, each once. */
export function providersOf(expression: DependencyExpression | null): readonly string[] {
  if (expression === null) return [];
  if (expression.kind === 'resource') return [expression.name];
  return [...new Set(expression.terms.flatMap((term) => providersOf(term)))];
}

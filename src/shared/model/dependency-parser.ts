import type { DependencyExpression } from './dependency';

type Token = { readonly kind: 'name'; readonly text: string } | { readonly kind: 'and' | 'or' | '(' | ')' };

/** A bracketed name, a parenthesis, or the longest run up to the next word `and`, `or` or parenthesis. */
const tokenPattern =
  /\s*(?:\[([^\]]*)\]|([()])|(and|or)(?=[\s()[]|$)|((?:(?!\s+(?:and|or)(?:[\s()[]|$))[^()[\]])+))/giy;

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const pattern = new RegExp(tokenPattern);
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(text);
    if (match === null) return null;
    const [, bracketed, parenthesis, word, bare] = match;
    if (parenthesis === '(' || parenthesis === ')') tokens.push({ kind: parenthesis });
    else if (word !== undefined) tokens.push({ kind: word.toLowerCase() === 'and' ? 'and' : 'or' });
    else tokens.push({ kind: 'name', text: (bracketed ?? bare ?? '').trim() });
  }
  return tokens;
}

/**
 * Reads a dependency expression in Windows' form, `([A]) and ([B] or [C])`, or with bare names, `A and (B or C)`;
 * `and` binds tighter than `or`. Null for an empty text, which means that it depends on nothing, and for one that is
 * no expression.
 */
export function parseDependencies(text: string): DependencyExpression | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  let at = 0;
  const join = (kind: 'and' | 'or', part: () => DependencyExpression | null): DependencyExpression | null => {
    const terms: DependencyExpression[] = [];
    for (let more = true; more; at += more ? 1 : 0) {
      const term = part();
      if (term === null) return null;
      terms.push(...(term.kind === kind ? term.terms : [term]));
      more = tokens[at]?.kind === kind;
    }
    const [only] = terms;
    return terms.length === 1 && only !== undefined ? only : { kind, terms };
  };
  const any = (): DependencyExpression | null => join('or', all);
  const all = (): DependencyExpression | null => join('and', one);
  const one = (): DependencyExpression | null => {
    const token = tokens[at++];
    if (token?.kind === 'name' && token.text !== '') return { kind: 'resource', name: token.text };
    if (token?.kind !== '(') return null;
    const inner = any();
    return tokens[at++]?.kind === ')' ? inner : null;
  };
  const expression = any();
  return at === tokens.length ? expression : null;
}

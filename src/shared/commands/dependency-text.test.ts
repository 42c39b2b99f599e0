import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DependencyExpression } from '../model/dependency';
import { parseDependencies } from '../model/dependency-parser';
import { dependencyText } from './dependency-text';

describe('a dependency for Windows', () => {
  it('is an and of ors, with names in brackets', () => {
    expect(dependencyText('A')).toBe('([A])');
    expect(dependencyText('A and (B or C)')).toBe('([A]) and ([B] or [C])');
    expect(dependencyText('[IP Address 10.0.0.1] or [IP Address 10.0.0.2]')).toBe(
      '([IP Address 10.0.0.1] or [IP Address 10.0.0.2])',
    );
    expect(dependencyText('A or (B and C)')).toBe('([A] or [B]) and ([A] or [C])');
    expect(dependencyText('  ')).toBe('');
  });

  it('is null for what is no expression, and for one that would grow without end', () => {
    expect(dependencyText('A and')).toBeNull();
    const pairs = Array.from({ length: 20 }, (_, index) => `(A${index} and B${index})`).join(' or ');
    expect(dependencyText(pairs)).toBeNull();
  });

  it('means the same as what was written', () => {
    const names = ['A', 'B', 'C', 'D'];
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...names),
        fc
          .tuple(tie('expression'), fc.constantFrom('and', 'or'), tie('expression'))
          .map(([left, word, right]) => `(${left} ${word} ${right})`),
      ),
    }));
    fc.assert(
      fc.property(expression, fc.subarray(names), (text, online) => {
        const written = dependencyText(text);
        expect(written).not.toBeNull();
        expect(holds(parseDependencies(written ?? ''), online)).toBe(holds(parseDependencies(text), online));
      }),
      { numRuns: 500 },
    );
  });
});

function holds(expression: DependencyExpression | null, online: readonly string[]): boolean {
  if (expression === null) throw new Error('No expression');
  if (expression.kind === 'resource') return online.includes(expression.name);
  const parts = expression.terms.map((term) => holds(term, online));
  return expression.kind === 'and' ? parts.every(Boolean) : parts.some(Boolean);
}

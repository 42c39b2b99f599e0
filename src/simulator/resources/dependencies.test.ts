import { describe, expect, it } from 'vitest';
import { parseDependencies } from '#shared/model/dependency-parser';
import { dependencyText, isMet, mapDependency, providerIds, withoutProvider } from './dependencies';

function parsed(text: string) {
  const expression = parseDependencies(text);
  if (expression === null) throw new Error(`${text} is no expression`);
  return mapDependency(expression, (name) => name);
}

const shown = (text: string, gone: string): string =>
  dependencyText(withoutProvider(parsed(text), gone), (name) => name);

describe('Roles and resources: dependency expressions', () => {
  it('need all of an and, one of an or, and parentheses go first', () => {
    const met = (text: string, ...online: readonly string[]): boolean =>
      isMet(parsed(text), (name) => online.includes(name));
    expect(met('A and (B or C)', 'A', 'C')).toBe(true);
    expect(met('A and (B or C)', 'A')).toBe(false);
    expect(met('(A and B) or C', 'C')).toBe(true);
    expect(met('(A and B) or C', 'A')).toBe(false);
    expect(isMet(null, () => false)).toBe(true);
  });

  it('name each provider once', () => {
    expect(providerIds(parsed('A and (B or A)'))).toEqual(['A', 'B']);
    expect(providerIds(null)).toEqual([]);
  });

  it('lose a provider that is removed and keep the rest', () => {
    expect(shown('A and (B or C)', 'A')).toBe('([B] or [C])');
    expect(shown('A and (B or C)', 'B')).toBe('([A]) and ([C])');
    expect(shown('A and B', 'A')).toBe('([B])');
    expect(shown('A', 'A')).toBe('');
    expect(shown('A', 'B')).toBe('([A])');
    expect(withoutProvider(null, 'A')).toBeNull();
  });
});

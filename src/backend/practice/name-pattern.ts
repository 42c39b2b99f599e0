import { foldName } from '#shared/model/cluster-view';
import type { CmdletError } from './cmdlet-failure';
import type { CmdletRun } from './cmdlet-run';

/** Whether a name of a Get cmdlet has wildcards: `*`, `?` and `[a-z]`. */
function hasWildcards(pattern: string): boolean {
  return /[*?[]/.test(pattern);
}

/** The expression that a name with wildcards stands for; it never matches where the name makes no sense. */
export function expressionOf(pattern: string): RegExp {
  const parts = pattern.match(/\[[^\]]+\]|[\s\S]/g) ?? [];
  const source = parts.map((part) => {
    if (part === '*') return '[\\s\\S]*';
    if (part === '?') return '[\\s\\S]';
    if (part.length > 2 && part.startsWith('[')) return `[${part.slice(1, -1).replace(/[\\\]^]/g, '\\$&')}]`;
    return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  try {
    return new RegExp(`^${source.join('')}$`, 'iu');
  } catch {
    // `[z-a]` is no range: then nothing has such a name.
    return /(?!)/;
  }
}

/**
 * The items that names or patterns stand for, each once, in the order of the names. A name that an item really has is no
 * pattern. Undefined: all. A name without wildcards that no item has is told with `missing`; a pattern may match nothing.
 */
export function named<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  names: readonly string[] | undefined,
  missing: (name: string) => void,
): readonly T[] {
  if (names === undefined) return items;
  const found = names.flatMap((name) => {
    const exact = items.filter((item) => foldName(nameOf(item)) === foldName(name));
    if (exact.length > 0) return exact;
    if (!hasWildcards(name)) {
      missing(name);
      return [];
    }
    const expression = expressionOf(name);
    return items.filter((item) => expression.test(nameOf(item)));
  });
  return [...new Set(found)];
}

/** Lets a cmdlet tell each missing name as an error and go on. */
export function tellMissing(run: CmdletRun, error: (name: string) => CmdletError) {
  return (name: string): void => run.fail(error(name));
}

import { foldName } from '#shared/model/cluster-view';
import { inWords, type ProblemLog } from './problem-log';
import type { YamlPath } from './yaml-source';

/** The names of one kind of object in a scenario, which compare without case. */
export interface NameTable {
  /** The kind in words with its article: `a node`. */
  readonly kind: string;
  /** The name as it was declared; undefined when nothing has it. */
  find(name: string): string | undefined;
  /** Adds a name. One that is there already is a problem, unless `path` is left out. */
  declare(name: string, path?: YamlPath): void;
  /** Makes a name mean another, declared one. */
  alias(name: string, meant: string): void;
  /** The declared form of a name that the file uses at a place; one that is unknown is a problem. */
  resolve(name: string, path: YamlPath, part?: 'key' | 'value'): string;
  all(): Iterable<string>;
  isEmpty(): boolean;
}

/** An empty table for a kind, for example `a node`. */
export function nameTable(kind: string, log: ProblemLog): NameTable {
  const names = new Map<string, string>();
  return {
    kind,
    find: (name) => names.get(foldName(name)),
    declare: (name, path) => {
      const known = names.get(foldName(name));
      if (known === undefined) names.set(foldName(name), name);
      else if (path !== undefined) {
        const expected = `another name than ${inWords(known)}, which ${kind} has already`;
        log.complain({ path, expected, found: inWords(name) });
      }
    },
    alias: (name, meant) => void names.set(foldName(name), meant),
    resolve: (name, path, part = 'value') => {
      const known = names.get(foldName(name));
      if (known !== undefined) return known;
      const misspelt = { word: name, candidates: names.values() };
      log.complain({ path, part, expected: `the name of ${kind}`, found: inWords(name), misspelt });
      return name;
    },
    all: () => names.values(),
    isEmpty: () => names.size === 0,
  };
}

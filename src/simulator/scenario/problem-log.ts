import type { ScenarioProblem } from './scenario-problem';
import { suggestionFor } from '#shared/suggestion';
import type { YamlPath, YamlSource } from './yaml-source';

/** More than this is noise; suggestions for a file that is wrong everywhere would take minutes. */
const maxSuggestions = 200;

/** One more thing that is wrong. */
export interface Complaint {
  readonly path: YamlPath;
  /** Whether a field's name is wrong or what it holds; the value when left out. */
  readonly part?: 'key' | 'value';
  readonly expected: string;
  readonly found: string;
  /** A word that may be misspelt, and what it can have meant. */
  readonly misspelt?: { readonly word: string; readonly candidates: Iterable<string> };
}

/** Collects what is wrong with a file. */
export interface ProblemLog {
  complain(complaint: Complaint): void;
  /** What was collected, in file order, each once. */
  problems(): readonly ScenarioProblem[];
}

/** An empty log for a file. */
export function problemLog(file: string, source: YamlSource): ProblemLog {
  const found: ScenarioProblem[] = [];
  return {
    complain: ({ path, part = 'value', misspelt, ...words }) => {
      const suggestion =
        misspelt === undefined || found.length >= maxSuggestions
          ? null
          : suggestionFor(misspelt.word, misspelt.candidates);
      found.push({ file, ...source.positionOf(path, part), expected: words.expected, found: words.found, suggestion });
    },
    problems: () => inOrder(found),
  };
}

function inOrder(problems: readonly ScenarioProblem[]): readonly ScenarioProblem[] {
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...unique.values()].sort((left, right) => left.line - right.line || left.column - right.column);
}

/** A value of the file in words, as the end of "found …". */
export function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a mapping';
  const words = JSON.stringify(value);
  return words.length > 80 ? `${words.slice(0, 77)}…` : words;
}

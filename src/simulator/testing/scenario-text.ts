import { loadScenario } from '../scenario/load-scenario';
import type { Scenario } from '../scenario/scenario';
import { formatProblem } from '../scenario/scenario-problem';

/** A scenario with two nodes; `more` follows from line 6 on. */
export const scenarioText = (more: string, cluster = '{name: C}', nodes = '[{name: Demo1}, {name: Demo2}]'): string =>
  `schema: regroup/scenario/1
title: Test
cluster: ${cluster}
nodes: ${nodes}
# what follows is the test's own
${more}`;

/** What is wrong with a scenario, one line a problem; its file is called f. */
export const problemsOf = (text: string): readonly string[] => {
  const result = loadScenario(text, 'f');
  return result.ok ? [] : result.error.map(formatProblem);
};

/** Where a word stands in a text for the last time. */
export const placeOf = (word: string, text: string): string => {
  const lines = text.slice(0, text.lastIndexOf(word)).split('\n');
  return `f:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
};

/** A scenario without problems. */
export const loaded = (text: string): Scenario => {
  const result = loadScenario(text, 'f');
  if (!result.ok) throw new Error(result.error.map(formatProblem).join('\n'));
  return result.value;
};

/** A shared volume. */
export const sharedVolume = 'disks: [{name: CSV1, size: 500GB, use: csv}]';

/** A row of a table of mistakes: what it is, a scenario, the word that is wrong there, and what is told about it. */
export type Mistake = readonly [about: string, text: string, word: string, expected: string];

/** What is told about a mistake as it is, and as it should be. An expectation that ends with a space is a beginning. */
export function told([, text, word, expected]: Mistake): { readonly found: string; readonly wanted: string } {
  const wanted = `${placeOf(word, text)}: ${expected}`;
  const found = problemsOf(text).join('\n');
  return { found: expected.endsWith(' ') ? found.slice(0, wanted.length) : found, wanted };
}

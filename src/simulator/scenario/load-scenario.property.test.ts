import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadScenario } from './load-scenario';
import { formatProblem } from './scenario-problem';

const texts = ['resources/scenarios/training.yaml', 'tests/scenarios/drain-and-failback.yaml'].map((file) =>
  readFileSync(file, 'utf8'),
);

const scrap = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'null',
    '[]',
    '{}',
    '-1',
    '1e9',
    '"',
    '~',
    '*a',
    '&a ',
    '!x ',
    ': ',
    '- ',
    '\t',
    '\n',
    '[',
    '}',
    'true',
    '#',
  ),
);

/** What makes other JSON of JSON. */
const jsonScrap = fc.constantFrom(
  '"title":"again",',
  '"nmae"',
  '7',
  'null',
  '[]',
  '{"a":1,"a":2}',
  String.raw`\ud83d`,
  String.raw`\"`,
  '"x:": 1,',
);

describe('Scenario files: loading, whatever the text is', () => {
  it('answers with a scenario or with problems at their places, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(3000), fc.nat(20), scrap), { minLength: 1, maxLength: 3 }),
        (text, edits) => {
          const edited = edits.reduce((all, [at, drop, add]) => all.slice(0, at) + add + all.slice(at + drop), text);
          const result = loadScenario(edited, 'f');
          if (result.ok) return;
          expect(result.error.length).toBeGreaterThan(0);
          for (const problem of result.error) {
            expect(problem.line).toBeGreaterThan(0);
            expect(problem.line).toBeLessThanOrEqual(edited.split(/\r\n|\r|\n/).length);
            expect(problem.column).toBeGreaterThan(0);
            expect(formatProblem(problem)).not.toMatch(/undefined|Invalid input|NaN|\[object/);
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('reads JSON as it reads the same text as YAML, with every place and every problem', () => {
    const jsons = texts.flatMap((text) => [JSON.stringify(parse(text)), JSON.stringify(parse(text), null, 2)]);
    fc.assert(
      fc.property(
        fc.constantFrom(...jsons),
        fc.array(fc.tuple(fc.nat(3000), fc.nat(8), fc.oneof(scrap, jsonScrap)), { maxLength: 2 }),
        (text, edits) => {
          const edited = edits.reduce((all, [at, drop, add]) => all.slice(0, at) + add + all.slice(at + drop), text);
          const found = loadScenario(edited, 'f');
          // After a comment it is YAML, one line further down.
          const expected = loadScenario(`#\n${edited}`, 'f');
          const lines = (result: typeof found): readonly number[] =>
            (result.ok ? result.value.expectations : result.error).map(({ line }) => line);
          expect(found.ok).toBe(expected.ok);
          if (found.ok && expected.ok)
            expect({ ...found.value, expectations: [] }).toEqual({ ...expected.value, expectations: [] });
          else if (!found.ok && !expected.ok)
            expect(found.error).toEqual(expected.error.map((problem) => ({ ...problem, line: problem.line - 1 })));
          expect(lines(found)).toEqual(lines(expected).map((line) => line - 1));
        },
      ),
      { numRuns: 120, seed: 1 },
    );
  });

  it('reads its own defaults the same in any order of the fields', () => {
    const [training = ''] = texts;
    const parts = training.split(/\n(?=[a-z]+:)/);
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
        const positions = { line: 0, column: 0 };
        const plain = (text: string): unknown => {
          const result = loadScenario(text, 'f');
          return result.ok
            ? { ...result.value, expectations: result.value.expectations.map((one) => ({ ...one, ...positions })) }
            : result.error;
        };
        expect(plain(shuffled.join('\n'))).toEqual(plain(training));
      }),
      { numRuns: 10 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { problemsOf, scenarioText } from '../testing/scenario-text';

describe('Scenario files: texts that are no scenario', () => {
  it.each<[string, string, string]>([
    ['an empty file', '', 'f:1:1: expected a scenario (schema: regroup/scenario/1), found an empty file'],
    ['comments alone', '# nothing\n', 'f:1:1: expected a scenario (schema: regroup/scenario/1), found an empty file'],
    ['a list', '- a\n', 'f:1:1: expected a scenario (schema: regroup/scenario/1), found a list'],
    ['a text', 'hello', 'f:1:1: expected a scenario (schema: regroup/scenario/1), found "hello"'],
    [
      'a duplicate key',
      scenarioText('until: 5s\nuntil: 6s'),
      'f:7:1: expected each field once, found a field that stands above already',
    ],
    [
      'a duplicate key in a row',
      scenarioText('', '{name: A, name: B}'),
      'f:3:20: expected each field once, found a field that stands above already',
    ],
    [
      'a tab',
      'schema: regroup/scenario/1\ncluster:\n\tname: C\n',
      'f:3:1: expected spaces for indentation, found a tab',
    ],
    [
      'two documents',
      `${scenarioText('')}\n---\n${scenarioText('')}`,
      'f:7:1: expected one YAML document, found a second one',
    ],
    ['a tag', scenarioText('description: !secret x'), 'f:6:14: expected plain YAML values, found the tag !secret'],
    ['an open bracket', 'title: [1, 2\nseed: 1\n', 'f:2:1: expected valid YAML, found an error: '],
    ['an unknown anchor', scenarioText('seed: *x'), 'f:6:7: expected an anchor defined above, found *x'],
    [
      'an anchor inside itself',
      scenarioText('nodes2: &x [*x]'),
      'f:6:13: expected values without themselves inside, found *x',
    ],
    [
      'half a character',
      scenarioText('description: "\\ud83d"'),
      'f:6:14: expected whole Unicode characters, found half of a surrogate pair',
    ],
    ['a binary file', 'MZ\u0090\u0000\u0003', 'f:1:4: expected a text file in UTF-8, found the character U+0000'],
    ['bytes that are no UTF-8', 'title: \ufffd', 'f:1:8: expected a text file in UTF-8, found the character U+FFFD'],
    [
      'brackets without end',
      `title: ${'['.repeat(50_000)}`,
      'f:1:108: expected at most 100 levels of nesting, found more',
    ],
    [
      'dashes without end',
      `nodes:\n ${'- '.repeat(50_000)}x`,
      'f:2:1: expected at most 100 levels of nesting, found more',
    ],
    [
      'more than 16 million characters',
      ' '.repeat(16_777_217),
      'f:1:1: expected a file of at most 16777216 characters, found 16777217 characters',
    ],
  ])('%s', (_, text, expected) => {
    const problems = problemsOf(text).join('\n');
    if (expected.endsWith(' ')) expect(problems.startsWith(expected)).toBe(true);
    else expect(problems).toBe(expected);
  });

  it('stops aliases that would grow without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level += 1)
      lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
    expect(problemsOf(lines.join('\n'))).toEqual([
      'f:5:45: expected aliases that repeat at most 100000 values, found more',
    ]);
  });

  it('reads Windows line ends and a byte order mark', () => {
    const windows = `\ufeff${scenarioText('until: later').replaceAll('\n', '\r\n')}`;
    expect(problemsOf(windows)).toEqual(['f:6:8: expected a duration such as 500ms, 10s, 2m or 6h, found "later"']);
  });

  it('quotes a file that is something else with a short excerpt, once', () => {
    const prose = `# Title\n\nSome words:\nmore words\n\n${'A long paragraph: it goes on. '.repeat(200)}\n`;
    const problems = problemsOf(prose);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^f:\d+:\d+: expected valid YAML, found an error: .{0,120}$/);
  });

  it('tells all that is wrong with the syntax of a scenario', () => {
    expect(problemsOf(`${scenarioText('')}\na: b: c\nd: e: f\n`).length).toBeGreaterThan(1);
  });
});

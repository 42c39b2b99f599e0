import { describe, expect, it } from 'vitest';
import type { CountedProblem } from '../feature';
import { countProblems, problemSentence } from './problem-counts';

const problem = (
  kind: CountedProblem['object']['kind'],
  name: string,
  text: string,
  tone: 'error' | 'warn',
): CountedProblem => ({
  object: { kind, name },
  status: { tone, text },
});

describe('what is wrong', () => {
  it('is nothing when nothing is', () => {
    expect(problemSentence(countProblems([]))).toBeNull();
  });

  it('is counted by kind and state, worst first', () => {
    const counts = countProblems([
      problem('role', 'WEB-01', 'Partially online', 'warn'),
      problem('role', 'SQL-01', 'Failed', 'error'),
      problem('role', 'SQL-02', 'Failed', 'error'),
      problem('node', 'Demo2', 'Down', 'error'),
    ]);
    expect(problemSentence(counts)).toEqual({
      tone: 'error',
      text: '2 roles failed · 1 node down · 1 role partially online',
    });
  });

  it('is cut short in a line, with how many more there are', () => {
    const counts = countProblems(
      (['node', 'role', 'disk', 'network'] as const).map((kind) => problem(kind, 'X', 'Failed', 'error')),
    );
    expect(problemSentence(counts)?.text).toMatch(/· 1 more$/);
  });
});

import { testSteps, type TestOutcome, type TestStep, type TestStepName } from '#shared/contract/connections';
import { formatCount } from '../../../lib/format/numbers';
import type { StatusWords } from '../../../lib/tone';

/** What each step does. */
export const stepTitles: Readonly<Record<TestStepName, string>> = {
  reach: 'Reach the computer',
  authenticate: 'Sign in',
  agent: 'Start PowerShell',
  modules: 'Find the modules',
  cluster: 'Read the cluster',
  rights: 'Check your rights',
  nodes: 'Reach each node',
  hyperV: 'Hyper-V of each node',
};

/** How a step or a node ended, in a word. */
export function outcomeWords(outcome: TestOutcome | 'waiting' | 'stopped'): StatusWords {
  switch (outcome) {
    case 'waiting':
      return { tone: 'waiting', text: 'Waiting' };
    case 'running':
      return { tone: 'progress', text: 'Running' };
    case 'passed':
      return { tone: 'ok', text: 'Passed' };
    case 'warning':
      return { tone: 'warn', text: 'Warning' };
    case 'failed':
      return { tone: 'error', text: 'Failed' };
    case 'skipped':
      return { tone: 'absent', text: 'Skipped' };
    case 'stopped':
      return { tone: 'cancelled', text: 'Stopped' };
  }
}

/** The whole test in a sentence. */
export function verdictOf(status: 'running' | 'ended' | 'stopped', steps: readonly TestStep[]): StatusWords {
  const done = steps.filter(({ outcome }) => outcome !== 'running').length;
  if (status === 'running')
    return { tone: 'progress', text: `Testing, step ${Math.min(done + 1, testSteps.length)} of ${testSteps.length}` };
  if (status === 'stopped') return { tone: 'cancelled', text: 'The test was stopped.' };
  const failed = steps.find(({ outcome }) => outcome === 'failed');
  if (failed !== undefined) return { tone: 'error', text: `The test failed: ${stepTitles[failed.name]}.` };
  const warnings = steps.filter(({ outcome }) => outcome === 'warning').length;
  if (warnings > 0) return { tone: 'warn', text: `It works, with ${formatCount(warnings, 'warning')}.` };
  return { tone: 'ok', text: 'Everything that was tested works.' };
}

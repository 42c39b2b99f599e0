import { testConnection } from '#backend/powershell/connection-test/connection-test';
import { reachTargetOf } from '#backend/powershell/connection-test/reach';
import { computerTime } from '#backend/real-time';
import type { TestOutcome, TestStep } from '#shared/contract/connections';
import { clusterOptions, readClusterArguments } from './cluster-arguments';
import { surroundings, wayTo } from './open-cluster';
import { printable } from './printable';
import type { Streams } from './streams';

const usage = `Usage: test [OPTIONS]

Tries the connection to a cluster step by step, changes nothing, and says for each failure what to do.

${clusterOptions}`;

/** `test`. 0: nothing failed; 1: a step failed; 2: the command line is wrong. */
export async function test(words: readonly string[], streams: Streams): Promise<0 | 1 | 2> {
  const wrong = (problem: string): 2 => {
    streams.complain(`test: ${printable(problem)}\n\n${usage}`);
    return 2;
  };
  const read = readClusterArguments(words);
  if (!read.ok) return wrong(read.error);
  if (read.value === 'help') {
    streams.print(usage);
    return 0;
  }
  const args = read.value;
  if (args.words.length > 0) return wrong(`There is no ${JSON.stringify(args.words[0])}.`);
  if (args.output !== null) return wrong('--output goes with run.');
  const around = surroundings(streams);
  const transport = wayTo(args, around);
  if (!transport.ok) return wrong(transport.error);
  const steps = await testConnection({
    transport: transport.value,
    target: args.node === null ? null : reachTargetOf(args.node),
    readOnly: false,
    time: computerTime,
    log: around.log,
    signal: new AbortController().signal,
    onStep: (step) => {
      if (step.outcome !== 'running') streams.print(linesOf(step));
    },
  });
  return steps.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}

const words: { readonly [Outcome in TestOutcome]: string } = {
  running: '...',
  passed: 'passed',
  warning: 'WARNING',
  failed: 'FAILED',
  skipped: 'skipped',
};

function linesOf({ name, outcome, text, advice, nodes }: TestStep): string {
  const ofNodes = nodes.flatMap((node) => told('', `${node.node}: ${words[node.outcome]}`, node.text, node.advice));
  return `${[...told(name.padEnd(12), words[outcome], text, advice), ...ofNodes].map(printable).join('\n')}\n`;
}

function told(label: string, outcome: string, text: string, advice: string | null): readonly string[] {
  const start = label.padEnd(12);
  const said = `${start}  ${outcome}${text === '' ? '' : `  ${text}`}`;
  return advice === null ? [said] : [said, `${' '.repeat(12)}  -> ${advice}`];
}

import { testConnection } from '#backend/powershell/connection-test/connection-test';
import { reachTargetOf } from '#backend/powershell/connection-test/reach';
import { computerTime } from '#backend/real-time';
import type { TestOutcome, TestStep } from '#shared/contract/connections';
import { clusterOptions } from './cluster-arguments';
import { clusterArgumentsOf } from './cluster-command';
import { wrongCommandLine } from './command-line-error';
import { surroundings, wayTo } from './open-cluster';
import { printable } from './printable';
import type { Streams } from './streams';
import { afterSeconds, timeLimit, timeUpCode } from './time-limit';

const help = (): string => `Usage: test [OPTIONS]

Tries the connection to a cluster step by step, changes nothing, and says for each failure what to do.

${clusterOptions()}`;

/** `test`. 0: nothing failed; 1: a step failed; 2: the command line is wrong; 4: the time was up. */
export async function test(words: readonly string[], streams: Streams): Promise<0 | 1 | 2 | typeof timeUpCode> {
  const args = clusterArgumentsOf('test', words, help, streams);
  if (typeof args === 'number') return args;
  if (args.words.length > 0) return wrongCommandLine('test', `There is no ${JSON.stringify(args.words[0])}.`, streams);
  const around = surroundings(streams);
  const transport = wayTo(args, around);
  if (!transport.ok) return wrongCommandLine('test', transport.error, streams);
  const limit = timeLimit(args.timeout);
  const steps = await testConnection({
    transport: transport.value,
    target: args.node === null ? null : reachTargetOf(args.node),
    readOnly: false,
    time: computerTime,
    log: around.log,
    signal: limit.signal,
    onStep: (step) => {
      if (step.outcome !== 'running') streams.print(linesOf(step));
    },
  });
  limit.stop();
  if (limit.signal.aborted) {
    streams.complain(`test: The time was up ${afterSeconds(args.timeout)}: what was skipped is not known.\n`);
    return timeUpCode;
  }
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

import { parseArgs } from 'node:util';
import { failure, success, type Result } from '#shared/model/result';
import { optionProblem } from './command-line-error';
import { durationOf } from '#simulator/scenario/units';

/** What `simulate` was asked to do. */
export interface SimulateArguments {
  /** A scenario file, or a folder of them. */
  readonly path: string;
  /** Milliseconds; null: as the scenario says. */
  readonly until: number | null;
  /** Null: the scenario's own. */
  readonly seed: number | null;
  /** Null: text for people at a terminal, else JSON. */
  readonly format: 'json' | 'text' | null;
}

/** How `simulate` is used. */
export const simulateUsage = `Usage: simulate FILE|FOLDER [--until TIME] [--seed NUMBER] [--format json|text]

Runs a scenario on a simulated cluster and judges its expectations.
For a folder, every .yaml and .yml file in it, one JSON object a line, and a summary on stderr.

  --until TIME     ends the run at this simulated time, for example 500ms, 10s, 5m or 6h
  --seed NUMBER    a whole number; the same file and seed give the same digest
  --format FORMAT  json (the default when stdout is no terminal) or text
  --help           this text

Exit code 0: every expectation was met. 1: some were not, each is told on stderr.
2: a file or the command line is wrong, nothing is printed on stdout for it. 3: Regroup itself failed.
`;

const options = {
  until: { type: 'string' },
  seed: { type: 'string' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words after `simulate`. The answer is `help` where that was asked; the error is a sentence. */
export function readSimulateArguments(words: readonly string[]): Result<SimulateArguments | 'help', string> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options,
    });
  } catch (error) {
    return failure(optionProblem(error, Object.keys(options)));
  }
  const { positionals, values } = parsed;
  if (values.help === true) return success('help');
  const [path, ...more] = positionals;
  if (path === undefined) return failure('A scenario file or a folder is missing.');
  if (more.length > 0) return failure(`One file or folder at a time: ${JSON.stringify(more[0])} is one too many.`);
  const until = values.until === undefined ? null : timeOf(values.until);
  if (until === undefined)
    return failure(`--until takes a time such as 500ms, 10s, 5m or 6h, not ${JSON.stringify(values.until)}.`);
  const seed = values.seed === undefined ? null : numberOf(values.seed);
  if (seed === undefined) return failure(`--seed takes a whole number, not ${JSON.stringify(values.seed)}.`);
  const { format = null } = values;
  if (format !== null && format !== 'json' && format !== 'text')
    return failure(`--format takes json or text, not ${JSON.stringify(format)}.`);
  return success({ path, until, seed, format });
}

function numberOf(text: string): number | undefined {
  const number = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(number) ? number : undefined;
}

function timeOf(text: string): number | undefined {
  const time = durationOf(text) ?? numberOf(text);
  return time !== undefined && Number.isSafeInteger(time) ? time : undefined;
}

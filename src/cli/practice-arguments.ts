import { parseArgs } from 'node:util';
import { failure, success, type Result } from '#shared/model/result';
import { optionProblem } from './command-line-error';

/** What `practice` was asked to do. */
export interface PracticeArguments {
  /** A scenario file. */
  readonly scenario: string;
  /** Simulated milliseconds in one real millisecond. */
  readonly speed: number;
  readonly paused: boolean;
  readonly advanceWhileWaiting: boolean;
  /** The moment of simulated time 0, milliseconds since 1970; null: the start. */
  readonly epoch: number | null;
  /** A PowerShell to run with the practice modules; null: serve until the input ends. */
  readonly powershell: string | null;
  /** Where the modules lie; null: where they are installed. */
  readonly modulePath: string | null;
}

/** How `practice` is used. */
export const practiceUsage = `Usage: practice --scenario FILE [--speed NUMBER] [--paused] [--advance-while-waiting]
                [--epoch DATE] [--module-path FOLDER] [--powershell PROGRAM]

Serves a simulated cluster to the practice modules for PowerShell, FailoverClusters and Hyper-V. Prints one line of JSON,
{pipe, token, modulePath}, and serves until its input ends.

  --scenario FILE           the cluster
  --speed NUMBER            simulated time in real time, 1 when left out
  --paused                  simulated time stands still
  --advance-while-waiting   a cmdlet that waits lets simulated time pass at once, for scripts and tests
  --epoch DATE              the date of simulated time 0; when left out, simulated time starts now
  --module-path FOLDER      where the modules lie, when not with Regroup
  --powershell PROGRAM      runs this PowerShell with the modules, and ends with it
  --help                    this text
`;

const options = {
  scenario: { type: 'string' },
  speed: { type: 'string' },
  paused: { type: 'boolean' },
  'advance-while-waiting': { type: 'boolean' },
  epoch: { type: 'string' },
  'module-path': { type: 'string' },
  powershell: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words after `practice`. The answer is `help` where that was asked; the error is a sentence. */
export function readPracticeArguments(words: readonly string[]): Result<PracticeArguments | 'help', string> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      options,
    });
  } catch (error) {
    return failure(optionProblem(error, Object.keys(options)));
  }
  const { values } = parsed;
  if (values.help === true) return success('help');
  if (values.scenario === undefined) return failure('--scenario FILE is missing.');
  const speed = Number(values.speed ?? '1');
  if (!(speed > 0 && speed <= 1000)) return failure('--speed takes a number above 0, up to 1000.');
  const epoch = values.epoch === undefined ? null : Date.parse(values.epoch);
  if (Number.isNaN(epoch)) return failure('--epoch takes a date such as 2026-01-31T08:00:00Z.');
  return success({
    scenario: values.scenario,
    speed,
    paused: values.paused === true,
    advanceWhileWaiting: values['advance-while-waiting'] === true,
    epoch,
    powershell: values.powershell ?? null,
    modulePath: values['module-path'] ?? null,
  });
}

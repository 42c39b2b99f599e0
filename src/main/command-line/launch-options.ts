import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { failure, success, type Result } from '#shared/model/result';
import { suggestionFor } from '#shared/suggestion';

/** What the command line asks for. Null and false: not asked. */
export interface LaunchOptions {
  /** Absolute path of the scenario file to open instead of the default training cluster. */
  readonly scenario: string | null;
  /** Simulated milliseconds in one real millisecond. */
  readonly speed: number | null;
  /** Absolute path of the folder for settings, logs and the audit log. */
  readonly userData: string | null;
  /** The training cluster's clock stands still until somebody starts it. */
  readonly paused: boolean;
  /** For tests: connections to real clusters also on an Electron that is too old for them. */
  readonly allowOldElectron: boolean;
  /** PowerShell for connections from this computer: a name on PATH or a path; null: Windows PowerShell. */
  readonly powershell: string | null;
  /** Absolute path of a folder in which agents look first for the modules. */
  readonly modulePath: string | null;
}

const fastest = 1000;

const ownOptions = {
  scenario: { type: 'string' },
  speed: { type: 'string' },
  'user-data': { type: 'string' },
  paused: { type: 'boolean' },
  'allow-old-electron': { type: 'boolean' },
  powershell: { type: 'string' },
  'module-path': { type: 'string' },
} as const;

/** Switches of Chromium and Electron that look like misspelt options of ours. */
const notOurs: ReadonlySet<string> = new Set(['user-data-dir', 'user-agent']);

/**
 * Reads the arguments after the executable. Switches of Chromium and Electron and other arguments are passed over,
 * unless they look like one of our options misspelt.
 * Relative paths count from `folder`. The error has one sentence for each wrong one.
 */
export function parseLaunchOptions(args: readonly string[], folder: string): Result<LaunchOptions, readonly string[]> {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: ownOptions,
  });
  const problems: string[] = misspelt(args);
  const text = (name: 'scenario' | 'user-data' | 'powershell' | 'module-path', what: string): string | null => {
    const value = values[name];
    if (value === undefined) return null;
    if (isGiven(value)) return value;
    problems.push(`--${name} needs ${what} after it.`);
    return null;
  };
  const path = (name: Parameters<typeof text>[0], what: string): string | null => {
    const value = text(name, what);
    return value === null ? null : resolve(folder, value);
  };
  const options: LaunchOptions = {
    scenario: path('scenario', 'a scenario file'),
    speed: speedOf(values.speed, problems),
    userData: path('user-data', 'a folder'),
    paused: values.paused === true,
    allowOldElectron: values['allow-old-electron'] === true,
    powershell: text('powershell', 'the PowerShell to start'),
    modulePath: path('module-path', 'a folder'),
  };
  return problems.length === 0 ? success(options) : failure(problems);
}

/** A sentence for each argument that was probably meant as one of our options. */
function misspelt(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).flatMap((arg) => {
    const name = /^--?([a-z][\w-]*)/i.exec(arg)?.[1];
    // A short option of Node or Electron (`-r`) is no word.
    if (name === undefined || name.length < 4 || notOurs.has(name)) return [];
    const written = arg.split('=', 1)[0] ?? arg;
    const meant = Object.hasOwn(ownOptions, name) ? name : suggestionFor(name, Object.keys(ownOptions));
    if (meant === null || written === `--${meant}`) return [];
    return [`There is no option ${written}. Did you mean --${meant}?`];
  });
}

function isGiven(value: string | boolean): value is string {
  return typeof value === 'string' && value !== '' && !value.startsWith('--');
}

function speedOf(value: string | boolean | undefined, problems: string[]): number | null {
  if (value === undefined) return null;
  const range = `a number above 0 and at most ${fastest}`;
  if (!isGiven(value)) {
    problems.push(`--speed needs ${range} after it.`);
    return null;
  }
  const speed = Number(value);
  if (speed > 0 && speed <= fastest) return speed;
  problems.push(`--speed must be ${range}, and it is "${value}".`);
  return null;
}

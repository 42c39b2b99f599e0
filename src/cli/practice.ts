import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { delimiter } from 'node:path';
import { startInlineWorker } from '#backend/simulated/inline-worker';
import { computerTime } from '#backend/real-time';
import { createSimulatedBackend } from '#backend/simulated/simulated-backend';
import { startPracticeServer, type PracticeServer } from '#backend/practice/practice-server';
import { wrongCommandLine } from './command-line-error';
import { practiceUsage, readPracticeArguments, type PracticeArguments } from './practice-arguments';
import { printable } from './printable';
import { textOf } from './scenario-files';
import type { Streams } from './streams';

/** What a client has to know, as the one line on stdout says it. */
interface Offer {
  readonly pipe: string;
  readonly token: string;
  /** The folder for PSModulePath. */
  readonly modulePath: string;
}

/** Until nobody needs it any more: the input ends, or somebody presses Ctrl+C. */
function untilNotNeeded(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once('end', () => resolve());
    process.stdin.once('error', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    process.stdin.resume();
  });
}

/** Runs a PowerShell that knows the practice cluster, in this very terminal. Answers its exit code; 2 when there is none. */
function runPowerShell(executable: string, offer: Offer, streams: Streams): Promise<number> {
  const { PSModulePath = '' } = process.env;
  const shell = spawn(executable, ['-NoLogo'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      REGROUP_PRACTICE_PIPE: offer.pipe,
      REGROUP_PRACTICE_TOKEN: offer.token,
      PSModulePath: [offer.modulePath, PSModulePath].filter((part) => part !== '').join(delimiter),
    },
  });
  // Ctrl+C is for the shell; Regroup ends with it.
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  return new Promise((resolve) => {
    const end = (code: number): void => {
      process.off('SIGINT', ignore);
      resolve(code);
    };
    shell.once('error', ({ message }) => {
      streams.complain(
        `practice: ${printable(`${JSON.stringify(executable)} is no PowerShell that can be started on this computer (${message}). Name another with --powershell, or install PowerShell 7.`)}\n`,
      );
      end(2);
    });
    shell.once('exit', (code) => end(code ?? 1));
  });
}

async function serve(server: PracticeServer, options: PracticeArguments, streams: Streams): Promise<number> {
  const modulePath = options.modulePath ?? join(__dirname, '..', '..', 'resources', 'powershell', 'RegroupPractice');
  const offer: Offer = { pipe: server.pipe, token: server.token, modulePath };
  if (options.powershell !== null) return runPowerShell(options.powershell, offer, streams);
  streams.print(`${JSON.stringify(offer)}\n`);
  await untilNotNeeded();
  return 0;
}

/** Serves a simulated cluster to the practice modules. Exit code 2: a file or the command line is wrong. */
export async function practice(words: readonly string[], streams: Streams): Promise<number> {
  const read = readPracticeArguments(words);
  if (!read.ok) return wrongCommandLine('practice', read.error, streams);
  if (read.value === 'help') {
    streams.print(practiceUsage);
    return 0;
  }
  const options = read.value;
  const text = textOf(options.scenario);
  if (!text.ok) {
    streams.complain(`practice: ${text.error}\n`);
    return 2;
  }
  const backend = createSimulatedBackend({
    startWorker: () => startInlineWorker(computerTime),
    scenarios: [{ file: options.scenario, text: text.value }],
    speed: options.speed,
    paused: options.paused,
  });
  const opened = await backend.connect();
  if (!opened.ok) {
    streams.complain(`practice: ${opened.error.message}\n`);
    return 2;
  }
  const { advanceWhileWaiting } = options;
  const server = await startPracticeServer({ backend, advanceWhileWaiting, epoch: options.epoch });
  try {
    return await serve(server, options, streams);
  } finally {
    await server.close();
    await backend.close();
  }
}

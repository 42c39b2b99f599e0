import { auditFileIn } from '#backend/audit/audit-by';
import { suggestionFor } from '#shared/suggestion';
import { wrongCommandLine } from './command-line-error';
import { practice } from './practice';
import { run as runCommand } from './run-command';
import { script } from './script';
import { simulate } from './simulate';
import { snapshot } from './snapshot';
import { test } from './test-connection';
import { traceOf, type Streams } from './streams';
import { userDataFolder } from './user-data';

const usage = `Usage: regroup COMMAND [ARGUMENTS]

  simulate FILE|FOLDER   runs scenarios on a simulated cluster; "simulate --help" tells more
  snapshot               reads a real cluster and prints it; "snapshot --help" tells more
  test                   tries the connection to a real cluster step by step; "test --help" tells more
  run COMMAND            runs a command of the catalogue on a real cluster; "run --help" tells more
  script COMMAND         prints the PowerShell behind a command
  practice               serves a simulated cluster to the practice modules for PowerShell; "practice --help" tells more

What "run" does is added to the audit log, which the window shows in My actions:
${auditFileIn(userDataFolder())}
`;

const commands = ['simulate', 'snapshot', 'test', 'run', 'script', 'practice'];

const streams: Streams = {
  terminal: process.stdout.isTTY,
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
};

function run([command, ...words]: readonly string[]): number | Promise<number> {
  if (command === 'simulate') return simulate(words, streams);
  if (command === 'snapshot') return snapshot(words, streams);
  if (command === 'test') return test(words, streams);
  if (command === 'run') return runCommand(words, streams);
  if (command === 'script') return script(words, streams);
  if (command === 'practice') return practice(words, streams);
  if (command === '--help' || command === '-h' || command === 'help') {
    streams.print(usage);
    return 0;
  }
  if (command === undefined) {
    streams.complain(usage);
    return 2;
  }
  const near = suggestionFor(command, commands);
  const problem = `There is no command ${JSON.stringify(command)}${near === null ? '.' : `: was ${near} meant?`}`;
  return wrongCommandLine(null, problem, streams);
}

/** A reader that has seen enough, as in a pipe to `head`, is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The exit code is set and not forced, so that everything written to a pipe arrives.
async function main(): Promise<void> {
  try {
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    streams.complain(`regroup: something went wrong in Regroup itself.\n${traceOf(error)}\n`);
    process.exitCode = 3;
  }
}

void main();

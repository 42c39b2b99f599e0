import { catalogue, commandOf, isCommandName, type CommandName } from '#shared/commands/catalogue';
import { renderScript } from '#shared/commands/render-script';
import { secondHopWarning } from '#shared/commands/second-hop';
import { clusterView } from '#shared/model/cluster-view';
import type { ClusterError } from '#shared/model/cluster-error';
import type { JsonValue, Operation } from '#shared/model/operation';
import type { ClusterBackend } from '#backend/cluster-backend';
import { presentSnapshot } from '#backend/present-snapshot';
import { success } from '#shared/model/result';
import { auditFileIn } from '#backend/audit/audit-by';
import { clusterOptions, readClusterArguments, type ClusterArguments } from './cluster-arguments';
import { audited } from './audited';
import { commandList, keyProblems, unknownCommand } from './command-keys';
import { inputOf } from './key-values';
import { openCluster } from './open-cluster';
import { folderProblem, saveFiles } from './save-files';
import { printable, printableJson } from './printable';
import type { Streams } from './streams';
import { userDataFolder } from './user-data';

/** 0: done; 1: the cluster could not be read or refused; 2: the command line is wrong. */
type ExitCode = 0 | 1 | 2;

const usages = {
  snapshot: 'snapshot [OPTIONS]',
  run: 'run COMMAND KEY=VALUE ... [OPTIONS]',
  script: 'script COMMAND KEY=VALUE ...',
};

const runOptions = `  --output FOLDER          where logs and reports that the command brings back are written
  --user-data FOLDER       the window's folder of that name, if it was given one
`;

/** What `--help` says after the usage. */
const helps: { readonly [Key in Name]: () => string } = {
  snapshot: () => `Reads a cluster and prints its snapshot as one JSON object.\n\n${clusterOptions}`,
  run: () =>
    `Runs one command of the catalogue on a cluster, waits for its end and prints its operation as JSON.\n\n${runOptions}${clusterOptions}\nWho ran what, where and how it ended is added to the audit log, which the window shows in My actions:\n${auditFileIn(userDataFolder())}\n\n${commandList()}`,
  script: () => `Prints the PowerShell behind a command. Nothing is run.\n\n${commandList()}`,
};

interface Named {
  readonly command: CommandName;
  readonly input: { readonly [key: string]: JsonValue };
}

/** `snapshot`. */
export async function snapshot(words: readonly string[], streams: Streams): Promise<ExitCode> {
  const args = argumentsOf('snapshot', words, streams);
  if (typeof args === 'number') return args;
  if (args.words.length > 0) return wrong('snapshot', `There is no ${JSON.stringify(args.words[0])}.`, streams);
  if (args.output !== null) return wrong('snapshot', '--output goes with run.', streams);
  if (args.userData !== null) return wrong('snapshot', '--user-data goes with run.', streams);
  return withCluster('snapshot', args, streams, (backend) => {
    streams.print(`${printableJson(presentSnapshot(backend))}\n`);
    return Promise.resolve(0);
  });
}

/** `run`. */
export async function run(words: readonly string[], streams: Streams): Promise<ExitCode> {
  const args = argumentsOf('run', words, streams);
  if (typeof args === 'number') return args;
  const named = commandIn(args.words);
  if (typeof named === 'string') return wrong('run', named, streams);
  const problem = args.output === null ? null : folderProblem(args.output);
  if (problem !== null) return wrong('run', problem, streams);
  return withCluster('run', args, streams, async (opened) => {
    const backend = audited(opened, args, streams);
    const present = presentSnapshot(backend);
    const view = present && clusterView(present);
    const warning = args.node === null ? null : secondHopWarning(commandOf(named.command).script(named.input, view));
    if (warning !== null) streams.complain(`run: ${printable(warning)}\n`);
    const started = await backend.execute(named);
    const operation = started.ok ? await endOf(backend, started.value) : refusedOperation(named, started.error);
    streams.print(`${printableJson(operation)}\n`);
    if (operation.error !== null) complainOf('run', operation.error, streams);
    const saved = args.output === null ? success(null) : await saveFiles(backend, operation, args.output);
    if (!saved.ok) complainOf('run', saved.error, streams);
    return operation.outcome === 'succeeded' && saved.ok ? 0 : 1;
  });
}

/** `script`. */
export function script(words: readonly string[], streams: Streams): ExitCode {
  const args = argumentsOf('script', words, streams);
  if (typeof args === 'number') return args;
  if (args.words.length < words.length) return wrong('script', 'It takes no options: it reaches no cluster.', streams);
  const named = commandIn(args.words);
  if (typeof named === 'string') return wrong('script', named, streams);
  streams.print(`${renderScript(commandOf(named.command).script(named.input))}\n`);
  return 0;
}

type Name = keyof typeof usages;

function argumentsOf(name: Name, words: readonly string[], streams: Streams): ClusterArguments | ExitCode {
  const read = readClusterArguments(words);
  if (!read.ok) return wrong(name, read.error, streams);
  if (read.value !== 'help') return read.value;
  streams.print(`Usage: ${usages[name]}\n\n${helps[name]()}`);
  return 0;
}

function wrong(name: Name, problem: string, streams: Streams): 2 {
  streams.complain(`${name}: ${printable(problem)}\n\nUsage: ${usages[name]}\n"${name} --help" tells more.\n`);
  return 2;
}

/** The command that words name, checked; a sentence when they name none. */
function commandIn([command, ...pairs]: readonly string[]): Named | string {
  if (command === undefined) return 'A command of the catalogue is missing.';
  if (!isCommandName(command)) return unknownCommand(command);
  const read = inputOf(pairs, catalogue[command].input);
  if (!read.ok) return read.error;
  const parsed = catalogue[command].input.safeParse(read.value);
  if (parsed.success) return { command, input: parsed.data };
  return `${command}: ${keyProblems(command, parsed.error, Object.keys(read.value))}`;
}

async function withCluster(
  name: Name,
  args: ClusterArguments,
  streams: Streams,
  use: (backend: ClusterBackend) => Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = openCluster(args, streams);
  if (!opened.ok) return wrong(name, opened.error, streams);
  const backend = opened.value;
  try {
    const connected = await backend.connect();
    const read = connected.ok ? await backend.refresh() : connected;
    if (read.ok) return await use(backend);
    complainOf(name, read.error, streams);
    return 1;
  } finally {
    await backend.close();
  }
}

function complainOf(name: Name, { message, advice }: ClusterError, streams: Streams): void {
  streams.complain(`${name}: ${printable(advice === null ? message : `${message} ${advice}`)}\n`);
}

/** Waits until an operation is over; one whose fate is unknown until a reading has settled it, or has not. */
function endOf(backend: ClusterBackend, operation: Operation): Promise<Operation> {
  return new Promise((resolve) => {
    let stop = (): void => undefined;
    const look = (operations: readonly Operation[]): void => {
      const present = operations.find(({ id }) => id === operation.id);
      if (present === undefined || present.outcome === 'running') return;
      resolve(present);
      setImmediate(() => stop());
    };
    stop = backend.subscribe((update) => {
      if (update.kind === 'snapshot') look(update.snapshot.operations);
      if (update.kind === 'delta') look(update.delta.upserts.operations ?? []);
    });
  });
}

function refusedOperation({ command, input }: Named, error: ClusterError): Operation {
  const definition = commandOf(command);
  const now = Date.now();
  return {
    id: 'refused',
    label: null,
    command,
    title: definition.describe(input),
    input,
    target: definition.targetOf(input),
    initiator: 'administrator',
    parent: null,
    startedAt: now,
    endedAt: now,
    outcome: 'failed',
    error,
    progress: { percent: null, text: 'Refused', remaining: null },
    cancel: null,
    migration: null,
  };
}

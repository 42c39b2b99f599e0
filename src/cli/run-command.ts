import { auditFileIn } from '#backend/audit/audit-by';
import type { ClusterBackend } from '#backend/cluster-backend';
import { sentText } from '#backend/powershell/acting/command-runner';
import { presentSnapshot } from '#backend/present-snapshot';
import { commandOf } from '#shared/commands/catalogue';
import { secondHopWarning } from '#shared/commands/second-hop';
import type { ClusterError } from '#shared/model/cluster-error';
import { clusterView } from '#shared/model/cluster-view';
import type { Operation } from '#shared/model/operation';
import { success } from '#shared/model/result';
import { audited } from './audited';
import { clusterOptions, type ClusterArguments } from './cluster-arguments';
import { clusterArgumentsOf } from './cluster-command';
import { commandList } from './command-keys';
import { wrongCommandLine } from './command-line-error';
import { commandIn, type NamedCommand } from './named-command';
import { nearName } from './near-name';
import { printable, printableJson } from './printable';
import { folderProblem, saveFiles } from './save-files';
import type { Streams } from './streams';
import { userDataFolder } from './user-data';
import { timeLimit, timeUpCode } from './time-limit';
import { complainOf, withCluster, type ClusterExitCode, type ClusterUse } from './with-cluster';

const runOptions = `  --output FOLDER          where logs and reports that the command brings back are written
`;

const help = (): string =>
  `Usage: run COMMAND KEY=VALUE ... [OPTIONS]\n\nRuns one command of the catalogue on a cluster, waits for its end and prints its operation as JSON. Of the cluster only\nwhat the command looks at is read.\n\n${runOptions}${clusterOptions()}\nWho ran what, where and how it ended is added to the audit log, which the window shows in My actions:\n${auditFileIn(userDataFolder())}\n\n${commandList()}`;

/** `run`. */
export async function run(
  words: readonly string[],
  streams: Streams,
  limitOf: typeof timeLimit = timeLimit,
): Promise<ClusterExitCode> {
  const args = clusterArgumentsOf('run', words, help, streams);
  if (typeof args === 'number') return args;
  const named = commandIn(args.words);
  if (typeof named === 'string') return wrongCommandLine('run', named, streams);
  const problem = args.output === null ? null : folderProblem(args.output);
  if (problem !== null) return wrongCommandLine('run', problem, streams);
  return withCluster('run', args, streams, commandRun(named, args, streams), limitOf);
}

/** One run of a command, which knows how far it is. */
function commandRun(named: NamedCommand, args: ClusterArguments, streams: Streams): ClusterUse {
  let backend: ClusterBackend | null = null;
  let operation: Operation | null = null;

  const use: ClusterUse['use'] = async (opened, own, stop) => {
    const name = presentSnapshot(opened)?.cluster.name ?? 'the cluster';
    own.complain(`run: Connected to ${printable(name)}. Reading what ${named.command} looks at.\n`);
    const read = await opened.readFor(named);
    if (stop.aborted) return timeUpCode;
    if (!read.ok) {
      complainOf('run', read.error, own);
      return 1;
    }
    const warning = args.node === null ? null : warningOf(named, opened);
    if (warning !== null) own.complain(`run: ${printable(warning)}\n`);
    backend = audited(opened, args, streams);
    const started = await backend.execute(named);
    operation = started.ok ? started.value : refusedOperation(named, wordsOfRefusal(started.error, named, opened));
    if (started.ok) {
      own.complain(`run: ${printable(operation.title)}: sent.\n`);
      operation = await endOf(backend, started.value);
    } else complainOfUnread(backend, own);
    own.print(`${printableJson(operation)}\n`);
    if (operation.error !== null) complainOf('run', operation.error, own);
    const saved = args.output === null ? success(null) : await saveFiles(backend, operation, args.output);
    if (!saved.ok) complainOf('run', saved.error, own);
    return operation.outcome === 'succeeded' && saved.ok ? 0 : 1;
  };

  const timeUp = async (connected: boolean): Promise<string> => {
    const notBegun = `${named.command} was not begun: nothing was changed.`;
    if (backend === null) {
      const doing = connected ? 'What the command looks at was still being read' : 'The cluster had not answered';
      return `${doing}. ${notBegun}`;
    }
    const id = operation?.id;
    const present = presentSnapshot(backend)?.operations.find((one) => one.id === id) ?? operation;
    // The audit log is told that nobody knows how it ended.
    await backend.close();
    const look = 'Regroup does not cancel it. Look at the cluster (the object and its events) before you do it again.';
    // An agent that is ended may not have come to the cmdlet yet.
    const maybe = `${named.command} was sent and may have begun: nobody knows.`;
    if (present === null) return `${maybe} ${look}`;
    if (present.outcome !== 'running')
      return `${named.command} has ended (${present.outcome}); its files are not whole.`;
    if (present.progress.text === sentText) {
      streams.print(`${printableJson({ ...present, outcome: 'unknown' })}\n`);
      return `${maybe} ${look}`;
    }
    streams.print(`${printableJson(present)}\n`);
    return `${named.command} has begun (${present.progress.text}); how it ends is not known. ${look}`;
  };
  return { use, timeUp };
}

/** What to know about a second hop before a command is carried out through a node; null: nothing. */
function warningOf({ command, input }: NamedCommand, backend: ClusterBackend): string | null {
  const present = presentSnapshot(backend);
  return secondHopWarning(commandOf(command).script(input, present && clusterView(present)));
}

/** Where something was named that is not there, the advice is the name that was probably meant. */
function wordsOfRefusal(error: ClusterError, named: NamedCommand, backend: ClusterBackend): ClusterError {
  const present = error.kind === 'notFound' ? presentSnapshot(backend) : undefined;
  return present === undefined ? error : { ...error, advice: nearName(named, present) ?? error.advice };
}

/** A refusal may come from what could not be read. */
function complainOfUnread(backend: ClusterBackend, streams: Streams): void {
  const readings = presentSnapshot(backend)?.readings ?? [];
  const problems = readings.flatMap(({ ofNode, problem }) => {
    if (problem === null) return [];
    return [ofNode === null || problem.startsWith(ofNode) ? problem : `${ofNode}: ${problem}`];
  });
  for (const problem of [...new Set(problems)].slice(0, mostProblems))
    streams.complain(`run: Not everything could be read: ${printable(problem)}\n`);
}

const mostProblems = 3;

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

function refusedOperation({ command, input }: NamedCommand, error: ClusterError): Operation {
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

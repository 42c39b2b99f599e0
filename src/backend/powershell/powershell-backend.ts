import type { ConnectionState } from '#shared/contract/cluster-update';
import { clusterError, type ClusterError, type ClusterErrorKind } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import { checkCommand } from '../check-command';
import { allSeen, type ClusterAttention } from '../attention';
import type { ClusterBackend, CommandRequest } from '../cluster-backend';
import { onlyReads } from '#shared/commands/catalogue';
import { onlyLooksRefusal, readOnlyRefusal } from '../read-only';
import type { RealTime } from '../real-time';
import { createUpdateHub } from '../update-hub';
import { withFate, type AgentLog } from './agent/agent-request';
import { createClusterLine, type ClusterLine } from './cluster-line';
import type { ClusterTransport } from './cluster-transport';
import { refuseCommands, type CommandRunner, type CommandSurroundings } from './command-runner';
import { nodeStates, wordOf } from './reading/enumerations';
import type { ClusterSection } from './reading/cluster-rows';
import { createEventHistory } from './reading/event-history';
import { createEventLog } from './reading/event-log';
import { createPublisher } from './reading/publisher';
import { answerQuery } from './reading/queries';
import { readForCommand } from './reading/read-for-command';
import { createReadState } from './reading/read-state';
import { withMigrations } from './reading/with-migrations';
import { createReconnection } from './reconnection';

/** What a real cluster is reached with. */
export interface PowerShellBackendOptions {
  readonly transport: ClusterTransport;
  readonly time: RealTime;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: AgentLog;
  /** What windows show of the cluster. Without it: everything. */
  readonly attention?: ClusterAttention;
  /** Commands are refused. */
  readonly readOnly?: boolean;
  /** Beyond the cheap sections only what `readFor` and `refresh` ask for is read. Without it: everything, again and again. */
  readonly onDemand?: boolean;
  /** Makes what carries out commands; without it they are refused. */
  readonly createRunner?: (around: CommandSurroundings) => CommandRunner;
}

/** A real cluster. */
export interface PowerShellBackend extends ClusterBackend {
  /** Reads what a command looks at, and no more of the cluster than that: for one that was opened `onDemand`. */
  readFor(request: CommandRequest): Promise<Result<null>>;
}

/** What commands change. */
const observed: readonly ClusterSection[] = ['groups', 'nodes', 'resources'];

/** A real cluster, through PowerShell. It is not connected yet. */
export function createPowerShellBackend(options: PowerShellBackendOptions): PowerShellBackend {
  const {
    transport,
    time,
    now,
    log,
    readOnly = false,
    onDemand = false,
    createRunner = refuseCommands,
    attention = allSeen,
  } = options;
  const state = createReadState();
  let line: ClusterLine | null = null;
  let closed = false;
  /** Sections that were read since the runner looked last. */
  const readSince = new Set<ClusterSection>();

  const hub = createUpdateHub({
    onGap: () => publisher.whole(),
    onWatched: () => line?.replan(),
  });
  const inattentive = attention.onChange(() => line?.replan());
  const tell = (connection: ConnectionState): void => hub.tell([{ kind: 'connection', connection }]);
  const runner = createRunner({
    time,
    now,
    log,
    request: (lane, request) =>
      line?.request(lane, request) ?? Promise.resolve(failure(withFate(notConnected(closed), 'notBegun'))),
    migrations: () => line?.migrations ?? new Map(),
    blackouts: (node) => line?.blackouts(node) ?? Promise.resolve(null),
    readEvents: (node) => line?.readEvents(node) ?? Promise.resolve(),
    events: () => events.events,
    changed: () => publisher.changed(),
    readNow: () => line?.readSoon(),
  });
  const publisher = createPublisher({
    state,
    time,
    now,
    operations: () => withMigrations(runner.operations, line?.migrations ?? new Map(), publisher.view),
    tell: (updates) => hub.tell(updates),
    onRead: (view) => {
      runner.meet(view);
      // One look a reading of all that a command can change: some things count how often nothing moved.
      if (!observed.every((section) => readSince.has(section))) return;
      readSince.clear();
      runner.observe(view);
    },
  });
  const events = createEventLog({
    view: () => publisher.view,
    tell: (added) => hub.tell([{ kind: 'events', events: added }]),
  });

  const history = createEventHistory({
    events,
    time,
    read: async (wanted) => (await line?.readOlder(wanted)) ?? failure(notConnected(closed)),
  });

  /** Agents that are being ended. */
  const ending = new Set<Promise<void>>();
  const closing = (end: Promise<void>): void => {
    ending.add(end);
    void end.finally(() => ending.delete(end));
  };

  /** The nodes that were read last, those that are up first. */
  const knownNodes = (): readonly string[] => {
    const isUp = (value: string): boolean => value === 'Up' || value === 'Paused';
    const nodes = state.rows.nodes.map(({ Name, State }) => ({ Name, up: isUp(wordOf(nodeStates, State, 'Unknown')) }));
    return [...nodes].sort((one, other) => Number(other.up) - Number(one.up)).map(({ Name }) => Name);
  };

  const reconnection = createReconnection({
    time,
    seats: () => transport.seats(knownNodes()),
    open: (seat) => {
      const opened: ClusterLine = createClusterLine({
        transport,
        seat,
        state,
        events,
        time,
        now,
        log,
        onDemand,
        parts: () => (hub.isWatched ? attention.parts : null),
        isBusy: () => runner.operations.some(({ outcome }) => outcome === 'running'),
        onChange: (section) => {
          if (section !== null) readSince.add(section);
          publisher.changed();
        },
        onLost: (error) => {
          if (opened !== line) return;
          log('warn', `${seat.name}: ${error.message}`);
          line = null;
          closing(opened.close());
          tell({ status: 'lost', error: lostError(error, publisher.snapshot !== null) });
          reconnection.begin();
        },
      });
      return opened;
    },
    onOpen: (opened) => {
      line = opened;
      publisher.whole();
      tell({
        status: 'connected',
        ...(opened.onlyLooks && { onlyLooks: true }),
        ...(opened.onlyLooks && opened.reports && { reports: true }),
      });
      opened.begin();
    },
    onFailure: (error) => tell({ status: 'lost', error: lostError(error, publisher.snapshot !== null) }),
    closing,
  });

  return {
    // An agent that has to name nodes runs on this computer, as its user.
    capabilities: { training: false, readOnly, secondHop: !transport.namesNodes },
    training: null,
    connect: async (signal) => {
      if (closed) return failure(notConnected(closed));
      if (line !== null) return success(null);
      if (publisher.snapshot === null) tell({ status: 'connecting' });
      transport.signIn?.askAgain();
      return reconnection.now(signal);
    },
    subscribe: (listener) => hub.subscribe(listener),
    execute: async (request) => {
      const { view } = publisher;
      if (line === null || view === null) return failure(notConnected(closed));
      if (line.onlyLooks && !(line.reports && onlyReads(request.command))) return failure(onlyLooksRefusal);
      if (readOnly && !onlyReads(request.command)) return failure(readOnlyRefusal);
      const checked = checkCommand(request, view);
      return checked.ok ? runner.execute(checked.value, view) : checked;
    },
    query: async (name, input, signal) => {
      // What was read before the connection was lost stays readable.
      const { view } = publisher;
      if (closed || view === null) return failure(notConnected(closed));
      await Promise.resolve();
      if (signal?.aborted === true) return failure(clusterError('cancelled', 'The question was withdrawn.'));
      return answerQuery(name, input, { view, events, history, signal });
    },
    readFile: (operation, name) => runner.readFile(operation, name),
    refresh: async (): Promise<Result<null>> => {
      const current = line;
      if (current === null) return failure(notConnected(closed));
      await current.refresh();
      if (line !== current) return failure(notConnected(closed));
      publisher.whole();
      return success(null);
    },
    readFor: async (request): Promise<Result<null>> => {
      const current = line;
      if (current === null) return failure(notConnected(closed));
      await readForCommand(request, {
        view: () => publisher.view,
        readDetails: async (details) => {
          await current.readDetails(details);
          publisher.whole();
        },
        readEvents: (node) => current.readEvents(node),
      });
      return line === current ? success(null) : failure(notConnected(closed));
    },
    close: async () => {
      if (closed) return;
      closed = true;
      inattentive();
      hub.close();
      publisher.stop();
      runner.close();
      reconnection.stop();
      if (line !== null) closing(line.close());
      line = null;
      transport.signIn?.close();
      // What was being tried is given up in a later turn.
      await Promise.resolve();
      while (ending.size > 0) await Promise.all(ending);
    },
  };
}

function notConnected(closed: boolean): ClusterError {
  return closed
    ? clusterError('notConnected', 'The connection was closed.', { advice: 'Connect again.' })
    : clusterError('notConnected', 'There is no connection to the cluster.', {
        advice: 'Wait until Regroup has found a node that answers, or connect again.',
      });
}

/** With these somebody has to do something. */
const ownAdvice: ReadonlySet<ClusterErrorKind> = new Set(['accessDenied', 'unsupported', 'badInput', 'refused']);

/** Why a connection is lost, with what to do and what is done about it. `isRead`: whether anything was read before. */
function lostError(error: ClusterError, isRead: boolean): ClusterError {
  // Who cancelled is not asked again unless they ask to connect: no trying gets anywhere until then.
  if (error.kind === 'cancelled') return error;
  const own = !isRead || ownAdvice.has(error.kind) ? error.advice : null;
  const tries = isRead
    ? 'Regroup goes on trying, also from the other nodes that it knows. What was read last stays in view.'
    : 'Regroup goes on trying.';
  return { ...error, advice: own === null ? tries : `${own} ${tries}` };
}

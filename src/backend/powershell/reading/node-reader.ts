import type { z } from 'zod';
import type { ClusterError } from '#shared/model/cluster-error';
import { foldName } from '#shared/model/cluster-view';
import type { JsonValue } from '#shared/model/operation';
import { failure, type Result } from '#shared/model/result';
import type { ReadPart } from '#shared/model/snapshot';
import type { RealTime } from '../../real-time';
import type { AgentError } from '../agent/agent-request';
import { nodeSections, type NodeSection } from './cluster-rows';
import { nodeStates, wordOf } from './enumerations';
import { eventPage, type WantedEvents } from './event-channels';
import type { EventLog } from './event-log';
import { createNodeSchedule, type NodeSchedule } from './node-schedule';
import type { ReadState, RowsOfNode } from './read-state';
import { createRepeat, type Repeat } from './repeat';
import type { EventRow } from './rows/event-row';
import { nodePlans, pauses } from './section-plan';
import type { SectionReader } from './section-reader';

/** Reads from each node what only it knows, each node for itself: one that hangs holds up no other. */
export interface NodeReader {
  /** Looks which nodes there are and which of them are up. New ones and those that came up are read at once. */
  look(): void;
  /** Reads all nodes now; resolves when that is done. */
  all(): Promise<void>;
  /** Reads these nodes soon, as far as they answer quickly. */
  soon(nodes: readonly string[]): void;
  /** Reads these parts of a node now; resolves when that is done, whether it answered or not. */
  readParts(node: string, parts: readonly RowsOfNode[]): Promise<void>;
  /** Reads what a node logged since it was read last; resolves when that is done, whether it answered or not. */
  readEvents(node: string): Promise<void>;
  /** Reads what a node logged before that. Fails at once for one that is not up or did not answer last. */
  readOlder(wanted: WantedEvents): Promise<Result<readonly EventRow[], Pick<ClusterError, 'message'>>>;
  replan(): void;
  stop(): void;
}

interface NodeReaderOptions {
  readonly read: SectionReader;
  readonly state: ReadState;
  readonly events: EventLog;
  readonly time: RealTime;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What windows show of the cluster, see `ClusterAttention`. */
  readonly parts: () => ReadonlySet<ReadPart> | null;
  /** Whether agents of a node's lane run elsewhere and have to be told the node. */
  readonly namesNodes: boolean;
  /** Nothing is read but what is asked for. */
  readonly onDemand: boolean;
  readonly onChange: () => void;
}

interface NodeJob {
  readonly name: string;
  readonly repeat: Repeat;
  isUp: boolean;
  readonly schedule: NodeSchedule;
  /** Rounds in a row in which the node answered nothing. */
  failures: number;
  /** Why not, when it answered nothing last. */
  problem: string | null;
  /** When the last round ended, by `time`. */
  endedAt: number;
  /** Whether its events were asked for once. */
  hasTold: boolean;
}

/** So many pages of events are read in a row at most. */
const mostPages = 10;
/** The first events of all nodes are waited for so long (milliseconds), to tell them in order. */
const patience = 10_000;

const failureKinds: readonly string[] = ['timeout', 'agentCrashed', 'notConnected', 'accessDenied', 'cancelled'];

/** Whether the node itself did not answer, so that nothing else needs to be asked of it now. */
function isNodeFailure({ kind }: AgentError): boolean {
  return failureKinds.includes(kind);
}

/** A reader that has not begun. */
export function createNodeReader(options: NodeReaderOptions): NodeReader {
  const { read, state, events, time, onChange } = options;
  const jobs = new Map<string, NodeJob>();
  let stopped = false;
  const isStopped = (): boolean => stopped;
  let cancelOpening: (() => void) | null = null;

  const ask = <Row>(job: NodeJob, section: NodeSection, schema: z.ZodType<Row>, args: Args = {}) => {
    const place: Args = options.namesNodes ? { computer: job.name } : {};
    const { timeout } = nodePlans[section];
    return read({ node: job.name }, section, schema, { timeout, args: { ...place, ...args } });
  };

  /** Asks for what is read again and again. */
  const readSection = async <Row>(job: NodeJob, section: NodeSection, schema: z.ZodType<Row>, args?: Args) => {
    const begun = time.now();
    const answer = await ask(job, section, schema, args);
    if (stopped) return answer;
    job.schedule.asked(section, { begun, ended: time.now() }, answer.ok ? null : answer.error);
    if (!answer.ok)
      state.failNode(job.name, section, answer.error.kind === 'unsupported' ? null : answer.error.message);
    return answer;
  };

  /** Answers why not, when it could not be read. */
  const readRows = async (job: NodeJob, section: RowsOfNode): Promise<AgentError | null> => {
    const answer = await readSection(job, section, nodeSections[section] as z.ZodType);
    if (stopped) return null;
    // The rows come from the schema of this very section.
    if (answer.ok) state.putNode(job.name, section, answer.value as never, options.now());
    onChange();
    return answer.ok ? null : answer.error;
  };

  const readEvents = async (job: NodeJob): Promise<AgentError | null> => {
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await readSection(job, 'events', nodeSections.events, {
        limit: eventPage,
        since: events.since(job.name),
      });
      if (stopped) return null;
      if (answer.ok) state.toldNode(job.name, 'events', options.now());
      onChange();
      if (!answer.ok) return answer.error;
      const added = events.add(job.name, answer.value);
      if (added < eventPage || !job.hasTold) break;
    }
    return null;
  };

  const openWhenAllTold = (): void => {
    if ([...jobs.values()].every(({ isUp, hasTold }) => hasTold || !isUp)) events.open();
  };

  const round = async (job: NodeJob): Promise<void> => {
    if (isStopped() || !job.isUp) return;
    let hasAnswered = false;
    let failed: AgentError | null = null;
    const due = job.schedule.due(time.now());
    for (const section of due) {
      const error = section === 'events' ? await readEvents(job) : await readRows(job, section);
      if (isStopped()) return;
      failed = error !== null && isNodeFailure(error) ? error : null;
      if (failed !== null) break;
      hasAnswered = true;
    }
    const isAway = failed !== null && !hasAnswered;
    job.failures = isAway ? job.failures + 1 : 0;
    job.problem = isAway ? (failed?.message ?? null) : null;
    if (failed !== null && isAway && due.includes('events')) {
      // They were not asked for after that; that they are missing has the same reason.
      state.failNode(job.name, 'events', failed.message);
      onChange();
    }
    job.hasTold = true;
    job.endedAt = time.now();
    openWhenAllTold();
  };

  const pauseOf = (job: NodeJob): number | null => {
    if (!job.isUp) return null;
    if (job.failures > 0) return Math.min(pauses.longest, pauses.failed * 2 ** job.failures);
    return Math.max(0, job.schedule.next - job.endedAt);
  };

  const begin = (name: string): NodeJob => {
    const job: NodeJob = {
      name,
      isUp: false,
      failures: 0,
      problem: null,
      schedule: createNodeSchedule(options.parts),
      endedAt: 0,
      hasTold: false,
      repeat: createRepeat({ time, work: () => round(job), pause: () => pauseOf(job) }),
    };
    jobs.set(foldName(name), job);
    return job;
  };

  return {
    look: () => {
      if (options.onDemand) events.open();
      else cancelOpening ??= time.after(patience, () => events.open());
      const there = new Set<string>();
      for (const { Name, State } of state.rows.nodes) {
        there.add(foldName(Name));
        const job = jobs.get(foldName(Name)) ?? begin(Name);
        const word = wordOf(nodeStates, State, 'Unknown');
        const isUp = word === 'Up' || word === 'Paused';
        if (isUp && !job.isUp) {
          job.isUp = true;
          job.failures = 0;
          job.problem = null;
          job.schedule.hurry(time.now());
          if (!options.onDemand) void job.repeat.now();
        } else if (!isUp) {
          job.isUp = false;
          job.problem = `${Name} is ${word === 'Joining' ? 'joining the cluster' : word === 'Down' ? 'down' : 'in an unknown state'}.`;
          state.failNode(Name, 'machines', job.problem);
          state.failNode(Name, 'events', job.problem);
        }
      }
      for (const [key, job] of jobs) {
        if (there.has(key)) continue;
        job.isUp = false;
        job.repeat.stop();
        jobs.delete(key);
      }
      openWhenAllTold();
    },
    all: async () => {
      const up = [...jobs.values()].filter(({ isUp }) => isUp);
      for (const { schedule } of up) schedule.hurry(time.now());
      await Promise.all(up.map(({ repeat }) => repeat.now()));
    },
    soon: (nodes) => {
      for (const node of nodes) {
        const job = jobs.get(foldName(node));
        if (job?.isUp !== true || job.failures > 0 || options.onDemand) continue;
        job.schedule.hurry(time.now(), 'machines', 'events');
        job.repeat.soon();
      }
    },
    readParts: async (node, parts) => {
      const job = jobs.get(foldName(node));
      if (job?.isUp !== true) return;
      for (const part of parts) {
        const error = await readRows(job, part);
        if (error !== null && isNodeFailure(error)) return;
      }
    },
    readEvents: async (node) => {
      const job = jobs.get(foldName(node));
      if (job?.isUp === true) await readEvents(job);
    },
    readOlder: async ({ node, before }) => {
      const job = jobs.get(foldName(node));
      if (job === undefined) return failure({ message: `${node} is no node of the cluster any more.` });
      if (job.problem !== null) return failure({ message: job.problem });
      return ask(job, 'events', nodeSections.events, { limit: eventPage, before: marks(before) });
    },
    replan: () => {
      for (const { repeat } of jobs.values()) repeat.replan();
    },
    stop: () => {
      stopped = true;
      cancelOpening?.();
      for (const { repeat } of jobs.values()) repeat.stop();
    },
  };
}

/** As data of a request. */
function marks(before: WantedEvents['before']): JsonValue {
  return Object.fromEntries(
    Object.entries(before).map(([channel, { time, record }]) => [
      channel,
      { time: new Date(time).toISOString(), record: String(record) },
    ]),
  );
}

type Args = { readonly [name: string]: JsonValue };

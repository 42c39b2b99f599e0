import type { z } from 'zod';
import type { ClusterError } from '#shared/model/cluster-error';
import { foldName } from '#shared/model/cluster-view';
import type { JsonValue } from '#shared/model/operation';
import { failure, type Result } from '#shared/model/result';
import type { RealTime } from '../../real-time';
import type { AgentError } from '../agent/agent-request';
import { nodeSections, type NodeSection } from './cluster-rows';
import { nodeStates, wordOf } from './enumerations';
import { eventPage, type WantedEvents } from './event-channels';
import type { EventLog } from './event-log';
import type { ReadState, ShownNodeSection } from './read-state';
import { createRepeat, type Repeat } from './repeat';
import type { EventRow } from './rows/event-row';
import { nodePlans, pauses, stretch } from './section-plan';
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
  readParts(node: string, parts: readonly ShownNodeSection[]): Promise<void>;
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
  readonly isWatched: () => boolean;
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
  /** Rounds in a row in which the node did not answer. */
  failures: number;
  /** Why not, when it did not answer last. */
  problem: string | null;
  /** When each section was read last, by `time`. */
  readonly readAt: Map<NodeSection, number>;
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
  let cancelOpening: (() => void) | null = null;

  const readSection = <Row>(job: NodeJob, section: NodeSection, schema: z.ZodType<Row>, args: Args = {}) => {
    const place: Args = options.namesNodes ? { computer: job.name } : {};
    job.readAt.set(section, time.now());
    const { timeout } = nodePlans[section];
    return read({ node: job.name }, section, schema, { timeout, args: { ...place, ...args } });
  };

  /** Whether the node may be asked more. */
  const answers = (job: NodeJob, answer: Result<unknown, AgentError>): boolean => {
    if (answer.ok || !isNodeFailure(answer.error)) return true;
    job.problem = answer.error.message;
    return false;
  };

  /** Answers whether the node may be asked more. */
  const readShown = async (job: NodeJob, section: ShownNodeSection): Promise<boolean> => {
    const { every } = nodePlans[section];
    const last = job.readAt.get(section);
    if (every > 0 && last !== undefined && time.now() - last < every) return true;
    const answer = await readSection(job, section, nodeSections[section] as z.ZodType);
    if (stopped) return false;
    if (answer.ok) {
      // The rows come from the schema of this very section.
      state.putNode(job.name, section, answer.value as never, options.now());
    } else {
      job.readAt.delete(section);
      state.failNode(job.name, section, answer.error.kind === 'unsupported' ? null : answer.error.message);
    }
    onChange();
    return answers(job, answer);
  };

  const readEvents = async (job: NodeJob): Promise<boolean> => {
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await readSection(job, 'events', nodeSections.events, {
        limit: eventPage,
        since: events.since(job.name),
      });
      if (stopped) return false;
      if (!answer.ok) return answers(job, answer);
      const added = events.add(job.name, answer.value);
      if (added < eventPage || !job.hasTold) break;
    }
    return true;
  };

  const openWhenAllTold = (): void => {
    if ([...jobs.values()].every(({ isUp, hasTold }) => hasTold || !isUp)) events.open();
  };

  const round = async (job: NodeJob): Promise<void> => {
    if (stopped || !job.isUp) return;
    const isThere =
      (await readShown(job, 'machines')) &&
      (await readShown(job, 'host')) &&
      (await readEvents(job)) &&
      (await readShown(job, 'machineDisks'));
    job.failures = isThere ? 0 : job.failures + 1;
    if (isThere) job.problem = null;
    job.hasTold = true;
    openWhenAllTold();
  };

  const pauseOf = (job: NodeJob, lastDuration: number): number | null => {
    if (!job.isUp) return null;
    const usual = (options.isWatched() ? 1 : 4) * pauses.node;
    const patient = Math.min(pauses.longest, usual * 2 ** job.failures);
    return Math.max(patient, job.failures > 0 ? 0 : stretch * lastDuration);
  };

  const begin = (name: string): NodeJob => {
    const job: NodeJob = {
      name,
      isUp: false,
      failures: 0,
      problem: null,
      readAt: new Map(),
      hasTold: false,
      repeat: createRepeat({ time, work: () => round(job), pause: (lastDuration) => pauseOf(job, lastDuration) }),
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
          if (!options.onDemand) void job.repeat.now();
        } else if (!isUp) {
          job.isUp = false;
          job.problem = `${Name} is ${word === 'Joining' ? 'joining the cluster' : word === 'Down' ? 'down' : 'in an unknown state'}.`;
          state.failNode(Name, 'machines', job.problem);
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
      await Promise.all([...jobs.values()].filter(({ isUp }) => isUp).map(({ repeat }) => repeat.now()));
    },
    soon: (nodes) => {
      for (const node of nodes) {
        const job = jobs.get(foldName(node));
        if (job?.isUp === true && job.failures === 0 && !options.onDemand) job.repeat.soon();
      }
    },
    readParts: async (node, parts) => {
      const job = jobs.get(foldName(node));
      if (job?.isUp !== true) return;
      for (const part of parts) if (!(await readShown(job, part))) return;
    },
    readEvents: async (node) => {
      const job = jobs.get(foldName(node));
      if (job?.isUp === true) await readEvents(job);
    },
    readOlder: async ({ node, before }) => {
      const job = jobs.get(foldName(node));
      if (job === undefined) return failure({ message: `${node} is no node of the cluster any more.` });
      if (job.problem !== null) return failure({ message: job.problem });
      return readSection(job, 'events', nodeSections.events, { limit: eventPage, before: marks(before) });
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

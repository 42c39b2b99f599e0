import type { z } from 'zod';
import type { ClusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { ReadPart } from '#shared/model/snapshot';
import { waitAtMost, type RealTime } from '../../real-time';
import type { AgentError } from '../agent/agent-request';
import { clusterSections, type ClusterSection } from './cluster-rows';
import type { ReadState } from './read-state';
import { createRepeat, type Repeat } from './repeat';
import { createTurns } from './turns';
import { clusterPlans, paceOf, paces, pauses, stretch } from './section-plan';
import type { SectionReader } from './section-reader';

/** Reads what concerns the cluster as a whole, again and again. */
export interface ClusterReader {
  /** Reads the cheap sections for the first time; the dear ones begin after them. Fails when the cluster, its nodes or its roles cannot be read. */
  start(): Promise<Result<null>>;
  /** Reads everything now; resolves when that is done. */
  all(): Promise<void>;
  /** Reads these sections as soon as it can. */
  soon(sections: readonly ClusterSection[]): void;
  /** Whether the cluster tells by itself what changes: then it need not be asked so often. */
  setPushed(pushed: boolean): void;
  /** What the pauses depend on has changed. */
  replan(): void;
  stop(): void;
}

/** What the reader works with. */
export interface ClusterReaderOptions {
  readonly read: SectionReader;
  readonly state: ReadState;
  readonly time: RealTime;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The node whose agents read; null where that is not known. */
  readonly node: string | null;
  /** What windows show of the cluster, see `ClusterAttention`. */
  readonly parts: () => ReadonlySet<ReadPart> | null;
  /** Only the cheap sections are read, but by `all`. */
  readonly onlyCheap: boolean;
  /** Whether a role is on its way, or something else under way. */
  readonly isMoving: () => boolean;
  /** A section was read, or could not be. */
  readonly onChange: (section: ClusterSection, good: boolean) => void;
  /** The cluster cannot be read from here any more. */
  readonly onLost: (error: ClusterError) => void;
}

const names = Object.keys(clusterSections) as readonly ClusterSection[];
const cheap = names.filter((name) => clusterPlans[name].cost === 'cheap');
const dear = names.filter((name) => clusterPlans[name].cost === 'dear');
/** Without these there is nothing to show. */
const needed: readonly ClusterSection[] = ['cluster', 'nodes', 'groups'];
/** The first snapshot waits so long (milliseconds) for cheap sections that it can do without. */
const patience = 5000;
/** This section tells whether the connection lives. */
const pulse = 'nodes';
/** Sections that follow what is under way. */
const moving: readonly ClusterSection[] = ['groups', 'nodes', 'resources'];

/** A reader that has not begun. */
export function createClusterReader(options: ClusterReaderOptions): ClusterReader {
  const { read, state, time } = options;
  const errors = new Map<ClusterSection, AgentError>();
  const repeats = new Map<ClusterSection, Repeat>();
  let stopped = false;
  const isStopped = (): boolean => stopped;
  let hasPushes = false;

  const readOnce = async (name: ClusterSection): Promise<void> => {
    if (isStopped()) return;
    const schema: z.ZodType = clusterSections[name];
    const answer = await read('read', name, schema, { timeout: clusterPlans[name].timeout });
    if (isStopped()) return;
    if (answer.ok) {
      errors.delete(name);
      // The rows come from the schema of this very section.
      state.put(name, answer.value as never, { at: options.now(), node: options.node });
    } else {
      errors.set(name, answer.error);
      state.fail(name, answer.error.kind === 'unsupported' ? null : answer.error.message);
    }
    options.onChange(name, answer.ok);
  };

  const isShown = (name: ClusterSection): boolean => paceOf(clusterPlans[name], options.parts()) === 'shown';
  /** One dear section at a time: the other agent stays free for the cheap ones. */
  const dearTurns = createTurns({ work: readOnce, isFirst: isShown });

  /** A first failure of the pulse may be that of its agent alone: it is tried again at once. */
  const readPulse = async (): Promise<void> => {
    const before = errors.get(pulse);
    await readOnce(pulse);
    const first = errors.get(pulse);
    if (first === undefined || isStopped()) return;
    if (before === undefined) await readOnce(pulse);
    const error = errors.get(pulse);
    if (error !== undefined && !isStopped()) options.onLost(error);
  };

  const pauseOf = (name: ClusterSection, lastDuration: number): number => {
    const plan = clusterPlans[name];
    const stretched = stretch * lastDuration;
    const error = errors.get(name);
    if (error?.kind === 'unsupported') return pauses.unsupported;
    if (moving.includes(name) && options.isMoving()) return Math.max(pauses.moving, stretched);
    const usual = plan.pause * paces[paceOf(plan, options.parts())];
    return Math.max(hasPushes && plan.cost === 'cheap' ? pauses.pushed : 0, usual, stretched);
  };

  for (const name of names) {
    const work =
      name === pulse
        ? readPulse
        : (): Promise<void> => (clusterPlans[name].cost === 'dear' ? dearTurns.take(name) : readOnce(name));
    repeats.set(name, createRepeat({ time, work, pause: (lastDuration) => pauseOf(name, lastDuration) }));
  }
  const now = (name: ClusterSection): Promise<void> => repeats.get(name)?.now() ?? Promise.resolve();

  return {
    start: async () => {
      const runs = new Map(cheap.map((name) => [name, now(name)]));
      const error = await firstErrorOf(
        needed.map(async (name) => {
          await runs.get(name);
          return errors.get(name);
        }),
      );
      if (error !== undefined) return failure(error);
      await waitAtMost(time, patience, Promise.all(runs.values()));
      if (!options.onlyCheap) for (const name of dear) void now(name);
      return success(null);
    },
    all: async () => {
      await Promise.all(names.map(now));
    },
    soon: (sections) => {
      const wanted = options.onlyCheap ? sections.filter((name) => !dear.includes(name)) : sections;
      for (const name of wanted) repeats.get(name)?.soon();
    },
    setPushed: (pushed) => {
      hasPushes = pushed;
    },
    replan: () => {
      // What is due is asked for in this order.
      for (const name of [...names.filter(isShown), ...names.filter((name) => !isShown(name))])
        repeats.get(name)?.replan();
    },
    stop: () => {
      stopped = true;
      for (const repeat of repeats.values()) repeat.stop();
    },
  };
}

/** The first error that comes; undefined when all are there without one. */
function firstErrorOf(outcomes: readonly Promise<AgentError | undefined>[]): Promise<AgentError | undefined> {
  return new Promise((resolve) => {
    for (const outcome of outcomes) void outcome.then((error) => error && resolve(error));
    void Promise.all(outcomes).then((errors) => resolve(errors.find((error) => error !== undefined)));
  });
}

import { foldName } from '#shared/model/cluster-view';
import type { ClusterEvent } from '#shared/model/cluster-event';
import type { Result } from '#shared/model/result';
import type { RealTime } from '../../real-time';
import type { AgentError } from '../agent/agent-request';
import type { WantedEvents } from './event-channels';
import type { EventLog } from './event-log';
import type { EventRow } from './rows/event-row';

/** What is looked for in the past. */
export interface OlderQuestion {
  /** Nothing is read while the log has events before this one. */
  readonly before: number;
  readonly matches: (event: ClusterEvent) => boolean;
  /** So many are enough. */
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
}

/** Has nodes read back in their logs when somebody asks for it. */
export interface EventHistory {
  /**
   * Takes the log further back, until enough was found, nothing older is there, or a question took long enough. A node that
   * does not tell its events is left out; they come with a later question, when it answers.
   */
  goBack(question: OlderQuestion): Promise<void>;
  /** Why events are missing in the log, a sentence for each node. */
  gaps(): readonly string[];
}

interface EventHistoryOptions {
  readonly events: EventLog;
  readonly time: RealTime;
  /** Reads from one node. Fails at once for one that is known not to answer. */
  readonly read: (wanted: WantedEvents) => Promise<Result<readonly EventRow[], Pick<AgentError, 'message'>>>;
}

/** Nobody waits longer (milliseconds) for a node that answers nothing. */
const patience = 15_000;
/** After so long (milliseconds) what was found has to do; whoever wants more asks again. */
const effort = 10_000;

/** Nothing is read before it is asked. */
export function createEventHistory({ events, time, read }: EventHistoryOptions): EventHistory {
  /** By the folded name of the node: an agent that hangs is not asked twice. */
  const underWay = new Map<string, Promise<string | null>>();
  /** Why a node did not answer last. */
  const problems = new Map<string, string>();

  /** Answers why the node did not tell, null when it did. */
  const ask = (wanted: WantedEvents): Promise<string | null> => {
    const key = foldName(wanted.node);
    const asked =
      underWay.get(key) ??
      read(wanted).then((answer) => {
        underWay.delete(key);
        if (!answer.ok) return answer.error.message;
        events.addOlder(wanted, answer.value);
        return null;
      });
    underWay.set(key, asked);
    return asked;
  };

  const inTime = (wanted: WantedEvents, signal: AbortSignal | undefined): Promise<string | null> =>
    new Promise((resolve) => {
      const giveUp = (): void => settle(`It did not answer in ${patience / 1000} seconds.`);
      const cancel = time.after(patience, giveUp);
      const settle = (problem: string | null): void => {
        cancel();
        signal?.removeEventListener('abort', giveUp);
        resolve(problem);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      void ask(wanted).then(settle);
    });

  const goBack = async ({ before, matches, limit, signal }: OlderQuestion): Promise<void> => {
    if (events.older === null || events.older.before < before) return;
    const startedAt = time.now();
    const silent = new Set<string>();
    let found = 0;
    for (;;) {
      found += events.goBack(silent).filter(matches).length;
      if (found >= limit || signal?.aborted === true || time.now() - startedAt >= effort) return;
      const wanted = events.wanted(silent);
      if (wanted.length === 0) return;
      const answers = await Promise.all(wanted.map((one) => inTime(one, signal)));
      wanted.forEach(({ node }, place) => {
        const problem = answers[place] ?? null;
        problems.delete(foldName(node));
        if (problem === null) return;
        problems.set(foldName(node), problem);
        silent.add(foldName(node));
      });
    }
  };

  // Questions take turns: the second one finds what the first one brought.
  let last = Promise.resolve();
  return {
    goBack: (question) => {
      last = last.then(() => goBack(question));
      return last;
    },
    gaps: () =>
      events.behind.map((node) => {
        const problem = problems.get(foldName(node));
        return problem === undefined
          ? `${node} has not told its older events yet.`
          : `${node} did not tell its older events: ${problem}`;
      }),
  };
}

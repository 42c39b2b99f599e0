import type { ClusterEvent } from '#shared/model/cluster-event';
import type { JsonValue } from '#shared/model/operation';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { Scenario } from '../scenario/scenario';
import { digestOf } from './digest';
import { judge, type Judgement } from './judge';
import { reportedEvent, reportedOperation, type RunReport } from './run-report';

/** A simulated cluster with the timeline of a scenario before it. */
export interface RunningCluster {
  /** Milliseconds since the start. */
  readonly now: number;
  /** Time of the next thing that will happen beside heartbeats and health checks; null when nothing is left. */
  nextEventAt(): number | null;
  /** Lets everything up to and including a time happen. */
  advanceTo(time: number): void;
  snapshot(): ClusterSnapshot;
  /** All events since the start, oldest first. */
  events(): readonly ClusterEvent[];
}

/** A run that was not told when to end ends here: 24 hours. */
const longestRun = 24 * 3_600_000;

/**
 * Runs a scenario on its cluster to the end and judges its expectations. `until` (milliseconds) goes before the scenario's
 * own; an expectation for a time after the end is not met.
 */
export function runScenario(
  scenario: Scenario,
  cluster: RunningCluster,
  options: { readonly seed: number; readonly until: number | null },
): RunReport {
  const until = options.until ?? scenario.until;
  const judgements = new Map<number, Judgement>();
  const judgeAll = (at: number | 'end'): void => {
    const due = scenario.expectations.flatMap((expectation, index) =>
      expectation.at === at ? [{ expectation, index }] : [],
    );
    if (due.length === 0) return;
    const evidence = { snapshot: cluster.snapshot(), events: cluster.events() };
    for (const { expectation, index } of due) judgements.set(index, judge(expectation, evidence));
  };
  for (const at of momentsOf(scenario, until ?? longestRun)) {
    cluster.advanceTo(at);
    judgeAll(at);
  }
  if (until === null) advanceToQuiet(cluster);
  else cluster.advanceTo(until);
  judgeAll('end');
  const snapshot = cluster.snapshot();
  const events = cluster.events().map(reportedEvent);
  return {
    schema: 'regroup/run/1',
    title: scenario.title,
    seed: options.seed,
    endedAt: cluster.now,
    digest: digestOf({ events, snapshot } as unknown as JsonValue),
    events,
    operations: snapshot.operations.map(reportedOperation),
    expectations: scenario.expectations.map((_, index) => ({ index, ...(judgements.get(index) ?? notReached) })),
    snapshot,
  };
}

const notReached: Judgement = { met: false, actual: {} };

/** The times at which something is expected, in order, each once, up to the end. */
function momentsOf(scenario: Scenario, end: number): readonly number[] {
  const times = scenario.expectations.flatMap(({ at }) => (at === 'end' || at > end ? [] : [at]));
  return [...new Set(times)].sort((left, right) => left - right);
}

function advanceToQuiet(cluster: RunningCluster): void {
  for (let next = cluster.nextEventAt(); next !== null; next = cluster.nextEventAt()) {
    if (next > longestRun) {
      cluster.advanceTo(longestRun);
      return;
    }
    cluster.advanceTo(next);
  }
}

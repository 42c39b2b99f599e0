import { stringify } from 'yaml';
import { snapshotListNames, type ClusterSnapshot } from '#shared/model/snapshot';
import { buildSimulation } from '#simulator/build/build-simulation';
import { loadScenario } from '#simulator/scenario/load-scenario';
import type { Scenario } from '#simulator/scenario/scenario';
import { formatProblem } from '#simulator/scenario/scenario-problem';
import { createSimulatedCluster, loadSimulatedCluster, SimulatedCluster } from '#simulator/simulated-cluster';
import { digestOf } from '#simulator/run/digest';
import type { JsonValue } from '#shared/model/operation';
import { invariants, noCommandLeavesAnOperationRunning } from './invariants';
import { clusterOf, type RandomCluster } from './random-cluster';
import { timelineOf, type RandomEntry } from './random-timeline';

const hour = 3_600_000;

/** The scenario file of some draws. */
export function fileOf(cluster: RandomCluster, timeline: readonly RandomEntry[]): string {
  const { text, names } = clusterOf(cluster);
  return stringify(JSON.parse(JSON.stringify({ ...text, timeline: timelineOf(timeline, names) })), { lineWidth: 0 });
}

/** Reads a scenario file. Throws with its problems. */
export function read(text: string): Scenario {
  const loaded = loadScenario(text, 'random.yaml');
  if (!loaded.ok) throw new Error(loaded.error.map(formatProblem).join('\n'));
  return loaded.value;
}

/** When a timeline's consequences are over: a day after its last entry. */
function endOf({ timeline }: Scenario): number {
  return (timeline.at(-1)?.at ?? 0) + 24 * hour;
}

function digest(cluster: SimulatedCluster): string {
  return digestOf({ events: cluster.events(), snapshot: cluster.snapshot() } as unknown as JsonValue);
}

/** Plays a scenario event by event. Throws with the first rule that does not hold, and when. Answers the digest of its end. */
export function playWatched(scenario: Scenario): string {
  const sim = buildSimulation(scenario);
  const cluster = new SimulatedCluster(sim);
  cluster.scheduleTimeline(scenario.timeline);
  const end = endOf(scenario);
  let held: ClusterSnapshot = cluster.snapshot();
  const look = (): void => {
    for (const [name, invariant] of Object.entries(invariants)) {
      const problems = invariant(sim);
      if (problems.length > 0) throw new Error(`${name} at ${cluster.now} ms: ${problems.join('; ')}`);
    }
    held = merged(held, cluster);
  };
  look();
  for (let next = cluster.nextEventAt(); next !== null && next <= end; next = cluster.nextEventAt()) {
    cluster.advanceTo(next);
    look();
  }
  cluster.advanceTo(end);
  const left = noCommandLeavesAnOperationRunning(sim);
  if (left.length > 0) throw new Error(`noCommandLeavesAnOperationRunning: ${left.join('; ')}`);
  return digest(cluster);
}

/** Plays a scenario in one go. Answers the digest of its end. */
export function play(scenario: Scenario): string {
  const cluster = createSimulatedCluster(scenario);
  cluster.advanceTo(endOf(scenario));
  return digest(cluster);
}

/** Plays a scenario, saved and loaded after so many moments. Answers the digest of its end. */
export function playInterrupted(scenario: Scenario, moments: number): string {
  let cluster = createSimulatedCluster(scenario);
  const end = endOf(scenario);
  for (let moment = 0; moment < moments; moment += 1) {
    const next = cluster.nextEventAt();
    if (next === null || next > end) break;
    cluster.advanceTo(next);
  }
  const saved = JSON.stringify(cluster.save());
  cluster = loadSimulatedCluster(JSON.parse(saved) as ReturnType<SimulatedCluster['save']>);
  cluster.advanceTo(end);
  return digest(cluster);
}

/** The snapshot as a window holds it: the old one with the changes. Throws when it is not what the cluster shows. */
function merged(held: ClusterSnapshot, cluster: SimulatedCluster): ClusterSnapshot {
  const { upserts = {}, removals = {}, ...singles } = cluster.takeChanges() ?? {};
  const shown = cluster.snapshot();
  const told: Record<string, unknown> = { ...held, ...singles, time: cluster.now };
  for (const list of snapshotListNames) {
    const items = new Map<string, unknown>(held[list].map((item) => [item.id, item]));
    for (const item of upserts[list] ?? []) items.set(item.id, item);
    for (const id of removals[list] ?? []) items.delete(id);
    for (const { id } of shown[list]) if (!items.has(id)) complain(`${list} lacks ${id}`, cluster);
    for (const item of shown[list]) compare(`${list} ${item.id}`, items.get(item.id), item, cluster);
    if (items.size !== shown[list].length) complain(`${list} has ${items.size} of ${shown[list].length}`, cluster);
    told[list] = [...items.values()];
  }
  for (const single of ['cluster', 'quorum', 'storage'] as const) compare(single, told[single], shown[single], cluster);
  return shown;
}

function compare(what: string, told: unknown, shown: object, cluster: SimulatedCluster): void {
  for (const [field, value] of Object.entries(shown)) {
    const [before, now] = [JSON.stringify((told as Record<string, unknown>)[field]), JSON.stringify(value)];
    if (before !== now) complain(`${what} ${field}: told ${before}, shown ${now}`, cluster);
  }
}

function complain(what: string, { now }: SimulatedCluster): never {
  throw new Error(`changesTellTheSnapshot at ${now} ms: ${what}`);
}

import { lookUp, type Simulation } from '../engine/simulation';
import type { FlowPurpose, FlowState } from '../state/migration-state';
import { linkCapacity } from './links';

/** What is left of a flow below this counts as nothing: a thousandth of a byte, so that sums of fractions end. */
const nothing = 0.001;

/** Begins a flow of bytes at an exact time. Everything that shares a link with it slows down. */
export function startFlow(
  sim: Simulation,
  spec: {
    readonly purpose: FlowPurpose;
    readonly links: readonly string[];
    readonly bytes: number;
    readonly at: number;
  },
): FlowState {
  const flow: FlowState = {
    id: sim.nextId('flow'),
    purpose: spec.purpose,
    links: spec.links,
    remaining: spec.bytes,
    rate: 0,
    since: spec.at,
    endsAt: null,
    event: null,
  };
  sim.state.flows.set(flow.id, flow);
  sim.index.addFlow(flow);
  shareAround(sim, flow.links, spec.at);
  return flow;
}

/** Takes a flow away, done or not, at an exact time. Everything that shared a link with it speeds up at once. */
export function stopFlow(sim: Simulation, id: string, at: number): void {
  const flow = sim.state.flows.get(id);
  if (flow === undefined) return;
  sim.cancel(flow.event);
  removeFlow(sim, flow, at);
}

/** Takes away a flow whose end has come; its queued end must already be out of the queue. */
export function endFlow(sim: Simulation, flow: FlowState): number {
  const at = flow.endsAt ?? sim.now;
  removeFlow(sim, flow, at);
  return at;
}

function removeFlow(sim: Simulation, flow: FlowState, at: number): void {
  sim.state.flows.delete(flow.id);
  sim.index.removeFlow(flow);
  shareAround(sim, flow.links, at);
}

/** Shares anew what goes through some links, and through links that those flows use, after a capacity changed. */
export function shareAround(sim: Simulation, links: readonly string[], at: number): void {
  const flows = connectedFlows(sim, links);
  if (flows.length === 0) return;
  const rates = maxMinRates(flows, (link) => linkCapacity(sim, link));
  for (const flow of flows) setRate(sim, flow, rates.get(flow.id) ?? 0, at);
}

/** Brings a flow up to a moment and lets it go on at another rate. A rate that stays keeps its end, and so does a flow that has ended already. */
function setRate(sim: Simulation, flow: FlowState, rate: number, at: number): void {
  if (rate === flow.rate && (flow.event !== null || rate === 0)) return;
  if (flow.endsAt !== null && flow.endsAt < at) return;
  const elapsed = Math.max(0, at - flow.since);
  flow.remaining = Math.max(0, flow.remaining - (flow.rate * elapsed) / 1000);
  if (flow.remaining < nothing) flow.remaining = 0;
  flow.since = Math.max(at, flow.since);
  flow.rate = rate;
  sim.cancel(flow.event);
  const still = rate === 0 && flow.remaining > 0;
  flow.endsAt = still ? null : flow.since + (rate === 0 ? 0 : (flow.remaining / rate) * 1000);
  flow.event = flow.endsAt === null ? null : sim.schedule(flow.endsAt, { type: 'flow.end', flow: flow.id });
}

/** All flows that share a link with some links, directly or through others, in order of their start. */
function connectedFlows(sim: Simulation, links: readonly string[]): readonly FlowState[] {
  const seenLinks = new Set<string>();
  const found = new Map<string, FlowState>();
  const open = [...links];
  for (let link = open.pop(); link !== undefined; link = open.pop()) {
    if (seenLinks.has(link)) continue;
    seenLinks.add(link);
    for (const id of sim.index.flowsByLink.get(link) ?? []) {
      if (found.has(id)) continue;
      const flow = lookUp(sim.state.flows, id);
      found.set(id, flow);
      open.push(...flow.links);
    }
  }
  return [...found.values()].sort((a, b) => numberOf(a) - numberOf(b));
}

function numberOf(flow: FlowState): number {
  return Number(flow.id.slice(flow.id.lastIndexOf('-') + 1));
}

/** Max-min fair rates: the link with the smallest equal share is settled first, what it leaves goes to the others. */
function maxMinRates(
  flows: readonly Pick<FlowState, 'id' | 'links'>[],
  capacityOf: (link: string) => number,
): ReadonlyMap<string, number> {
  const rates = new Map<string, number>();
  const left = new Map<string, number>();
  const users = new Map<string, Set<string>>();
  for (const flow of flows) {
    for (const link of flow.links) {
      if (!left.has(link)) left.set(link, capacityOf(link));
      const set = users.get(link) ?? new Set();
      users.set(link, set.add(flow.id));
    }
  }
  const linksOf = new Map(flows.map((flow) => [flow.id, flow.links]));
  while (users.size > 0) {
    const { link, share } = tightest(users, left);
    for (const id of users.get(link) ?? []) {
      rates.set(id, share);
      for (const other of linksOf.get(id) ?? []) {
        if (other === link) continue;
        users.get(other)?.delete(id);
        left.set(other, Math.max(0, (left.get(other) ?? 0) - share));
        if (users.get(other)?.size === 0) users.delete(other);
      }
    }
    users.delete(link);
  }
  return rates;
}

function tightest(
  users: ReadonlyMap<string, ReadonlySet<string>>,
  left: ReadonlyMap<string, number>,
): { readonly link: string; readonly share: number } {
  let best = { link: '', share: Infinity };
  for (const [link, set] of users) {
    const share = (left.get(link) ?? 0) / set.size;
    if (share < best.share || best.link === '') best = { link, share };
  }
  return best;
}

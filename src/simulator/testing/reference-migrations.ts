/** A machine that is to be live migrated, on a shared volume. Rates are bytes a second. */
export interface ReferenceMachine {
  readonly from: string;
  readonly to: string;
  readonly askedAt: number;
  readonly used: number;
  readonly dirtyRate: number;
  readonly workingSet: number;
}

/** Live migrations over one network whose rate changes at times. */
export interface ReferenceCase {
  readonly machines: readonly ReferenceMachine[];
  readonly rates: readonly { readonly at: number; readonly rate: number }[];
  readonly slots: number;
  readonly mostPasses: number;
  readonly stopAt: number;
  readonly setup: number;
  readonly resume: number;
}

/** What came of one of them, in exact milliseconds and bytes. */
export interface ReferenceResult {
  readonly copies: readonly { readonly bytes: number; readonly duration: number }[];
  readonly downtime: number;
  readonly total: number;
}

type Phase = 'unasked' | 'waiting' | 'setup' | 'copying' | 'resuming' | 'releasing' | 'over';

interface Progress {
  readonly machine: ReferenceMachine;
  phase: Phase;
  /** When the phase ends; undefined while that depends on others. */
  until: number | undefined;
  left: number;
  bytes: number;
  began: number;
  slotAt: number;
  suspendedAt: number | undefined;
  copies: { bytes: number; duration: number }[];
  result: ReferenceResult | undefined;
}

/** All flows grow together until an end of one is full; that one stays, the others grow on: max-min fairness by its definition. */
function fairRates(flows: readonly Progress[], capacity: number): ReadonlyMap<Progress, number> {
  const rates = new Map(flows.map((flow) => [flow, 0]));
  const ends = ({ machine }: Progress): readonly string[] => [`${machine.from} sends`, `${machine.to} receives`];
  const used = (end: string): number =>
    flows.reduce((sum, flow) => sum + (ends(flow).includes(end) ? (rates.get(flow) ?? 0) : 0), 0);
  for (let growing = [...flows]; growing.length > 0;) {
    const room = (end: string): number =>
      (capacity - used(end)) / growing.filter((flow) => ends(flow).includes(end)).length;
    const step = Math.min(...growing.flatMap(ends).map(room));
    for (const flow of growing) rates.set(flow, (rates.get(flow) ?? 0) + step);
    growing = growing.filter((flow) => ends(flow).every((end) => capacity - used(end) > capacity * 1e-9));
  }
  return rates;
}

/**
 * The rules of live migration a second time, in another way than the simulator's: one clock that goes from moment to moment and
 * moves every flow along. V0 = M; Ti = Vi / R; Vi+1 = min(D · Ti, W); slots at both ends, in order of request.
 */
export function referenceMigrations(given: ReferenceCase): readonly ReferenceResult[] {
  const all: Progress[] = given.machines.map((machine) => ({
    ...{ machine, phase: 'unasked', until: machine.askedAt, left: 0, bytes: 0, began: 0, slotAt: 0 },
    ...{ suspendedAt: undefined, copies: [], result: undefined },
  }));
  let now = 0;
  const capacity = (): number => given.rates.filter(({ at }) => at <= now).at(-1)?.rate ?? 0;
  const holds = ({ phase }: Progress): boolean => !['unasked', 'waiting', 'over'].includes(phase);
  const usedSlots = (node: string): number =>
    all.filter((each) => holds(each) && [each.machine.from, each.machine.to].includes(node)).length;

  const copy = (each: Progress, bytes: number): void => {
    if (bytes <= given.stopAt || each.copies.length >= given.mostPasses) each.suspendedAt = now;
    Object.assign(each, { phase: 'copying', until: undefined, bytes, left: bytes, began: now });
  };
  const next: { readonly [From in Phase]: (each: Progress) => void } = {
    unasked: (each) => Object.assign(each, { phase: 'waiting', until: undefined }),
    waiting: () => undefined,
    setup: (each) => copy(each, each.machine.used),
    copying: (each) => {
      const duration = now - each.began;
      each.copies.push({ bytes: each.bytes, duration });
      if (each.suspendedAt === undefined) {
        copy(each, Math.min((each.machine.dirtyRate * duration) / 1000, each.machine.workingSet));
      } else Object.assign(each, { phase: 'resuming', until: now + given.resume });
    },
    resuming: (each) => {
      const { copies, slotAt, suspendedAt = now } = each;
      each.result = { copies, downtime: now - suspendedAt, total: now - slotAt };
      Object.assign(each, { phase: 'releasing', until: Math.round(now) });
    },
    releasing: (each) => Object.assign(each, { phase: 'over', until: undefined }),
    over: () => undefined,
  };
  for (;;) {
    const flows = all.filter(({ phase }) => phase === 'copying');
    const rates = fairRates(flows, capacity());
    const endOf = (each: Progress): number =>
      each.until ?? (each.phase === 'copying' ? now + (each.left / (rates.get(each) ?? 0)) * 1000 : Infinity);
    const change = given.rates.find(({ at }) => at > now)?.at ?? Infinity;
    const [first] = [...all].sort((a, b) => endOf(a) - endOf(b));
    const moment = Math.min(change, first === undefined ? Infinity : endOf(first));
    if (moment === Infinity || first === undefined) break;
    const ends = endOf(first) <= change ? first : undefined;
    const elapsed = Math.max(0, moment - now);
    for (const flow of flows) flow.left -= ((rates.get(flow) ?? 0) * elapsed) / 1000;
    now = Math.max(now, moment);
    if (ends !== undefined) next[ends.phase](ends);
    for (const each of all) {
      const { from, to } = each.machine;
      if (each.phase !== 'waiting' || usedSlots(from) >= given.slots || usedSlots(to) >= given.slots) continue;
      Object.assign(each, { phase: 'setup', slotAt: Math.round(now), until: Math.round(now) + given.setup });
    }
  }
  return all.flatMap(({ result }) => result ?? []);
}

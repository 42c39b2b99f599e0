import type { ReadPart } from '#shared/model/snapshot';
import type { AgentError } from '../agent/agent-request';
import type { NodeSection } from './cluster-rows';
import { nodePlans, paceOf, paces, pauses, stretch } from './section-plan';

/** When each part of one node is due. Milliseconds of real time. */
export interface NodeSchedule {
  /** What is due: what a window shows first, what failed and what takes long last. */
  due(now: number): readonly NodeSection[];
  /** When the next part is due. */
  readonly next: number;
  /** A part was asked for; `error` null: it was told. */
  asked(section: NodeSection, run: { readonly begun: number; readonly ended: number }, error: AgentError | null): void;
  /** These are due at once, all when none is named; what is asked for from `now` on satisfies that. */
  hurry(now: number, ...sections: readonly NodeSection[]): void;
}

interface Asked {
  readonly ended: number;
  readonly took: number;
  /** The node cannot tell it at all. */
  readonly lacks: boolean;
  /** Times in a row that it failed. */
  readonly failures: number;
}

/** Parts that are due within so many milliseconds are read together: a node's agent may have to be started for them. */
const together = 5000;

const sections = Object.keys(nodePlans) as readonly NodeSection[];

/** Everything is due. `parts`: what windows show of the cluster now, see `ClusterAttention`. */
export function createNodeSchedule(parts: () => ReadonlySet<ReadPart> | null): NodeSchedule {
  const last = new Map<NodeSection, Asked>();
  const hurriedAt = new Map<NodeSection, number>();

  const pauseOf = (section: NodeSection, { took, lacks, failures }: Asked): number => {
    if (lacks) return pauses.unsupported;
    if (failures > 0) return Math.min(pauses.longest, pauses.failed * 2 ** failures);
    const plan = nodePlans[section];
    return Math.max(plan.pause * paces[paceOf(plan, parts())], stretch * took);
  };
  const dueAt = (section: NodeSection): number => {
    const asked = last.get(section);
    return asked === undefined || hurriedAt.has(section) ? -Infinity : asked.ended + pauseOf(section, asked);
  };
  const rankOf = (section: NodeSection): number => {
    const plan = nodePlans[section];
    const failed = (last.get(section)?.failures ?? 0) > 0;
    return (failed ? 4 : 0) + (plan.cost === 'dear' ? 2 : 0) + (paceOf(plan, parts()) === 'shown' ? 0 : 1);
  };

  return {
    due: (now) =>
      sections.filter((section) => dueAt(section) <= now + together).sort((one, other) => rankOf(one) - rankOf(other)),
    get next() {
      return Math.min(...sections.map(dueAt));
    },
    asked: (section, { begun, ended }, error) => {
      if (begun >= (hurriedAt.get(section) ?? 0)) hurriedAt.delete(section);
      const lacks = error?.kind === 'unsupported';
      const failures = error === null || lacks ? 0 : (last.get(section)?.failures ?? 0) + 1;
      last.set(section, { ended, took: ended - begun, lacks, failures });
    },
    hurry: (now, ...named) => {
      for (const section of named.length === 0 ? sections : named) hurriedAt.set(section, now);
    },
  };
}

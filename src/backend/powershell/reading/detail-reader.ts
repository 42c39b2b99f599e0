import type { z } from 'zod';
import type { JsonValue } from '#shared/model/operation';
import { waitAtMost, type RealTime } from '../../real-time';
import { clusterSections, type ClusterSection } from './cluster-rows';
import type { Detail } from './looked-at';
import type { NodeReader } from './node-reader';
import type { ReadState } from './read-state';
import { clusterPlans } from './section-plan';
import type { SectionReader } from './section-reader';

/** Reads details of some objects, where not the whole cluster is read. */
export interface DetailReader {
  /** Resolves when they are there, or could not be read; what stands in the readings then. */
  read(details: readonly Detail[]): Promise<void>;
}

interface DetailReaderOptions {
  readonly read: SectionReader;
  readonly nodes: NodeReader;
  readonly state: ReadState;
  readonly time: RealTime;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The node whose agents read; null where that is not known. */
  readonly node: string | null;
}

/** More objects than this are not named one by one: everything is read. */
const mostNames = 1000;
/** Where several nodes are asked, those that do not answer within so many milliseconds are not waited for. */
const patience = 15_000;

/** A reader that has read nothing. */
export function createDetailReader({ read, nodes, state, time, now, node }: DetailReaderOptions): DetailReader {
  const readSection = async (section: ClusterSection, args: { readonly [name: string]: JsonValue }): Promise<void> => {
    const schema: z.ZodType = clusterSections[section];
    const answer = await read('read', section, schema, { timeout: clusterPlans[section].timeout, args });
    if (!answer.ok) {
      state.fail(section, answer.error.kind === 'unsupported' ? null : answer.error.message);
      return;
    }
    // The rows come from the schema of this very section. What is read anew stands before what was known.
    const rows = [...answer.value, ...state.rows[section]];
    state.put(section, rows as never, { at: now(), node });
  };

  const readNamed = (section: 'owners' | 'dependencies' | 'parameters', details: readonly Detail[]): Promise<void> => {
    const of = (kind: Detail['of']): readonly string[] =>
      details.flatMap((detail) => (detail.of === kind && 'name' in detail ? [detail.name] : []));
    const names = { ...(section === 'owners' && { groups: of('role') }), resources: of('resource') };
    return readSection(section, details.length > mostNames ? {} : names);
  };

  const readNodes = async (details: readonly Detail[]): Promise<void> => {
    const wanted = details.flatMap((detail) => (detail.of === 'node' ? [detail] : []));
    if (wanted.length === 0) return;
    const silent = new Set(wanted.map(({ name }) => name));
    const reads = Promise.all(
      [...silent].map(async (name) => {
        const parts = wanted.filter((one) => one.name === name).map(({ what }) => what);
        await nodes.readParts(name, parts);
        silent.delete(name);
      }),
    );
    await (silent.size === 1 ? reads : waitAtMost(time, patience, reads));
    for (const { name, what } of wanted)
      if (silent.has(name)) state.failNode(name, what, `${name} did not answer in ${patience / 1000} seconds.`);
  };

  return {
    read: async (details) => {
      const sections = ['owners', 'dependencies', 'parameters', 'availableDisks', 'diskSizes'] as const;
      await Promise.all([
        readNodes(details),
        ...sections.map((section) => {
          const wanted = details.filter(({ of, what }) => of !== 'node' && what === section);
          if (wanted.length === 0) return undefined;
          return section === 'availableDisks' || section === 'diskSizes'
            ? readSection(section, {})
            : readNamed(section, wanted);
        }),
      ]);
    },
  };
}

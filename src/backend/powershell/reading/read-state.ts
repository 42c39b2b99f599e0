import { foldName } from '#shared/model/cluster-view';
import type { ReadPart, SectionReading } from '#shared/model/snapshot';
import {
  noNodeParts,
  noRows,
  type ClusterParts,
  type ClusterRows,
  type ClusterSection,
  type NodeParts,
  type NodeSection,
} from './cluster-rows';
import { sameValue } from './diff-snapshots';
import { clusterPlans, nodePlans } from './section-plan';

/** A part of a node whose rows stand in a snapshot. */
export type RowsOfNode = keyof NodeParts;

/** What was read last of one cluster, when, from where, and what could not be read since. It outlives connections. */
export interface ReadState {
  readonly rows: ClusterRows;
  put<Section extends ClusterSection>(section: Section, rows: ClusterParts[Section], read: ReadFrom): void;
  fail(section: ClusterSection, problem: string | null): void;
  putNode<Section extends RowsOfNode>(node: string, section: Section, rows: NodeParts[Section], at: number): void;
  /** A node told something that is kept elsewhere. */
  toldNode(node: string, section: NodeSection, at: number): void;
  failNode(node: string, section: NodeSection, problem: string | null): void;
  readings(): readonly SectionReading[];
}

/** When and from which node something was read; null: from the cluster. */
export interface ReadFrom {
  readonly at: number;
  readonly node: string | null;
}

interface Entry {
  readonly read: ReadFrom | null;
  readonly problem: string | null;
}

/** Nothing read yet. */
export function createReadState(): ReadState {
  let rows = noRows;
  const entries = new Map<ClusterSection, Entry>();
  const ofNodes = new Map<string, { readonly name: string; readonly entries: Map<NodeSection, Entry> }>();

  const nodeEntries = (node: string): Map<NodeSection, Entry> => {
    const key = foldName(node);
    const found = ofNodes.get(key) ?? { name: node, entries: new Map<NodeSection, Entry>() };
    ofNodes.set(key, found);
    return found.entries;
  };

  const toldNode: ReadState['toldNode'] = (node, section, at) => {
    nodeEntries(node).set(section, { read: { at, node }, problem: null });
  };

  const dropNodesThatAreGone = (): void => {
    const there = new Set(rows.nodes.map(({ Name }) => foldName(Name)));
    for (const key of ofNodes.keys()) if (!there.has(key)) ofNodes.delete(key);
    if ([...rows.ofNodes.keys()].some((key) => !there.has(key)))
      rows = { ...rows, ofNodes: new Map([...rows.ofNodes].filter(([key]) => there.has(key))) };
  };

  return {
    get rows() {
      return rows;
    },
    put: (section, read, from) => {
      // What says the same stays the same: nothing has to be put together anew.
      if (!sameValue(rows[section], read)) rows = { ...rows, [section]: read };
      entries.set(section, { read: from, problem: null });
      if (section === 'nodes') dropNodesThatAreGone();
    },
    fail: (section, problem) => {
      entries.set(section, { read: entries.get(section)?.read ?? null, problem });
    },
    putNode: (node, section, read, at) => {
      const parts = rows.ofNodes.get(foldName(node)) ?? noNodeParts;
      if (!sameValue(parts[section], read) || !rows.ofNodes.has(foldName(node)))
        rows = { ...rows, ofNodes: new Map([...rows.ofNodes, [foldName(node), { ...parts, [section]: read }]]) };
      toldNode(node, section, at);
    },
    toldNode,
    failNode: (node, section, problem) => {
      const own = nodeEntries(node);
      own.set(section, { read: own.get(section)?.read ?? null, problem });
    },
    readings: () => [
      ...readingsOf(
        null,
        [...entries].map(([section, entry]) => ({ ...entry, ...clusterPlans[section] })),
      ),
      ...[...ofNodes.values()].flatMap(({ name, entries: own }) =>
        readingsOf(
          name,
          [...own].map(([section, entry]) => ({ ...entry, ...nodePlans[section] })),
        ),
      ),
    ],
  };
}

interface Told extends Entry {
  readonly shows: ReadPart;
  readonly detail: string | null;
}

/** One reading a part of the snapshot: when its rows were read, and what is wrong with them or with a detail of them. */
function readingsOf(node: string | null, told: readonly Told[]): readonly SectionReading[] {
  const parts = new Set(told.map(({ shows }) => shows));
  return [...parts].flatMap((section): readonly SectionReading[] => {
    const of = told.filter(({ shows }) => shows === section);
    const main = of.find(({ detail }) => detail === null);
    const read = main?.read ?? of.find((entry) => entry.read !== null)?.read ?? null;
    const wrong = [...of].sort((one) => (one === main ? -1 : 0)).find((entry) => entry.problem !== null);
    const problem = wrong === undefined ? null : problemOf(wrong);
    if (read === null && problem === null) return [];
    return [{ section, ofNode: node, readAt: read?.at ?? 0, fromNode: read?.node ?? null, problem }];
  });
}

function problemOf({ detail, problem }: Told): string | null {
  return detail === null || problem === null ? problem : `${detail}: ${problem}`;
}

import type { Release } from '#shared/model/release';
import { z } from 'zod';
import { enumeration, name, optionalCount, optionalText, texts } from '../row-values';

/** One row a node: `Get-ClusterNode`. */
export const nodeRow = z.object({
  Id: name,
  Name: name,
  State: enumeration,
  StatusInformation: enumeration,
  DrainStatus: enumeration,
  NodeWeight: optionalCount,
  DynamicWeight: optionalCount,
  MajorVersion: optionalCount,
  MinorVersion: optionalCount,
  BuildNumber: optionalCount,
  FaultDomain: texts,
  Manufacturer: optionalText,
  Model: optionalText,
});

/** What `Get-ClusterNode` says of one node. */
export type NodeRow = z.output<typeof nodeRow>;

/** First builds of the releases that call themselves version 10.0. */
const builds: readonly (readonly [build: number, release: Release])[] = [
  [26_000, '2025'],
  [20_000, '2022'],
  [17_000, '2019'],
  [0, '2016'],
];

const before10: { readonly [minor: number]: Release } = { 0: '2008', 1: '2008R2', 2: '2012', 3: '2012R2' };

/** The release of a node; null when it does not say its version. */
export function releaseOfNode({ MajorVersion, MinorVersion, BuildNumber }: NodeRow): Release | null {
  if (MajorVersion === 6) return before10[MinorVersion ?? 0] ?? null;
  if (MajorVersion === null || MajorVersion < 10) return null;
  return builds.find(([build]) => (BuildNumber ?? 0) >= build)?.[1] ?? null;
}

/**
 * The number of a node from its Id, which is the number itself or a GUID that ends with it. How a GUID writes numbers from
 * ten on is not documented; where it has only digits they are read as decimal ones.
 */
export function nodeNumberOf(id: string): number {
  if (/^\d+$/.test(id)) return Number(id);
  const last = id.replace(/[{}]/g, '').split('-').at(-1) ?? '';
  if (/^\d+$/.test(last)) return Number(last);
  return /^[0-9a-f]+$/i.test(last) ? Number.parseInt(last, 16) : 0;
}

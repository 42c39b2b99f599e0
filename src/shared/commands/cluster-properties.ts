import { foldName } from '../model/cluster-view';
import type { Release } from '../model/release';
import { durationInWords } from './words';

/** How a property's value is written in `cluster.setProperty` and kept by Windows. */
export type PropertyKind = 'number' | 'flag' | 'text' | 'milliseconds' | 'seconds';

/** A common property of `Get-Cluster` that can be set. */
export interface ClusterProperty {
  /** As the cmdlet's object spells it. */
  readonly name: string;
  /** `milliseconds` and `seconds`: a duration; the input says it in milliseconds, Windows keeps it in that unit. */
  readonly kind: PropertyKind;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The release that has it first; left out: every release has it. */
  readonly since?: Release;
}

/** Every property that `cluster.setProperty` knows, with the limits that Microsoft's documents give. */
export const clusterProperties: readonly ClusterProperty[] = [
  { name: 'SameSubnetDelay', kind: 'milliseconds', minimum: 250, maximum: 2000 },
  { name: 'SameSubnetThreshold', kind: 'number', minimum: 3, maximum: 120 },
  { name: 'CrossSubnetDelay', kind: 'milliseconds', minimum: 250, maximum: 4000 },
  { name: 'CrossSubnetThreshold', kind: 'number', minimum: 3, maximum: 120 },
  { name: 'CrossSiteDelay', kind: 'milliseconds', minimum: 250, maximum: 4000, since: '2016' },
  { name: 'CrossSiteThreshold', kind: 'number', minimum: 3, maximum: 120, since: '2016' },
  { name: 'DynamicQuorum', kind: 'flag', since: '2012' },
  { name: 'DrainOnShutdown', kind: 'flag', since: '2012R2' },
  { name: 'ResiliencyDefaultPeriod', kind: 'seconds', since: '2016' },
  { name: 'ResiliencyLevel', kind: 'number', minimum: 1, maximum: 2, since: '2016' },
  { name: 'QuarantineThreshold', kind: 'number', since: '2016' },
  { name: 'QuarantineDuration', kind: 'seconds', since: '2016' },
  { name: 'MaximumParallelMigrations', kind: 'number', minimum: 1, since: '2012' },
  { name: 'LowerQuorumPriorityNodeId', kind: 'number', since: '2012R2' },
  { name: 'ClusterEnforcedAntiAffinity', kind: 'flag', since: '2008R2' },
  { name: 'AutoBalancerMode', kind: 'number', maximum: 2, since: '2016' },
  { name: 'AutoBalancerLevel', kind: 'number', minimum: 1, maximum: 3, since: '2016' },
  { name: 'ShutdownTimeoutInMinutes', kind: 'number' },
  { name: 'BlockCacheSize', kind: 'number' },
  { name: 'Description', kind: 'text' },
];

/** The property of that name, whatever the case; undefined when it is none of {@link clusterProperties}. */
export function clusterProperty(name: string): ClusterProperty | undefined {
  return clusterProperties.find((property) => foldName(property.name) === foldName(name));
}

/** A value of `cluster.setProperty` as Windows keeps it. */
export function windowsValue(property: ClusterProperty, value: number | string | boolean): number | string {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return property.kind === 'seconds' && typeof value === 'number' ? Math.round(value / 1000) : value;
}

/** A value for people: durations with their unit. */
export function valueInWords(property: ClusterProperty, value: number | string | boolean): string {
  const timed = property.kind === 'milliseconds' || property.kind === 'seconds';
  return timed && typeof value === 'number' ? durationInWords(value) : String(windowsValue(property, value));
}

/** What is wrong with a value, in words that end a sentence (`must be a number`); null: nothing. */
export function wrongValue(property: ClusterProperty, value: number | string | boolean): string | null {
  const { kind, minimum = 0, maximum = 4_294_967_295 } = property;
  if (kind === 'text') return typeof value === 'string' ? null : 'must be a text';
  if (kind === 'flag') return value === 0 || value === 1 || typeof value === 'boolean' ? null : 'must be 0 or 1';
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'must be a whole number';
  const kept = kind === 'seconds' ? value / 1000 : value;
  const unit = kind === 'number' ? '' : ` ${kind}`;
  return kept < minimum || kept > maximum ? `must be from ${minimum} to ${maximum}${unit}` : null;
}

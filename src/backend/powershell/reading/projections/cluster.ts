import type { Cluster } from '#shared/model/cluster';
import { isAtLeast } from '#shared/model/release';
import type { RowIndex } from '../row-index';
import { givenOr } from '../row-values';
import type { ClusterRow } from '../rows/cluster-row';

const seconds = 1000;

/** Migrations at a time where the cluster has no such property: what Hyper-V allows by itself. */
const hyperVDefault = 2;

function bit(value: number | null): 0 | 1 {
  return value === null || value === 0 ? 0 : 1;
}

function inMilliseconds(value: number | null): number | null {
  return value === null ? null : value * seconds;
}

/** The vote of the witness, also for releases without dynamic witness, where a witness always votes. */
export function witnessWeight(index: RowIndex): 0 | 1 {
  const weight = index.cluster.WitnessDynamicWeight;
  return weight === null ? bit(index.witness === null ? 0 : 1) : bit(weight);
}

function sharedVolumesEnabled(row: ClusterRow, index: RowIndex): boolean {
  if (isAtLeast(index.release, '2012')) return true;
  return row.EnableSharedVolumes === 1 || row.EnableSharedVolumes === 'Enabled';
}

function nodeWithNumber(index: RowIndex, number: number | null): string | null {
  return number === null || number === 0 ? null : (index.nodeByNumber(number)?.Name ?? null);
}

/** The cluster of a connection that works: it runs. Where a release lacks a property, what that release does. */
export function projectCluster(index: RowIndex): Cluster {
  const row = index.cluster;
  return {
    id: row.Id ?? row.Name,
    name: row.Name,
    domain: row.Domain,
    address: index.clusterAddress,
    state: 'Running',
    release: index.release,
    ownerNode: index.coreOwner,
    dynamicQuorum: bit(row.DynamicQuorum),
    witnessDynamicWeight: witnessWeight(index),
    lowerQuorumPriorityNode: nodeWithNumber(index, row.LowerQuorumPriorityNodeId),
    sameSubnetDelay: row.SameSubnetDelay ?? 1000,
    sameSubnetThreshold: row.SameSubnetThreshold ?? 5,
    crossSubnetDelay: row.CrossSubnetDelay ?? 1000,
    crossSubnetThreshold: row.CrossSubnetThreshold ?? 5,
    crossSiteDelay: row.CrossSiteDelay ?? row.CrossSubnetDelay ?? 1000,
    crossSiteThreshold: row.CrossSiteThreshold ?? row.CrossSubnetThreshold ?? 5,
    resiliencyDefaultPeriod: inMilliseconds(row.ResiliencyDefaultPeriod) ?? 0,
    quarantineThreshold: row.QuarantineThreshold,
    quarantineDuration: inMilliseconds(row.QuarantineDuration),
    maximumParallelMigrations: givenOr(row.MaximumParallelMigrations, hyperVDefault),
    drainOnShutdown: bit(row.DrainOnShutdown),
    sharedVolumesEnabled: sharedVolumesEnabled(row, index),
  };
}

import type { ClusterView } from '#shared/model/cluster-view';
import { isAtLeast, type Release } from '#shared/model/release';
import type { PracticeObject } from '../practice-object';

/** ClusterFunctionalLevel of each release. */
const functionalLevels: { readonly [R in Release]: number } = {
  2008: 6,
  '2008R2': 7,
  2012: 8,
  '2012R2': 8,
  2016: 9,
  2019: 10,
  2022: 11,
  2025: 12,
};

/** Properties that mean nothing to the simulated cluster and cannot be set there, with the values of a new cluster. */
const usual = {
  AutoBalancerMode: 2,
  AutoBalancerLevel: 1,
  BlockCacheSize: 1024,
  ClusterEnforcedAntiAffinity: 0,
  ClusterGroupWaitDelay: 120,
  ClusterLogLevel: 3,
  ClusterLogSize: 1536,
  ClusSvcHangTimeout: 60,
  AddEvictDelay: 60,
  Description: '',
  PlumbAllCrossSubnetRoutes: 0,
  PreventQuorum: 0,
  FixQuorum: 0,
  ResiliencyLevel: 'AlwaysIsolate',
  RouteHistoryLength: 10,
  ShutdownTimeoutInMinutes: 20,
  SharedVolumesRoot: 'C:\\ClusterStorage',
} as const;

/** `Microsoft.FailoverClusters.PowerShell.Cluster`. Delays in milliseconds, periods in seconds, as Windows keeps them. */
export function clusterObject(view: ClusterView): PracticeObject {
  const { cluster, nodes } = view.snapshot;
  const lower = cluster.lowerQuorumPriorityNode;
  return {
    $type: 'Cluster',
    ...usual,
    Name: cluster.name,
    Id: cluster.id,
    Domain: cluster.domain ?? '',
    AdministrativeAccessPoint: 'ActiveDirectoryAndDns',
    ClusterFunctionalLevel: functionalLevels[cluster.release],
    DynamicQuorum: cluster.dynamicQuorum,
    WitnessDynamicWeight: cluster.witnessDynamicWeight,
    LowerQuorumPriorityNodeId: nodes.find(({ name }) => name === lower)?.nodeNumber ?? 0,
    SameSubnetDelay: cluster.sameSubnetDelay,
    SameSubnetThreshold: cluster.sameSubnetThreshold,
    CrossSubnetDelay: cluster.crossSubnetDelay,
    CrossSubnetThreshold: cluster.crossSubnetThreshold,
    CrossSiteDelay: cluster.crossSiteDelay,
    CrossSiteThreshold: cluster.crossSiteThreshold,
    ResiliencyDefaultPeriod: Math.round(cluster.resiliencyDefaultPeriod / 1000),
    QuarantineThreshold: cluster.quarantineThreshold,
    QuarantineDuration: cluster.quarantineDuration === null ? null : Math.round(cluster.quarantineDuration / 1000),
    MaximumParallelMigrations: cluster.maximumParallelMigrations,
    DrainOnShutdown: cluster.drainOnShutdown,
    EnableSharedVolumes: cluster.sharedVolumesEnabled ? 'Enabled' : 'Disabled',
    S2DEnabled: 0,
    DetectedCloudPlatform: isAtLeast(cluster.release, '2019') ? 'None' : null,
  };
}

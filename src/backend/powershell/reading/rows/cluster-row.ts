import { z } from 'zod';
import { enumeration, name, optionalCount, optionalText } from '../row-values';

/** One row: `Get-Cluster`. Delays in milliseconds, periods in seconds, as the cmdlet has them. */
export const clusterRow = z.object({
  Id: optionalText,
  Name: name,
  Domain: optionalText,
  ClusterFunctionalLevel: optionalCount,
  DynamicQuorum: optionalCount,
  WitnessDynamicWeight: optionalCount,
  LowerQuorumPriorityNodeId: optionalCount,
  SameSubnetDelay: optionalCount,
  SameSubnetThreshold: optionalCount,
  CrossSubnetDelay: optionalCount,
  CrossSubnetThreshold: optionalCount,
  CrossSiteDelay: optionalCount,
  CrossSiteThreshold: optionalCount,
  ResiliencyDefaultPeriod: optionalCount,
  QuarantineThreshold: optionalCount,
  QuarantineDuration: optionalCount,
  MaximumParallelMigrations: optionalCount,
  DrainOnShutdown: optionalCount,
  EnableSharedVolumes: enumeration,
});

/** What `Get-Cluster` says. */
export type ClusterRow = z.output<typeof clusterRow>;

import { z } from 'zod';
import { enumeration, name, optionalCount, optionalFlag, optionalText } from '../row-values';

/** One row a resource: `Get-ClusterResource`. Durations in milliseconds. */
export const resourceRow = z.object({
  Id: name,
  Name: name,
  /** The name of its type, which is the same in every language; not its display name. */
  ResourceType: optionalText,
  State: enumeration,
  StatusInformation: enumeration,
  OwnerGroup: optionalText,
  OwnerNode: optionalText,
  IsCoreResource: optionalFlag,
  MaintenanceMode: optionalFlag,
  LooksAlivePollInterval: optionalCount,
  IsAlivePollInterval: optionalCount,
  PendingTimeout: optionalCount,
  DeadlockTimeout: optionalCount,
  RestartThreshold: optionalCount,
  RestartPeriod: optionalCount,
  RestartDelay: optionalCount,
  RetryPeriodOnFailure: optionalCount,
  ResourceSpecificStatus: optionalText,
});

/** What `Get-ClusterResource` says of one resource. */
export type ResourceRow = z.output<typeof resourceRow>;

/** One row a type: `Get-ClusterResourceType`, for resources that inherit from it. */
export const resourceTypeRow = z.object({
  Name: name,
  LooksAlivePollInterval: optionalCount,
  IsAlivePollInterval: optionalCount,
});

/** What `Get-ClusterResourceType` says of one type. */
export type ResourceTypeRow = z.output<typeof resourceTypeRow>;

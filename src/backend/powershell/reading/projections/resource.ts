import type { Resource } from '#shared/model/resource';
import { flagsOf, resourceFlags, resourceStates, wordOf } from '../enumerations';
import type { RowIndex } from '../row-index';
import { givenOr } from '../row-values';
import type { ResourceRow } from '../rows/resource-row';

/** Types that are shown under another name than their own. */
const shownTypes: { readonly [type: string]: string } = { 'File Share Witness': 'File Share Quorum Witness' };

/** How a resource type is shown; its own name for those without a better one. */
export function shownType(row: Pick<ResourceRow, 'ResourceType'>): string {
  const type = row.ResourceType ?? 'Unknown';
  return shownTypes[type] ?? type;
}

const usual = { looksAlive: 5000, isAlive: 60_000, pending: 180_000, deadlock: 300_000, retry: 3_600_000 } as const;

/** A resource. Intervals that it inherits are those of its type, or the usual ones while the types are not read. */
export function projectResource(row: ResourceRow, index: RowIndex): Resource {
  const type = index.resourceType(row.ResourceType ?? '');
  return {
    id: row.Id,
    name: row.Name,
    resourceType: shownType(row),
    state: wordOf(resourceStates, row.State, 'Unknown'),
    statusInformation: flagsOf(resourceFlags, row.StatusInformation),
    statusReason: row.ResourceSpecificStatus,
    ownerGroup: row.OwnerGroup ?? '',
    ownerNode: row.OwnerNode,
    isCoreResource: row.IsCoreResource === true,
    dependencyExpression: index.dependencyOf(row.Name),
    possibleOwners: index.possibleOwners(row.Name),
    maintenanceMode: row.MaintenanceMode === true,
    looksAlivePollInterval: givenOr(
      row.LooksAlivePollInterval,
      givenOr(type?.LooksAlivePollInterval ?? null, usual.looksAlive),
    ),
    isAlivePollInterval: givenOr(row.IsAlivePollInterval, givenOr(type?.IsAlivePollInterval ?? null, usual.isAlive)),
    pendingTimeout: row.PendingTimeout ?? usual.pending,
    deadlockTimeout: row.DeadlockTimeout ?? usual.deadlock,
    restartThreshold: row.RestartThreshold ?? 1,
    restartPeriod: row.RestartPeriod ?? 900_000,
    restartDelay: row.RestartDelay ?? 500,
    retryPeriodOnFailure: row.RetryPeriodOnFailure ?? usual.retry,
  };
}

import type { Role } from '#shared/model/role';
import { flagsOf, groupTypeOf, roleFlags, roleStates, wordOf } from '../enumerations';
import type { RowIndex } from '../row-index';
import { givenOr } from '../row-values';
import { firstRoleType, type GroupRow } from '../rows/group-row';

/** A role. Where a release lacks a property, what a new role has. */
export function projectRole(row: GroupRow, index: RowIndex): Role {
  const hour = (value: number | null): number | null => givenOr(value, null);
  return {
    id: row.Id,
    name: row.Name,
    groupType: groupTypeOf(row.GroupType),
    isCoreGroup: row.IsCoreGroup === true || (typeof row.GroupType === 'number' && row.GroupType < firstRoleType),
    state: wordOf(roleStates, row.State, 'Unknown'),
    statusInformation: flagsOf(roleFlags, row.StatusInformation),
    statusReason: null,
    ownerNode: row.OwnerNode,
    priority: row.Priority ?? 2000,
    preferredOwners: index.preferredOwners(row.Name),
    antiAffinityClassNames: row.AntiAffinityClassNames,
    failoverThreshold: givenOr(row.FailoverThreshold, null),
    failoverPeriod: row.FailoverPeriod ?? 6,
    autoFailbackType: row.AutoFailbackType === 1 ? 1 : 0,
    failbackWindowStart: hour(row.FailbackWindowStart),
    failbackWindowEnd: hour(row.FailbackWindowEnd),
    persistentState: row.PersistentState === 0 ? 0 : 1,
    guestCluster: null,
  };
}

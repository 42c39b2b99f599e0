import { z } from 'zod';
import { enumeration, name, optionalCount, optionalFlag, optionalText, texts } from '../row-values';

/** One row a role: `Get-ClusterGroup`. */
export const groupRow = z.object({
  Id: name,
  Name: name,
  GroupType: enumeration,
  IsCoreGroup: optionalFlag,
  State: enumeration,
  StatusInformation: enumeration,
  OwnerNode: optionalText,
  Priority: optionalCount,
  AntiAffinityClassNames: texts,
  FailoverThreshold: optionalCount,
  FailoverPeriod: optionalCount,
  AutoFailbackType: optionalCount,
  FailbackWindowStart: optionalCount,
  FailbackWindowEnd: optionalCount,
  PersistentState: optionalCount,
});

/** What `Get-ClusterGroup` says of one role. */
export type GroupRow = z.output<typeof groupRow>;

/** Types of groups that the cluster keeps for itself and shows nowhere: temporary ones, and those of shared volumes. */
const hidden = new Set([3, 4, 'Temporary', 'ClusterSharedVolume']);
/** Below this number are the cluster's own groups. */
export const firstRoleType = 100;

/** Whether a group is one that administrators see. */
export function isShown({ GroupType }: GroupRow): boolean {
  return GroupType === null || !hidden.has(GroupType);
}

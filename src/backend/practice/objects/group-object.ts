import type { ClusterView } from '#shared/model/cluster-view';
import type { Role } from '#shared/model/role';
import { reference, type PracticeObject } from '../practice-object';

/** What Windows writes where nothing was set: any hour, the default threshold. */
export const unset = 4_294_967_295;

/** `Microsoft.FailoverClusters.PowerShell.ClusterGroup`. */
export function groupObject(role: Role, view: ClusterView): PracticeObject {
  return {
    $type: 'ClusterGroup',
    Name: role.name,
    Id: role.id,
    Cluster: reference('Cluster', view.snapshot.cluster.name),
    GroupType: role.groupType,
    IsCoreGroup: role.isCoreGroup,
    State: role.state,
    StatusInformation: role.statusInformation,
    OwnerNode: role.ownerNode === null ? null : reference('ClusterNode', role.ownerNode),
    Priority: role.priority,
    AntiAffinityClassNames: role.antiAffinityClassNames,
    AutoFailbackType: role.autoFailbackType,
    FailbackWindowStart: role.failbackWindowStart ?? unset,
    FailbackWindowEnd: role.failbackWindowEnd ?? unset,
    FailoverThreshold: role.failoverThreshold ?? unset,
    FailoverPeriod: role.failoverPeriod,
    PersistentState: role.persistentState,
    Description: '',
    DefaultOwner: unset,
    ColdStartSetting: 0,
    LockedFromMoving: 0,
    PlacementOptions: 0,
    PreferredSite: '',
    ResiliencyPeriod: 0,
    FaultDomain: 0,
    UpdateDomain: 0,
  };
}

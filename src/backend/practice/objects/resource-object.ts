import type { ClusterView } from '#shared/model/cluster-view';
import type { Resource } from '#shared/model/resource';
import { reference, type PracticeObject } from '../practice-object';
import { resourceTypeName } from './resource-type-object';

/** Types that hold an address or a name of the network. */
const networkTypes = ['IP Address', 'IPv6 Address', 'Network Name'];

/** `Microsoft.FailoverClusters.PowerShell.ClusterResource`. Times in milliseconds. */
export function resourceObject(resource: Resource, view: ClusterView): PracticeObject {
  return {
    $type: 'ClusterResource',
    Name: resource.name,
    Id: resource.id,
    Cluster: reference('Cluster', view.snapshot.cluster.name),
    State: resource.state,
    StatusInformation: resource.statusInformation,
    OwnerGroup: reference('ClusterGroup', resource.ownerGroup),
    OwnerNode: resource.ownerNode === null ? null : reference('ClusterNode', resource.ownerNode),
    ResourceType: {
      ...reference('ClusterResourceType', resourceTypeName(resource.resourceType)),
      DisplayName: resource.resourceType,
    },
    IsCoreResource: resource.isCoreResource,
    IsNetworkClassResource: networkTypes.includes(resource.resourceType),
    IsStorageClassResource: resource.resourceType === 'Physical Disk',
    MaintenanceMode: resource.maintenanceMode,
    LooksAlivePollInterval: resource.looksAlivePollInterval,
    IsAlivePollInterval: resource.isAlivePollInterval,
    PendingTimeout: resource.pendingTimeout,
    DeadlockTimeout: resource.deadlockTimeout,
    RestartAction: 2,
    RestartThreshold: resource.restartThreshold,
    RestartPeriod: resource.restartPeriod,
    RestartDelay: resource.restartDelay,
    RetryPeriodOnFailure: resource.retryPeriodOnFailure,
    EmbeddedFailureAction: 2,
    SeparateMonitor: false,
    PersistentState: resource.state === 'Offline' ? 0 : 1,
    Description: '',
    ResourceSpecificStatus: resource.statusReason ?? '',
    LastOperationStatusCode: 0,
    MonitorProcessId: 0,
  };
}

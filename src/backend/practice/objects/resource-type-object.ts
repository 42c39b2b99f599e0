import type { ClusterView } from '#shared/model/cluster-view';
import { reference, type PracticeObject } from '../practice-object';

/** Names of resource types whose name differs from how they are shown. */
const names: Readonly<Record<string, string>> = {
  'File Share Quorum Witness': 'File Share Witness',
};

/** Types that every cluster has, beside those of its resources. */
const usual = [
  'Physical Disk',
  'IP Address',
  'IPv6 Address',
  'Network Name',
  'File Server',
  'File Share Quorum Witness',
  'Cloud Witness',
  'Generic Application',
  'Generic Script',
  'Generic Service',
  'DHCP Service',
  'Distributed File System',
  'Distributed Transaction Coordinator',
  'iSCSI Target Server',
  'Microsoft iSNS',
  'MSMQ',
  'Print Spooler',
  'Virtual Machine',
  'Virtual Machine Configuration',
  'WINS Service',
] as const;

/** Display names of the types that the cluster knows, sorted. */
export function resourceTypes(view: ClusterView): readonly string[] {
  const used = view.snapshot.resources.map(({ resourceType }) => resourceType);
  return [...new Set([...usual, ...used])].sort();
}

/** The name of a type by its display name. */
export function resourceTypeName(displayName: string): string {
  return names[displayName] ?? displayName;
}

/** `Microsoft.FailoverClusters.PowerShell.ClusterResourceType`. Times in milliseconds. */
export function resourceTypeObject(displayName: string, view: ClusterView): PracticeObject {
  return {
    $type: 'ClusterResourceType',
    Name: resourceTypeName(displayName),
    DisplayName: displayName,
    Id: resourceTypeName(displayName),
    Cluster: reference('Cluster', view.snapshot.cluster.name),
    Description: '',
    LooksAlivePollInterval: 5000,
    IsAlivePollInterval: 60_000,
    PendingTimeout: 180_000,
    DeadlockTimeout: 300_000,
  };
}

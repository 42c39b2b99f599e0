import type { NetworkInterfaceState, NetworkRole, NetworkState } from '#shared/model/network';
import type { NodeDrainStatus, NodeState } from '#shared/model/node';
import type { ResourceState } from '#shared/model/resource';
import { groupTypes, type GroupType, type RoleState } from '#shared/model/role';
import type { SharedVolumeAccess } from '#shared/model/shared-volume';
import type { GuestHeartbeat, VirtualMachineState } from '#shared/model/virtual-machine';
import type { EnumValue } from './row-values';

/** Names of an enumeration by number, as the FailoverClusters and Hyper-V modules have them. */
type Words<Word extends string> = { readonly [value: number]: Word };

/** ClusterNodeState. */
export const nodeStates: Words<NodeState> = { 0: 'Up', 1: 'Down', 2: 'Paused', 3: 'Joining', [-1]: 'Unknown' };

/** ClusterNodeDrainStatus. */
export const drainStatuses: Words<NodeDrainStatus> = {
  0: 'NotInitiated',
  1: 'InProgress',
  2: 'Completed',
  3: 'Failed',
};

/** ClusterNodeStatusInformation: flags. */
export const nodeFlags: Words<string> = {
  1: 'Isolated',
  2: 'Quarantined',
  4: 'DrainInProgress',
  8: 'DrainCompleted',
  16: 'DrainFailed',
  32: 'AvoidPlacement',
  0x80000000: 'Unknown',
};

/** ClusterGroupState. */
export const roleStates: Words<RoleState> = {
  0: 'Online',
  1: 'Offline',
  2: 'Failed',
  3: 'PartialOnline',
  4: 'Pending',
  [-1]: 'Unknown',
};

/** ClusterApplicationStatusInformation: flags. 512 and 1024 stand in the WMI documentation only. */
export const roleFlags: Words<string> = {
  1: 'Locked',
  2: 'Preempted',
  4: 'Queued',
  8: 'PhysicalResourcesLacking',
  16: 'WaitingToStart',
  32: 'EmbeddedFailure',
  64: 'OfflineAntiAffinityConflict',
  128: 'NetworkFailure',
  256: 'Unmonitored',
  512: 'OSHeartbeat',
  1024: 'ApplicationReady',
  4096: 'WaitingForDependencies',
};

/** GroupType, those that Regroup shows by their name. */
export const groupTypeWords: Words<GroupType> = {
  1: 'Cluster',
  2: 'AvailableStorage',
  100: 'FileServer',
  101: 'PrintServer',
  102: 'DhcpServer',
  103: 'Dtc',
  104: 'Msmq',
  105: 'Wins',
  106: 'StandAloneDfs',
  107: 'GenericApplication',
  108: 'GenericService',
  109: 'GenericScript',
  110: 'IScsiNameService',
  111: 'VirtualMachine',
  113: 'IScsiTarget',
};

/** ClusterResourceState; 0 is Inherited. */
export const resourceStates: Words<ResourceState> = {
  1: 'Initializing',
  2: 'Online',
  3: 'Offline',
  4: 'Failed',
  128: 'Pending',
  129: 'OnlinePending',
  130: 'OfflinePending',
  [-1]: 'Unknown',
};

/** ClusterResourceStatusInformation: flags. */
export const resourceFlags: Words<string> = {
  1: 'Locked',
  2: 'EmbeddedFailure',
  4: 'InsufficientCpu',
  8: 'InsufficientMemory',
  16: 'InsufficientResources',
  32: 'NetworkFailure',
  64: 'Unmonitored',
};

/** ClusterNetworkState. */
export const networkStates: Words<NetworkState> = {
  0: 'Unavailable',
  1: 'Down',
  2: 'Partitioned',
  3: 'Up',
  [-1]: 'Unknown',
};

/** ClusterNetworkRole; 2, clients only, is used by no tool. */
export const networkRoles: Words<NetworkRole> = {
  0: 'None',
  1: 'Cluster',
  2: 'ClusterAndClient',
  3: 'ClusterAndClient',
};

/** ClusterNetworkInterfaceState. */
export const interfaceStates: Words<NetworkInterfaceState> = {
  0: 'Unavailable',
  1: 'Failed',
  2: 'Unreachable',
  3: 'Up',
  [-1]: 'Unknown',
};

/** ClusterSharedVolumeState. */
export const volumeStates: Words<SharedVolumeAccess> = {
  0: 'Unavailable',
  1: 'Paused',
  2: 'Direct',
  3: 'FileSystemRedirected',
  4: 'BlockRedirected',
};

/** ClusterSharedVolumeBlockRedirectedIOReason: flags. */
export const blockRedirectionFlags: Words<string> = {
  1: 'NoDiskConnectivity',
  2: 'StorageSpaceNotAttached',
  4: 'VolumeReplicationEnabled',
};

/** VMState. Of those that lost their storage only a paused machine has a word of its own; where they run is not known. */
export const machineStates: Words<VirtualMachineState> = {
  2: 'Running',
  3: 'Off',
  4: 'Stopping',
  6: 'Saved',
  9: 'Paused',
  10: 'Starting',
  32773: 'Saving',
  32777: 'Resuming',
  32779: 'Saved',
  32780: 'Saving',
  32781: 'Stopping',
  32786: 'Off',
  32787: 'Stopping',
  32788: 'Saved',
  32789: 'PausedCritical',
  32792: 'Saving',
  32794: 'Resuming',
  32795: 'Saved',
  32796: 'Saving',
};

/** VMHeartbeatStatus. Disabled says nothing about the guest; an error of the heartbeat means that nothing comes. */
export const heartbeats: Words<GuestHeartbeat> = {
  0: 'Unknown',
  1: 'Unknown',
  2: 'NoContact',
  3: 'LostCommunication',
  4: 'LostCommunication',
  5: 'OkApplicationsUnknown',
  6: 'OkApplicationsHealthy',
  7: 'OkApplicationsUnknown',
  8: 'Paused',
};

/** The word of a value; `otherwise` for a number or a name that Regroup does not know. */
export function wordOf<Word extends string>(words: Words<Word>, value: EnumValue, otherwise: Word): Word {
  if (value === null) return otherwise;
  if (typeof value === 'number') return words[value] ?? otherwise;
  const wanted = value.toLowerCase();
  return Object.values(words).find((word) => word.toLowerCase() === wanted) ?? otherwise;
}

/** The words of all flags that are set, joined with a comma and a space; bits that Regroup does not know as a number. */
export function flagsOf(words: Words<string>, value: EnumValue, none = 'Normal'): string {
  if (value === null || value === 0) return none;
  if (typeof value === 'string') return value;
  let rest = value < 0 ? value + 2 ** 32 : value;
  const found: string[] = [];
  for (const [bit, word] of Object.entries(words)) {
    if (Math.floor(rest / Number(bit)) % 2 !== 1) continue;
    found.push(word);
    rest -= Number(bit);
  }
  return (rest > 0 ? [...found, `0x${rest.toString(16)}`] : found).join(', ');
}

/** The kind of a role; `Unknown` for those that Regroup has no page for. */
export function groupTypeOf(value: EnumValue): GroupType {
  if (typeof value === 'string')
    return groupTypes.find((type) => type.toLowerCase() === value.toLowerCase()) ?? 'Unknown';
  return wordOf(groupTypeWords, value, 'Unknown');
}

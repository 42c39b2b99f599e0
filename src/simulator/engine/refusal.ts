import { clusterError, type ClusterError, type ClusterErrorKind } from '#shared/model/cluster-error';

/** Windows' error numbers that refusals carry. */
export const windowsErrors = {
  /** ERROR_DEPENDENT_RESOURCE_EXISTS */
  dependentExists: 5001,
  /** ERROR_RESOURCE_NOT_AVAILABLE */
  resourceNotAvailable: 5006,
  /** ERROR_RESOURCE_NOT_FOUND */
  resourceNotFound: 5007,
  /** ERROR_CANT_EVICT_ACTIVE_NODE */
  cannotEvictActiveNode: 5009,
  /** ERROR_OBJECT_ALREADY_EXISTS */
  alreadyExists: 5010,
  /** ERROR_GROUP_NOT_FOUND */
  roleNotFound: 5013,
  /** ERROR_GROUP_NOT_AVAILABLE */
  roleNotAvailable: 5012,
  /** ERROR_HOST_NODE_NOT_RESOURCE_OWNER */
  notResourceOwner: 5015,
  /** ERROR_HOST_NODE_NOT_GROUP_OWNER: the node is no possible owner. */
  notPossibleOwner: 5016,
  /** ERROR_RESOURCE_NOT_ONLINE */
  resourceNotOnline: 5004,
  /** ERROR_CIRCULAR_DEPENDENCY */
  circularDependency: 1059,
  /** ERROR_INVALID_STATE */
  invalidState: 5023,
  /** ERROR_CORE_RESOURCE */
  coreResource: 5026,
  /** ERROR_RESOURCE_FAILED */
  resourceFailed: 5038,
  /** ERROR_CLUSTER_NODE_NOT_FOUND */
  nodeNotFound: 5042,
  /** ERROR_CLUSTER_NETWORK_NOT_FOUND */
  networkNotFound: 5045,
  /** ERROR_CLUSTER_NODE_DOWN */
  nodeDown: 5050,
  /** ERROR_CLUSTER_NODE_UP */
  nodeUp: 5056,
  /** ERROR_CLUSTER_LAST_INTERNAL_NETWORK: the only one over which two nodes that are up reach each other. */
  lastInternalNetwork: 5066,
  /** ERROR_CLUSTER_NODE_PAUSED */
  nodePaused: 5070,
  /** ERROR_CLUSTER_RESOURCE_LOCKED_STATUS and kin: the role is on its way. */
  roleMoving: 5908,
  /** ERROR_QUORUM_NOT_ALLOWED_IN_THIS_GROUP */
  quorumNotAllowed: 5928,
  /** ERROR_RESOURCE_IN_MAINTENANCE_MODE and kin. */
  resourceInMaintenance: 5970,
  /** ERROR_DISK_FULL */
  diskFull: 112,
  /** ERROR_ALREADY_EXISTS */
  alreadyThere: 183,
  /** ERROR_CANNOT_DELETE_QUORUM_RESOURCE and kin. */
  quorumResource: 5020,
  /** ERROR_CLUSTER_SHARED_VOLUMES_IN_USE */
  volumeInUse: 5947,
  /** ERROR_RESOURCE_NOT_IN_AVAILABLE_STORAGE */
  notAvailableStorage: 5965,
  /** ERROR_CLUSTER_NODE_UNREACHABLE */
  nodeUnreachable: 5052,
  /** ERROR_CLUSTER_NODE_ALREADY_MEMBER */
  alreadyMember: 5065,
  /** ERROR_CLUSTER_INCOMPATIBLE_VERSIONS */
  incompatibleVersions: 5075,
  /** ERROR_CLUSTER_TOO_MANY_NODES */
  tooManyNodes: 5935,
  /** ERROR_CLUSTER_MEMBERSHIP_INVALID_STATE: the servers belong to a cluster already. */
  clusterExists: 5890,
  /** ERROR_CLUSTER_NO_QUORUM */
  noQuorum: 5925,
  /** ERROR_CLUSTER_RESOURCE_VETOED_MOVE_INCOMPATIBLE_NODES */
  incompatibleNodes: 5953,
  /** ERROR_CLUSTER_NOT_ENOUGH_RESOURCES for a start. */
  noRoomToStart: 5956,
  /** The same for a move. */
  noRoomToMove: 5957,
} as const;

/** Thrown by a command's handler: the command is refused, nothing has changed. Whoever runs commands catches it. */
export class Refusal extends Error {
  constructor(readonly error: ClusterError) {
    super(error.message);
  }
}

/** Refuses a command. */
export function refuse(message: string, code?: number, advice?: string, kind: ClusterErrorKind = 'refused'): never {
  throw new Refusal(
    clusterError(kind, message, {
      ...(code === undefined ? {} : { code }),
      ...(advice === undefined ? {} : { advice }),
    }),
  );
}

/** As `Get-ClusterNode` words it. */
export type NodeState = 'Up' | 'Down' | 'Paused' | 'Joining' | 'Unknown';

/** As `Get-ClusterNode` words it; several at once are joined with a comma and a space. */
export type NodeStatusInformation = string;

/** State of the last drain of a node. */
export type NodeDrainStatus = 'NotInitiated' | 'InProgress' | 'Completed' | 'Failed';

/** One server of the cluster. */
export interface Node {
  readonly id: string;
  readonly name: string;
  /** The number Windows gives each node when it joins, from 1. */
  readonly nodeNumber: number;
  readonly state: NodeState;
  /** Normal, Isolated, Quarantined, DrainInProgress, DrainCompleted, DrainFailed. */
  readonly statusInformation: NodeStatusInformation;
  /** Cluster time at which isolation or quarantine ends by itself; null when it is in neither, or when it is unknown. */
  readonly statusUntil: number | null;
  readonly drainStatus: NodeDrainStatus;
  /** The configured vote. */
  readonly nodeWeight: 0 | 1;
  /** The vote it has now. */
  readonly dynamicWeight: 0 | 1;
  /** Site (fault domain); null when none is set. */
  readonly site: string | null;
  /** Operating system build, for example `20348.2700`; null when unknown. */
  readonly osBuild: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly logicalProcessors: number | null;
  /** Bytes; null while it is unknown. */
  readonly memoryTotal: number | null;
  /** Bytes that virtual machines can still get, after what the host keeps for itself; null while it is unknown. */
  readonly memoryAvailable: number | null;
  /** Percent, 0 to 100; null where it is not measured. */
  readonly processorUsage: number | null;
}

/** One network. Bandwidth in bits a second, latency in milliseconds, loss as a share from 0 to 1. */
export interface NetworkState {
  readonly id: string;
  name: string;
  readonly subnet: string;
  role: 'none' | 'cluster' | 'clusterAndClient';
  liveMigration: number | null;
  metric: number;
  bandwidth: number;
  latency: number;
  loss: number;
  working: boolean;
  /** Groups of nodes that reach each other only within their group; null: all do. A node in no group reaches nobody. */
  groups: string[][] | null;
  /** What the cluster knows: the state that was last announced. */
  known: 'Up' | 'Partitioned' | 'Down';
}

/** One node's interface on one network. */
export interface InterfaceState {
  readonly id: string;
  readonly node: string;
  readonly network: string;
  readonly address: string;
  working: boolean;
  /** What the cluster knows: the state that was last announced. */
  known: 'Up' | 'Failed' | 'Unreachable';
}

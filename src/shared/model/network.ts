/** As `Get-ClusterNetwork` words it. */
export type NetworkState = 'Up' | 'Partitioned' | 'Down' | 'Unavailable' | 'Unknown';

/** What the cluster may use a network for. */
export type NetworkRole = 'None' | 'Cluster' | 'ClusterAndClient';

/** One network that joins the nodes. */
export interface Network {
  readonly id: string;
  readonly name: string;
  readonly state: NetworkState;
  readonly role: NetworkRole;
  /** Subnet in CIDR form, for example `10.10.10.0/24`. */
  readonly address: string;
  /** Cluster traffic prefers the lowest. */
  readonly metric: number;
  /** Rank for live migration, 1 first; null: never used for it. */
  readonly liveMigrationOrder: number | null;
  /** Bits a second; null when unknown. */
  readonly bandwidth: number | null;
}

/** As `Get-ClusterNetworkInterface` words it. */
export type NetworkInterfaceState = 'Up' | 'Failed' | 'Unreachable' | 'Unavailable' | 'Unknown';

/** One node's interface on one network. */
export interface NetworkInterface {
  readonly id: string;
  /** `Demo1 - Public`. */
  readonly name: string;
  readonly node: string;
  readonly network: string;
  readonly state: NetworkInterfaceState;
  readonly address: string;
}

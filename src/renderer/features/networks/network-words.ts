import type { Network, NetworkInterface, NetworkRole } from '#shared/model/network';
import type { StatusWords } from '../../lib/tone';

const networkStates = {
  Up: { tone: 'ok', text: 'Up' },
  Partitioned: { tone: 'error', text: 'Partitioned' },
  Down: { tone: 'error', text: 'Down' },
  Unavailable: { tone: 'warn', text: 'Unavailable' },
  Unknown: { tone: 'unknown', text: 'Unknown' },
} as const satisfies Record<Network['state'], StatusWords>;

/** How a network is, in a word. */
export function networkStatus(network: Network): StatusWords {
  return networkStates[network.state];
}

const interfaceStates = {
  Up: { tone: 'ok', text: 'Up' },
  Failed: { tone: 'error', text: 'Failed' },
  Unreachable: { tone: 'error', text: 'Unreachable' },
  Unavailable: { tone: 'absent', text: 'Unavailable' },
  Unknown: { tone: 'unknown', text: 'Unknown' },
} as const satisfies Record<NetworkInterface['state'], StatusWords>;

/** How a node's interface is, in a word. */
export function interfaceStatus(state: NetworkInterface['state']): StatusWords {
  return interfaceStates[state];
}

const uses = {
  None: 'None',
  Cluster: 'Cluster only',
  ClusterAndClient: 'Cluster and client',
} as const satisfies Record<NetworkRole, string>;

/** What the cluster uses a network for. */
export function clusterUse(role: NetworkRole): string {
  return uses[role];
}

/** Place in the live migration order: `1st`, `2nd`, … or `Not used`. */
export function migrationOrder(order: number | null): string {
  if (order === null) return 'Not used';
  const teen = order % 100 >= 11 && order % 100 <= 13;
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][order % 10] ?? 'th');
  return `${order}${suffix}`;
}

/** Which interfaces are the reason for its state; empty where all is well. */
export function networkInformation(network: Network, interfaces: readonly NetworkInterface[]): string {
  const failed = interfaces.filter(({ state }) => state === 'Failed').map(({ node }) => node);
  const unreachable = interfaces.filter(({ state }) => state === 'Unreachable').map(({ node }) => node);
  const parts = [
    ...(network.state === 'Down' ? ['No node reaches another over it'] : []),
    ...(failed.length > 0 ? [`failed on ${failed.join(', ')}`] : []),
    ...(unreachable.length > 0 ? [`${unreachable.join(', ')} cannot be reached by some nodes`] : []),
  ];
  if (network.state === 'Partitioned' && parts.length === 0) return 'Some nodes cannot reach each other over it';
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

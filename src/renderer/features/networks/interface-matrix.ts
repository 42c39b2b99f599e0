import { foldName } from '#shared/model/cluster-view';
import type { Network, NetworkInterface } from '#shared/model/network';
import type { Node } from '#shared/model/node';

/** One node's row of the matrix: its interface on each network, undefined where it has none. */
export interface MatrixRow {
  readonly node: string;
  readonly cells: readonly (NetworkInterface | undefined)[];
}

/** Every node against every network. */
export function interfaceMatrix(
  nodes: readonly Node[],
  networks: readonly Network[],
  interfaces: readonly NetworkInterface[],
): readonly MatrixRow[] {
  const key = (node: string, network: string): string => `${foldName(node)}\n${foldName(network)}`;
  const known = new Map(interfaces.map((entry) => [key(entry.node, entry.network), entry]));
  return nodes.map(({ name }) => ({
    node: name,
    cells: networks.map((network) => known.get(key(name, network.name))),
  }));
}

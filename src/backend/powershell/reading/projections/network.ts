import type { Network, NetworkInterface } from '#shared/model/network';
import { interfaceStates, networkRoles, networkStates, wordOf } from '../enumerations';
import type { RowIndex } from '../row-index';
import type { NetworkRow, InterfaceRow } from '../rows/network-row';

/** Bits that are set in a mask like `255.255.255.0`. */
function prefixOf(mask: string | null): number {
  return (mask ?? '')
    .split('.')
    .map((part) => Number(part).toString(2).replace(/[^1]/g, '').length)
    .reduce((sum, bits) => sum + bits, 0);
}

/** The subnet in CIDR form; empty where Windows does not say it. */
function subnetOf(row: NetworkRow): string {
  if (row.Address !== null) return `${row.Address}/${prefixOf(row.AddressMask)}`;
  const [address] = row.Ipv6Addresses;
  return address === undefined ? '' : `${address}/${row.Ipv6PrefixLengths[0] ?? 64}`;
}

/** A network. How fast it is, the cluster does not say. */
export function projectNetwork(row: NetworkRow, index: RowIndex): Network {
  return {
    id: row.Id,
    name: row.Name,
    state: wordOf(networkStates, row.State, 'Unknown'),
    role: wordOf(networkRoles, row.Role, 'None'),
    address: subnetOf(row),
    metric: row.Metric ?? 0,
    liveMigrationOrder: index.liveMigrationOrder(row.Id),
    bandwidth: null,
  };
}

/** One node's interface. */
export function projectInterface(row: InterfaceRow): NetworkInterface {
  return {
    id: row.Id,
    name: row.Name,
    node: row.Node ?? '',
    network: row.Network ?? '',
    state: wordOf(interfaceStates, row.State, 'Unknown'),
    address: row.Address ?? row.Ipv6Addresses[0] ?? '',
  };
}

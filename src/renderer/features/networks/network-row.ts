import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { Network, NetworkInterface } from '#shared/model/network';
import type { Tone } from '../../lib/tone';
import type { GridRow } from '../../ui/grid/grid-types';
import { clusterUse, migrationOrder, networkInformation, networkStatus } from './network-words';

/** One line of "Networks". */
export interface NetworkRow extends GridRow {
  readonly tone: Tone;
  readonly status: string;
  readonly use: string;
  readonly subnet: string;
  /** Rank, Infinity where it is never used, so that those come last. */
  readonly order: number;
  readonly orderText: string;
  readonly information: string;
  readonly wrong: boolean;
}

/** The interfaces on a network. */
export function interfacesOn(network: string, view: ClusterView): readonly NetworkInterface[] {
  return view.snapshot.networkInterfaces.filter((entry) => foldName(entry.network) === foldName(network));
}

/** A network as a line of a grid. */
export function networkRow(network: Network, view: ClusterView): NetworkRow {
  const { tone, text: status } = networkStatus(network);
  const information = networkInformation(network, interfacesOn(network.name, view));
  return {
    id: network.id,
    name: network.name,
    tone: tone === 'ok' && information !== '' ? 'warn' : tone,
    status,
    use: clusterUse(network.role),
    subnet: network.address,
    order: network.liveMigrationOrder ?? Infinity,
    orderText: migrationOrder(network.liveMigrationOrder),
    information,
    wrong: information !== '',
  };
}

import { Alert16Regular } from '@fluentui/react-icons/svg/alert';
import { Apps16Regular } from '@fluentui/react-icons/svg/apps';
import { HardDrive16Regular } from '@fluentui/react-icons/svg/hard-drive';
import { Organization16Regular } from '@fluentui/react-icons/svg/organization';
import { Server16Regular } from '@fluentui/react-icons/svg/server';
import { PlugConnected16Regular } from '@fluentui/react-icons/svg/plug-connected';
import { Storage16Regular } from '@fluentui/react-icons/svg/storage';
import { VirtualNetwork16Regular } from '@fluentui/react-icons/svg/virtual-network';
import { Database16Regular } from '@fluentui/react-icons/svg/database';
import type { ObjectKind } from '#shared/model/object-reference';
import type { TreeBadge, TreeItem } from '../../ui/tree/tree-types';
import { placeKey, type Place } from '../places/place';
import type { ClusterName } from '../clusters/cluster-names';
import type { ClusterStanding } from '../clusters/cluster-standing';
import { countInWords, type ProblemCount } from '../problems/problem-counts';
import { rootLook } from './root-look';

/** An item and where it leads. */
export interface PlaceItem extends TreeItem {
  /** Id of the connection of its cluster. */
  readonly connection: string;
  readonly place: Place;
  readonly children?: readonly PlaceItem[];
}

/** Identifies an item among those of all clusters. */
export function treeItemId(connection: string, place: Place): string {
  return `${connection} ${placeKey(place)}`;
}

/** A cluster with all that is below it. `events`: new events that are not just information. */
export function clusterTreeItem(
  standing: ClusterStanding,
  name: ClusterName,
  events: TreeBadge | undefined,
): PlaceItem {
  const { access, problems } = standing;
  const connection = access.connection.id;
  const badge = (...kinds: readonly ObjectKind[]) => badgeOf(problems.filter(({ kind }) => kinds.includes(kind)));
  const stateOf = (kind: ObjectKind, name: string) => {
    const found = problems.find((count) => count.kind === kind && count.names.includes(name));
    return found === undefined ? {} : { description: found.text, mark: found.tone };
  };
  const item = (place: Place, itemName: string, icon: TreeItem['icon'], more: Partial<PlaceItem> = {}): PlaceItem => ({
    id: treeItemId(connection, place),
    name: itemName,
    connection,
    place,
    icon,
    ...more,
  });
  const root = (more: Partial<PlaceItem>): PlaceItem =>
    item({ kind: 'cluster' }, name.title, <Organization16Regular />, { ...rootLook(standing, name.own), ...more });
  if (!standing.loaded) return root({});
  const nodes = standing.nodes.map((node) =>
    item({ kind: 'node', id: node.id }, node.name, <Server16Regular />, stateOf('node', node.name)),
  );
  const networks = standing.networks.map((network) =>
    item(
      { kind: 'network', id: network.id },
      network.name,
      <PlugConnected16Regular />,
      stateOf('network', network.name),
    ),
  );
  const storage = [
    item({ kind: 'disks' }, 'Disks', <HardDrive16Regular />, { badge: badge('disk') }),
    item({ kind: 'sharedVolumes' }, 'Cluster shared volumes', <Database16Regular />, { badge: badge('sharedVolume') }),
  ];
  return root({
    badge: badge('cluster', 'resource'),
    children: [
      item({ kind: 'roles' }, 'Services and applications', <Apps16Regular />, {
        badge: badge('role', 'virtualMachine'),
      }),
      item({ kind: 'nodes' }, 'Nodes', <Server16Regular />, { badge: badge('node'), children: nodes }),
      item({ kind: 'storage' }, 'Storage', <Storage16Regular />, {
        badge: badge('storageServer', 'storageDevice'),
        children: storage,
      }),
      item({ kind: 'networks' }, 'Networks', <VirtualNetwork16Regular />, {
        badge: badge('network', 'networkInterface'),
        children: networks,
      }),
      item({ kind: 'events' }, 'Cluster events', <Alert16Regular />, { badge: events }),
    ],
  });
}

function badgeOf(counts: readonly ProblemCount[]): TreeBadge | undefined {
  if (counts.length === 0) return undefined;
  return {
    tone: counts.some(({ tone }) => tone === 'error') ? 'error' : 'warn',
    text: String(counts.reduce((sum, { count }) => sum + count, 0)),
    description: counts.map(countInWords).join(', '),
  };
}

/** The item with this id, wherever it is. */
export function findItem(items: readonly PlaceItem[], id: string): PlaceItem | undefined {
  for (const item of items) {
    const found = item.id === id ? item : findItem(item.children ?? [], id);
    if (found !== undefined) return found;
  }
  return undefined;
}

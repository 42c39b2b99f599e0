import type { CommandName } from '#shared/commands/catalogue';
import type { PlaceKind } from '../places/place';

/** Commands about the cluster that stand in the first group of a place too, beside the place of the cluster itself. */
export const clusterCommandsOf: { readonly [Kind in PlaceKind]?: readonly CommandName[] } = {
  roles: ['role.create', 'vm.create'],
  nodes: ['node.add', 'cluster.validate', 'cluster.collectLog'],
  storage: ['disk.add'],
  disks: ['disk.add'],
  networks: ['network.setLiveMigrationOrder'],
};

/** Keys of commands on the selected object. */
export const shortcuts: { readonly [Name in CommandName]?: string } = {
  'role.remove': 'Delete',
  'node.evict': 'Delete',
  'resource.remove': 'Delete',
  'disk.remove': 'Delete',
  'disk.removeFromSharedVolumes': 'Delete',
  'network.rename': 'F2',
};

/** The key that reads everything anew. */
export const refreshShortcut = 'F5';

import type { Place } from '../../app/places/place';
import { definePlace } from '../../app/feature';
import type { ClusterView } from '#shared/model/cluster-view';
import type { Node } from '#shared/model/node';
import { formatBytesOf } from '../../lib/format/bytes-of';
import { formatCount } from '../../lib/format/numbers';
import { hostedRoleColumns, roleGrid, roleRow, type RoleRow } from '../roles';
import { NodeHead } from './node-head';
import { nodeStatus } from './node-words';

function nodeOf(place: Place, view: ClusterView): Node | undefined {
  if (place.kind !== 'node') return undefined;
  return view.snapshot.nodes.find((node) => node.id === place.id);
}

/** One node: its interfaces, and the roles that it has. */
export const nodePlace = definePlace<RoleRow>({
  kind: 'node',
  reads: ['nodes', 'roles', 'resources', 'virtualMachines', 'operations'],
  shows: ['networkInterfaces'],
  title: (place, view) => nodeOf(place, view)?.name,
  summary: (place, view) => {
    const node = nodeOf(place, view);
    if (node === undefined) return [];
    const { tone, text } = nodeStatus(node);
    const roles = view.rolesOn(node.name).filter((role) => !role.isCoreGroup).length;
    return [
      { text, ...(tone !== 'ok' && { tone }) },
      { text: formatCount(roles, 'role') },
      ...(node.memoryAvailable === null || node.memoryTotal === null
        ? []
        : [{ text: `${formatBytesOf(node.memoryAvailable, node.memoryTotal)} free` }]),
    ];
  },
  target: (place, view) => {
    const node = nodeOf(place, view);
    return node === undefined ? null : { kind: 'node', name: node.name };
  },
  body: (place) => (place.kind === 'node' ? <NodeHead id={place.id} /> : null),
  grid: {
    ...roleGrid,
    columns: hostedRoleColumns,
    emptyText: 'This node has no roles now.',
    rows: (place, view, scale) => {
      const node = nodeOf(place, view);
      if (node === undefined) return [];
      return view
        .rolesOn(node.name)
        .filter((role) => !role.isCoreGroup)
        .map((role) => roleRow(role, view, scale));
    },
  },
});

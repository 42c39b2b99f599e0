import { definePlace } from '../../app/feature';
import { roleGrid } from './role-grid';
import { ownRows, type RoleRow } from './role-row';
import { roleCounts } from './role-summary';

/** "Services and applications": every role with its details. */
export const rolesPlace = definePlace<RoleRow>({
  kind: 'roles',
  reads: ['roles', 'resources', 'virtualMachines', 'nodes', 'operations'],
  title: () => 'Services and applications',
  summary: (_place, view) => roleCounts(view),
  target: () => null,
  grid: {
    ...roleGrid,
    emptyText:
      'No service or application is highly available yet. Configure one to protect it from the loss of a node.',
    rows: (_place, view, scale) => ownRows(view, scale),
  },
});

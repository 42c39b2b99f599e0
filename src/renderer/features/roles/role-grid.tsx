import type { PlaceGrid } from '../../app/feature';
import { ObjectEvents } from '../events';
import { DependenciesTab } from './details/dependencies-tab';
import { ResourcesTab } from './details/resources-tab';
import { SummaryTab } from './details/summary-tab';
import { MigrationTab } from './migration/migration-tab';
import { roleColumns } from './role-columns';
import { RoleIcon } from './role-icon';
import type { RoleRow } from './role-row';

/** The grid of roles with its details, wherever roles are listed. */
export const roleGrid: Omit<PlaceGrid<RoleRow>, 'rows' | 'emptyText'> = {
  columns: roleColumns,
  defaultSort: { column: 'name', descending: false },
  target: (row) => ({ kind: 'role', name: row.name }),
  status: (row) => ({ tone: row.tone, text: row.status }),
  icon: (row) => <RoleIcon isMachine={row.isMachine} />,
  details: [
    { id: 'summary', title: 'Summary', render: (row) => <SummaryTab role={row.name} /> },
    { id: 'resources', title: 'Resources', render: (row) => <ResourcesTab role={row.name} /> },
    { id: 'dependencies', title: 'Dependencies', render: (row) => <DependenciesTab role={row.name} /> },
    {
      id: 'migration',
      title: 'Migration',
      applies: (row) => row.isMachine,
      render: (row) => <MigrationTab role={row.name} />,
    },
    { id: 'events', title: 'Events', render: (row) => <ObjectEvents subject={{ kind: 'role', name: row.name }} /> },
  ],
  preferredTab: (row) => (row.moves ? 'migration' : undefined),
};

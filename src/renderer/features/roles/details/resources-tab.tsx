import { useState } from 'react';
import { ObjectMenu } from '../../../app/actions/object-menu';
import { useCluster } from '../../../lib/cluster-context';
import { equalFields, equalLists } from '../../../lib/equality';
import { Grid, type Point } from '../../../ui/grid/grid';
import type { GridColumn } from '../../../ui/grid/grid-types';
import { Information } from '../../../ui/information';
import { Status } from '../../../ui/status';
import { resourceRow, type ResourceRow } from './resource-row';

const columns: readonly GridColumn<ResourceRow>[] = [
  { id: 'name', title: 'Name', width: 220, grows: true, value: (row) => row.name },
  {
    id: 'status',
    title: 'Status',
    width: 112,
    value: (row) => row.status,
    render: (row) => <Status tone={row.tone} text={row.status} />,
  },
  { id: 'type', title: 'Type', width: 170, value: (row) => row.type },
  { id: 'dependsOn', title: 'Depends on', width: 170, grows: true, value: (row) => row.dependsOn },
  {
    id: 'information',
    title: 'Information',
    width: 90,
    grows: true,
    value: (row) => row.information,
    render: (row) => <Information tone={row.tone} wrong={row.wrong} text={row.information} />,
  },
];

interface OpenMenu {
  readonly resource: string;
  readonly at: Point;
}

/** The resources of a role; each has its own actions in the context menu. */
export function ResourcesTab({ role }: { readonly role: string }) {
  const rows = useCluster(
    (view) => view.resourcesOf(role).map((resource) => resourceRow(resource)),
    (a, b) => equalLists(a, b, equalFields),
  );
  const [selected, setSelected] = useState<string | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  return (
    <>
      <Grid
        name={`Resources of ${role}`}
        rows={rows}
        columns={columns}
        emptyText={`${role} has no resources.`}
        selected={selected}
        onSelect={setSelected}
        onContextMenu={(row, at) => setMenu({ resource: row.name, at })}
      />
      {menu === null ? null : (
        <ObjectMenu target={{ kind: 'resource', name: menu.resource }} at={menu.at} onClose={() => setMenu(null)} />
      )}
    </>
  );
}

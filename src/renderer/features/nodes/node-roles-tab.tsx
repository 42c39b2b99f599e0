import { useState } from 'react';
import { useWindowActions } from '../../app/window-context';
import { useCluster, useTimeScale } from '../../lib/cluster-context';
import { equalFields, equalLists } from '../../lib/equality';
import { Grid } from '../../ui/grid/grid';
import { hostedRoleColumns, roleRow } from '../roles';

/** The roles that a node has. */
export function NodeRolesTab({ node }: { readonly node: string }) {
  const actions = useWindowActions();
  const scale = useTimeScale();
  const rows = useCluster(
    (view) =>
      view
        .rolesOn(node)
        .filter((role) => !role.isCoreGroup)
        .map((role) => roleRow(role, view, scale)),
    (a, b) => equalLists(a, b, equalFields),
  );
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <Grid
      name={`Roles on ${node}`}
      rows={rows}
      columns={hostedRoleColumns}
      emptyText={`${node} has no roles now.`}
      selected={selected}
      onSelect={setSelected}
      onActivate={(row) => actions.reveal({ kind: 'role', name: row.name })}
    />
  );
}

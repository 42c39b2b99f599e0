import { useWindowActions } from '../../app/window-context';
import { useCluster } from '../../lib/cluster-context';
import { formatBytesOf } from '../../lib/format/bytes-of';
import { DetailsSection } from '../../ui/details-section';
import { LinkButton } from '../../ui/link-button';
import { PlainTable, type PlainColumn } from '../../ui/plain-table';
import { Status } from '../../ui/status';
import { nodeStatus } from '../nodes';
import { ownRoles } from '../roles';
import { countByOwner, sameCounts } from './role-counts';

/** Nodes that fit into the summary; more are looked at in their own place. */
const most = 12;

const columns: readonly PlainColumn[] = [
  { title: 'Name' },
  { title: 'Status' },
  { title: 'Roles', align: 'end' },
  { title: 'Memory free', align: 'end' },
];

/** The nodes with what they carry. */
export function NodesSection() {
  const actions = useWindowActions();
  const nodes = useCluster((view) => view.snapshot.nodes);
  const hosted = useCluster((view) => countByOwner(ownRoles(view)), sameCounts);
  const more = nodes.length - most;
  return (
    <DetailsSection title="Nodes">
      <PlainTable
        label="Nodes of the cluster"
        columns={columns}
        rows={nodes.slice(0, most).map((node) => ({
          id: node.id,
          cells: [
            <LinkButton key="name" onClick={() => actions.navigate({ kind: 'node', id: node.id })}>
              {node.name}
            </LinkButton>,
            <Status key="status" {...nodeStatus(node)} />,
            hosted.get(node.name) ?? 0,
            node.memoryTotal === null || node.memoryAvailable === null
              ? ''
              : formatBytesOf(node.memoryAvailable, node.memoryTotal),
          ],
        }))}
      />
      {more > 0 ? <LinkButton onClick={() => actions.navigate({ kind: 'nodes' })}>{`${more} more`}</LinkButton> : null}
    </DetailsSection>
  );
}

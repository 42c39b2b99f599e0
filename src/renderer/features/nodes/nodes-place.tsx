import { Server16Regular } from '@fluentui/react-icons/svg/server';
import { definePlace, type SummaryPart } from '../../app/feature';
import type { ClusterView } from '#shared/model/cluster-view';
import { nodesUpWithUnit } from '../../lib/nodes-up';
import { DetailsColumns } from '../../ui/details-columns';
import { ObjectEvents } from '../events';
import { nodeColumns } from './node-columns';
import { NodeInterfaces } from './node-interfaces';
import { NodeRolesTab } from './node-roles-tab';
import { nodeRow, type NodeRow } from './node-row';
import { NodeSummaryTab } from './node-summary-tab';
import { nodeStatus } from './node-words';

/** How many nodes there are, what is wrong first. */
function nodeCounts(view: ClusterView): readonly SummaryPart[] {
  const words = view.snapshot.nodes.map((node) => nodeStatus(node));
  const wrong = [
    ...new Set(
      words
        .filter(({ tone, text }) => tone === 'error' || (tone === 'warn' && text !== 'Paused'))
        .map(({ text }) => text),
    ),
  ];
  const up = nodesUpWithUnit(view.snapshot.nodes);
  const count = (text: string): number => words.filter((word) => word.text === text).length;
  return [
    ...wrong.map((text): SummaryPart => ({
      text: `${count(text)} ${text.toLowerCase()}`,
      tone: words.find((word) => word.text === text)?.tone ?? 'warn',
    })),
    { text: up.text, ...(up.tone === 'warn' && { tone: up.tone }) },
  ];
}

/** "Nodes": every server of the cluster with its details. */
export const nodesPlace = definePlace<NodeRow>({
  kind: 'nodes',
  reads: ['nodes', 'roles'],
  shows: ['networkInterfaces'],
  title: () => 'Nodes',
  summary: (_place, view) => nodeCounts(view),
  target: () => null,
  grid: {
    columns: nodeColumns,
    defaultSort: { column: 'name', descending: false },
    emptyText: 'This cluster has no nodes yet.',
    rows: (_place, view, scale) => view.snapshot.nodes.map((node) => nodeRow(node, view, scale)),
    target: (row) => ({ kind: 'node', name: row.name }),
    status: (row) => ({ tone: row.tone, text: row.status }),
    icon: () => <Server16Regular aria-hidden />,
    details: [
      { id: 'summary', title: 'Summary', render: (row) => <NodeSummaryTab node={row.name} /> },
      { id: 'roles', title: 'Roles', render: (row) => <NodeRolesTab node={row.name} /> },
      {
        id: 'interfaces',
        title: 'Network interfaces',
        render: (row) => (
          <DetailsColumns>
            <NodeInterfaces node={row.name} />
          </DetailsColumns>
        ),
      },
      { id: 'events', title: 'Events', render: (row) => <ObjectEvents subject={{ kind: 'node', name: row.name }} /> },
    ],
  },
});

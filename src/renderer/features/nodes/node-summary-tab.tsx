import { useCluster, useTimeScale } from '../../lib/cluster-context';
import { exactBytes, formatBytes } from '../../lib/format/bytes';
import { formatPercent } from '../../lib/format/numbers';
import { DetailsColumns } from '../../ui/details-columns';
import { EmptyState } from '../../ui/empty-state';
import { PropertyList, type Property } from '../../ui/property-list';
import type { Node } from '#shared/model/node';
import { drainInWords, nodeInformation, nodeStatus } from './node-words';

/** What a node is and how it stands. */
export function NodeSummaryTab({ node: name }: { readonly node: string }) {
  const scale = useTimeScale();
  const node = useCluster((view) => view.node(name));
  const roles = useCluster((view) => view.rolesOn(name).filter((role) => !role.isCoreGroup).length);
  if (node === undefined) return <EmptyState>{name} is no node of this cluster any more.</EmptyState>;
  const information = nodeInformation(node, roles, scale).text;
  return (
    <DetailsColumns>
      <PropertyList
        properties={[
          { label: 'Status', value: nodeStatus(node).text },
          ...(information === '' ? [] : [{ label: 'Information', value: information }]),
          { label: 'Assigned vote', value: String(node.nodeWeight) },
          { label: 'Current vote', value: String(node.dynamicWeight) },
          ...(drainInWords(node) === '' ? [] : [{ label: 'Drain', value: drainInWords(node) }]),
          { label: 'Roles', value: String(roles) },
        ]}
      />
      <PropertyList properties={hardware(node)} />
    </DetailsColumns>
  );
}

function hardware(node: Node): readonly Property[] {
  const known = (label: string, value: string | null): readonly Property[] =>
    value === null ? [] : [{ label, value }];
  const size = (label: string, bytes: number | null): readonly Property[] =>
    bytes === null ? [] : [{ label, value: formatBytes(bytes), exact: exactBytes(bytes) }];
  return [
    { label: 'Node number', value: String(node.nodeNumber) },
    ...size('Memory', node.memoryTotal),
    ...size('Memory free', node.memoryAvailable),
    ...known('Logical processors', node.logicalProcessors === null ? null : String(node.logicalProcessors)),
    ...known('Processor', node.processorUsage === null ? null : formatPercent(node.processorUsage)),
    ...known('Manufacturer', node.manufacturer),
    ...known('Model', node.model),
    ...known('Operating system build', node.osBuild),
    ...known('Site', node.site),
  ];
}

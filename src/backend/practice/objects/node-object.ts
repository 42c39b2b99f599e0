import type { ClusterView } from '#shared/model/cluster-view';
import type { Node } from '#shared/model/node';
import { reference, type PracticeObject } from '../practice-object';

/** "No such node", where Windows keeps a node's number. */
const noNode = 4_294_967_295;

/** `Microsoft.FailoverClusters.PowerShell.ClusterNode`. */
export function nodeObject(node: Node, view: ClusterView): PracticeObject {
  const [build = null] = node.osBuild === null ? [] : node.osBuild.split('.').map(Number);
  return {
    $type: 'ClusterNode',
    Name: node.name,
    NodeName: node.name,
    Id: String(node.nodeNumber),
    UniqueID: node.id,
    NodeInstanceID: `00000000-0000-0000-0000-${String(node.nodeNumber).padStart(12, '0')}`,
    Cluster: reference('Cluster', view.snapshot.cluster.name),
    State: node.state,
    StatusInformation: node.statusInformation,
    Type: 'Node',
    DrainStatus: node.drainStatus,
    DrainTarget: noNode,
    DrainErrorCode: 0,
    FailbackStatus: 'NotInitiated',
    NodeWeight: node.nodeWeight,
    DynamicWeight: node.dynamicWeight,
    NeedsPreventQuorum: 0,
    BuildNumber: build,
    MajorVersion: build === null ? null : build >= 10_000 ? 10 : 6,
    MinorVersion: build === null ? null : minorVersion(build),
    CSDVersion: '',
    Description: '',
    FaultDomain: node.site === null ? [] : [`Site:${node.site}`],
    Manufacturer: node.manufacturer,
    Model: node.model,
    DetectedCloudPlatform: 'None',
  };
}

/** 6.0 is Windows Server 2008, 6.1 2008 R2, 6.2 2012, 6.3 2012 R2. */
function minorVersion(build: number): number {
  if (build >= 10_000) return 0;
  if (build >= 9600) return 3;
  if (build >= 9200) return 2;
  return build >= 7600 ? 1 : 0;
}

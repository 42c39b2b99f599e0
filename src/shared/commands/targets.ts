import type { ClusterView } from '../model/cluster-view';
import type { ObjectReference } from '../model/object-reference';

/** The cluster itself as the target of a command whose input does not name it; null while no view tells the name. */
export function clusterTarget(view: ClusterView | undefined): ObjectReference | null {
  return view === undefined ? null : { kind: 'cluster', name: view.snapshot.cluster.name };
}

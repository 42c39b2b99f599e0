import { clusterError } from '../../model/cluster-error';
import type { ClusterView } from '../../model/cluster-view';
import { objection, type Objection } from '../objection';

/** The cluster must run: 5925 is Windows' number for a lost quorum. */
export function clusterNotRunning(view: ClusterView): Objection {
  const { cluster, quorum } = view.snapshot;
  if (cluster.state === 'NotFormed') return objection(`${cluster.name} has not been created yet.`);
  if (cluster.state === 'Running' && quorum.state === 'Normal') return null;
  return clusterError('noQuorum', 'The cluster has no quorum.', {
    code: 5925,
    advice: 'Start more nodes, or force one to start with Start Cluster Service.',
  });
}

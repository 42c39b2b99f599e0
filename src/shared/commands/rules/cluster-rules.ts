import { clusterError, type ClusterError } from '../../model/cluster-error';
import type { ClusterView } from '../../model/cluster-view';
import { isAtLeast, type Release } from '../../model/release';
import { objection, type Objection } from '../objection';
import { releaseInWords } from '../words';

/** The cluster must run: 5925 is Windows' number for a lost quorum. */
export function clusterNotRunning(view: ClusterView): Objection {
  const { cluster, quorum } = view.snapshot;
  if (cluster.state === 'NotFormed')
    return objection(`${cluster.name} has not been created yet.`, undefined, 'Use Create Cluster first.');
  if (cluster.state === 'Running' && quorum.state === 'Normal') return null;
  if (cluster.state === 'Stopped') {
    return clusterError('noQuorum', `${cluster.name} is stopped.`, {
      code: 5925,
      advice: 'Use Start Cluster. Where too few nodes are left for quorum, force one of them to start without.',
    });
  }
  return clusterError('noQuorum', 'The cluster has no quorum.', {
    code: 5925,
    advice: 'Start the cluster service on more nodes, or force one of them to start without quorum.',
  });
}

/** Something that came with `since`: `Windows Server 2008 has no live migration.` */
export function releaseLacks(view: ClusterView, since: Release, feature: string): Objection {
  const { release } = view.snapshot.cluster;
  if (isAtLeast(release, since)) return null;
  return clusterError('unsupported', `${releaseInWords(release)} has no ${feature}.`, {
    advice: `It needs nodes with ${releaseInWords(since)} or later.`,
  });
}

/** A name that is taken within its kind: 5010. */
export function nameTaken(what: string, name: string): ClusterError {
  return objection(`There already is ${what} ${name}.`, 5010);
}

/** Something is wrong with the input itself. */
export function badInput(message: string): ClusterError {
  return clusterError('badInput', message);
}

/** Limit of nodes by release: 16 before Windows Server 2012, 64 from then on. */
export function nodeLimit(view: ClusterView): number {
  return isAtLeast(view.snapshot.cluster.release, '2012') ? 64 : 16;
}

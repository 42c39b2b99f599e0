import { clusterError } from '../../model/cluster-error';
import type { ClusterView } from '../../model/cluster-view';
import type { Objection } from '../objection';
import { clusterNotRunning } from './cluster-objections';

/** The cluster runs and sees the disk: 5007. */
export function diskUnreachable(name: string, view: ClusterView): Objection {
  const stopped = clusterNotRunning(view);
  if (stopped !== null || view.disk(name) !== undefined) return stopped;
  return clusterError('notFound', `There is no disk ${name} in ${view.snapshot.cluster.name}.`, { code: 5007 });
}

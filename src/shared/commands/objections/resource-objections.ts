import { clusterError } from '../../model/cluster-error';
import type { ClusterView } from '../../model/cluster-view';
import type { Objection } from '../objection';
import { clusterNotRunning } from './cluster-objections';

/** The cluster runs and has the resource: 5007. */
export function resourceUnreachable(name: string, view: ClusterView): Objection {
  const stopped = clusterNotRunning(view);
  if (stopped !== null || view.resource(name) !== undefined) return stopped;
  return clusterError('notFound', `There is no resource ${name} in ${view.snapshot.cluster.name}.`, { code: 5007 });
}

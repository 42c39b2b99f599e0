import { clusterError, type ClusterError } from '#shared/model/cluster-error';

/** For a connection that is not, or no longer, in the list. */
export function noConnection(id: string): ClusterError {
  return clusterError('notFound', `There is no connection "${id}".`, {
    advice: 'It may have been removed meanwhile: choose a cluster in the tree.',
  });
}

import { clusterError, type ClusterError } from '#shared/model/cluster-error';

/** A file that an operation did not bring back, or that is not kept any more. */
export function fileMissing(name: string): ClusterError {
  return clusterError('notFound', `${name} is not there any more.`, {
    advice: 'Files are kept for the last operations until the connection is closed. Run the command again.',
  });
}

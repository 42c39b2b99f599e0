import { clusterError, type ClusterError } from '#shared/model/cluster-error';

/** The refusal of every command on a connection that was opened to look only. */
export const readOnlyRefusal: ClusterError = clusterError(
  'refused',
  'This connection is read-only: it changes nothing.',
  { advice: 'Connect again without read-only mode to make changes.' },
);

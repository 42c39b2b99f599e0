import { clusterError, type ClusterError } from '#shared/model/cluster-error';

/** The refusal of every command that changes something, on a connection that was opened to look only. */
export const readOnlyRefusal: ClusterError = clusterError(
  'refused',
  'This connection is read-only: it changes nothing.',
  { advice: 'Connect again without read-only mode to make changes.' },
);

/** The refusal of every command where the far end lets an account only look. */
export const onlyLooksRefusal: ClusterError = clusterError(
  'accessDenied',
  'The endpoint lets this account only look.',
  { advice: 'Ask for its role that may operate the cluster, or connect as another account.' },
);

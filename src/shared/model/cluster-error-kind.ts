/** Why something could not be done, as a closed list, so that the window can react to each. */
export const clusterErrorKinds = [
  'notConnected',
  'accessDenied',
  'notFound',
  'refused',
  'noQuorum',
  'timeout',
  'unsupported',
  'cancelled',
  'badInput',
  'agentCrashed',
  'unexpected',
] as const;

/** One kind of failure. */
export type ClusterErrorKind = (typeof clusterErrorKinds)[number];

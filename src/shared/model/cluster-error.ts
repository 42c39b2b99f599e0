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

/** A failure in words, the same for every backend. It is data, never thrown across a process. */
export interface ClusterError {
  readonly kind: ClusterErrorKind;
  /** The Windows error number (for example 5070, the node is paused), null where there is none. */
  readonly code: number | null;
  /** What went wrong, one plain sentence that names the objects. */
  readonly message: string;
  /** What to do about it, one sentence; null where nothing sensible can be said. */
  readonly advice: string | null;
}

/** Builds a {@link ClusterError}. `code` and `advice` are null when left out. */
export function clusterError(
  kind: ClusterErrorKind,
  message: string,
  more: { readonly code?: number; readonly advice?: string } = {},
): ClusterError {
  return { kind, code: more.code ?? null, message, advice: more.advice ?? null };
}

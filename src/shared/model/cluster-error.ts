import type { ClusterErrorKind } from './cluster-error-kind';
import { win32Errors } from './windows-errors';

export { clusterErrorKinds, type ClusterErrorKind } from './cluster-error-kind';

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

/**
 * Builds a {@link ClusterError}. `code` is null when left out; `advice` is then what is usually to be done about the number,
 * null where there is none, or where the message itself says it behind a semicolon.
 */
export function clusterError(
  kind: ClusterErrorKind,
  message: string,
  more: { readonly code?: number; readonly advice?: string } = {},
): ClusterError {
  const code = more.code ?? null;
  const usual = code === null || message.includes('; ') ? undefined : win32Errors.get(code)?.advice;
  return { kind, code, message, advice: more.advice ?? usual ?? null };
}

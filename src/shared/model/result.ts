import type { ClusterError } from './cluster-error';

/** The outcome of a call that can fail for reasons outside the program. Nothing throws across a process. */
export type Result<T, E = ClusterError> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A success that carries `value`. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A failure that carries `error`. */
export function failure<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

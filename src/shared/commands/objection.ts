import { clusterError, type ClusterError } from '../model/cluster-error';
import { available, refused, unavailable, type Availability, type CommandCheck } from './command-definition';

/** What speaks against a command; null: nothing that the snapshot shows. */
export type Objection = ClusterError | null;

/** A refusal by the cluster, with the Windows error number where there is one. */
export function objection(message: string, code?: number, advice?: string): ClusterError {
  return clusterError('refused', message, {
    ...(code !== undefined && { code }),
    ...(advice !== undefined && { advice }),
  });
}

/** Offered unless something speaks against it. */
export function offeredUnless(reason: Objection): Availability {
  return reason === null ? available : unavailable(reason.message);
}

/** The refusal for an objection; null without one, so that `refusal(…) ?? accepted(…)` reads as a sentence. */
export function refusal(reason: Objection): CommandCheck | null {
  return reason === null ? null : refused(reason);
}

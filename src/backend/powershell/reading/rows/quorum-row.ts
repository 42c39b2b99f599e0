import { z } from 'zod';
import { enumeration, optionalText } from '../row-values';

/** One row: `Get-ClusterQuorum`. */
export const quorumRow = z.object({
  QuorumType: enumeration,
  /** Name and type of the witness; null without one. */
  QuorumResource: optionalText,
  ResourceType: optionalText,
});

/** What `Get-ClusterQuorum` says. */
export type QuorumRow = z.output<typeof quorumRow>;

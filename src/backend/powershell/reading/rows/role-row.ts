import { z } from 'zod';

/** One row: what the role of an endpoint lets this account do. */
export const roleRow = z.object({
  /** Whether it runs commands. */
  Runs: z.boolean(),
  /** Whether it runs at least those that only report; left out by an endpoint of an older Regroup, which does not. */
  Reports: z.boolean().optional(),
});

import { z } from 'zod';

/** One row: what the role of an endpoint lets this account do. */
export const roleRow = z.object({
  /** Whether it runs commands. */
  Runs: z.boolean(),
});

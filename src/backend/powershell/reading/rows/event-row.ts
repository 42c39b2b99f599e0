import { z } from 'zod';
import { count, moment, name, optionalCount, optionalText, texts } from '../row-values';

/** One row an event of one node's logs: `Get-WinEvent`. */
export const eventRow = z.object({
  RecordId: count,
  TimeCreated: moment,
  Id: count,
  Level: optionalCount,
  LogName: name,
  ProviderName: optionalText,
  Message: optionalText,
  /** The values that its text was made from: names of nodes, roles and resources among them. */
  Values: texts,
});

/** One event as a node tells it. */
export type EventRow = z.output<typeof eventRow>;

import type { z } from 'zod';
import type { JsonValue } from '#shared/model/operation';
import type { AgentLog } from '../agent/agent-request';

/** So many rows that do not fit are told one by one; the others are counted. */
const toldOneByOne = 3;

/** Reads the rows of a section. One that does not fit is left out and told in the log; the others count. */
export function parseRows<Row>(
  section: string,
  schema: z.ZodType<Row>,
  rows: readonly JsonValue[],
  log: AgentLog,
): readonly Row[] {
  const good: Row[] = [];
  const bad: string[] = [];
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) good.push(parsed.data);
    else
      bad.push(parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the row'}: ${message}`).join('; '));
  }
  for (const reason of bad.slice(0, toldOneByOne)) log('warn', `A row of ${section} was left out: ${reason}`);
  if (bad.length > toldOneByOne) log('warn', `${bad.length - toldOneByOne} more rows of ${section} were left out.`);
  return good;
}

import type { z } from 'zod';
import type { JsonValue } from '#shared/model/operation';
import { success, type Result } from '#shared/model/result';
import type { AgentLane, AgentPool } from '../agent/agent-pool';
import type { AgentError, AgentLog } from '../agent/agent-request';
import { parseRows } from './parse-rows';

/** Reads sections through the agents of one connection. */
export type SectionReader = <Row>(
  lane: AgentLane,
  section: string,
  schema: z.ZodType<Row>,
  options: { readonly timeout: number; readonly args?: { readonly [name: string]: JsonValue } },
) => Promise<Result<readonly Row[], AgentError>>;

/** A reader for a pool of agents. */
export function createSectionReader(pool: AgentPool, log: AgentLog): SectionReader {
  return async (lane, section, schema, { timeout, args = {} }) => {
    const parts: (readonly JsonValue[])[] = [];
    const answer = await pool.request(lane, {
      op: 'read',
      args: { section, ...args },
      timeout,
      onRows: (rows) => parts.push(rows),
    });
    return answer.ok ? success(parseRows(section, schema, parts.flat(), log)) : answer;
  };
}

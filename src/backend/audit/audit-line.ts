import { clusterErrorKinds } from '#shared/model/cluster-error';
import { objectKinds } from '#shared/model/object-reference';
import { z } from 'zod';
import type { AuditEntry } from './audit-entry';

const target = z.object({ kind: z.enum(objectKinds), name: z.string() });
const error = z.object({
  kind: z.enum(clusterErrorKinds),
  code: z.number().nullable(),
  message: z.string(),
  advice: z.string().nullable(),
});

/** What was added since the first release has a default, so that lines of that time stay readable. */
const line = z.discriminatedUnion('entry', [
  z.object({
    entry: z.literal('command'),
    id: z.string(),
    time: z.iso.datetime(),
    user: z.string(),
    computer: z.string(),
    process: z.int().positive().exactOptional(),
    connection: z.string(),
    name: z.string().nullable().default(null),
    account: z.string().exactOptional(),
    training: z.boolean(),
    cluster: z.string().nullable().default(null),
    command: z.string(),
    input: z.record(z.string(), z.json()),
    title: z.string().nullable().default(null),
    target: target.nullable().default(null),
    powershell: z.string().nullable(),
  }),
  z.object({
    entry: z.literal('outcome'),
    id: z.string(),
    time: z.iso.datetime(),
    outcome: z.enum(['succeeded', 'failed', 'cancelled', 'unknown', 'refused']),
    operation: z.string().nullable(),
    error: error.nullable(),
    title: z.string().exactOptional(),
  }),
]);

/** Reads a line of the audit log; null when it cannot be understood. */
export function readAuditLine(text: string): AuditEntry | null {
  try {
    const parsed = line.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

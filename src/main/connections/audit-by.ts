import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { AuditLog } from '#backend/audit/audit-log';
import type { AuditOptions } from '#backend/audit/audited-backend';

/** What the connections of this user write to the one audit log with. */
export function auditBy(log: AuditLog): Omit<AuditOptions, 'place'> {
  const actor = { user: userInfo().username, computer: hostname() };
  return { log, actor, now: () => new Date(), newId: randomUUID };
}

import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { createAuditLog, type AuditLog } from './audit-log';
import type { AuditOptions } from './audited-backend';

/** What the connections of this user write to the one audit log with. */
export function auditBy(log: AuditLog): Omit<AuditOptions, 'place'> {
  const actor = { user: userInfo().username, computer: hostname(), process: process.pid };
  return { log, actor, now: () => new Date(), newId: randomUUID };
}

/** The file of the audit log in a user data folder. */
export function auditFileIn(userData: string): string {
  return join(userData, 'audit', 'audit.jsonl');
}

/** Bytes. */
const largestAuditFile = 10 * 1024 * 1024;

interface UserLogOptions {
  /** An entry could not be written. */
  readonly onFailure: (error: unknown) => void;
  /** An entry is in the file. */
  readonly onAppended?: () => void;
}

/** The audit log of a user data folder, which several programs may write to at a time: each entry is one write at its end. */
export function openAuditLog(userData: string, options: UserLogOptions): AuditLog {
  return createAuditLog({
    path: auditFileIn(userData),
    maximumSize: largestAuditFile,
    now: () => new Date(),
    ...options,
  });
}

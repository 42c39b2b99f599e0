import type { AuditSource } from '#backend/audit/search-audit';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success } from '#shared/model/result';
import type { Handlers } from './handlers';

/** What was done, from the audit log of this user. */
export function auditHandlers(source: AuditSource): Pick<Handlers, 'audit.search'> {
  return {
    'audit.search': async (search) => {
      try {
        // No window asks for it before its tab is opened.
        const { searchAudit } = await import('#backend/audit/search-audit');
        return success(await searchAudit(source, search));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return failure(
          clusterError('unexpected', `The audit log could not be read: ${reason}`, {
            advice: `See whether you may read the files beside ${source.path}.`,
          }),
        );
      }
    },
  };
}

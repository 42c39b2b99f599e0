import { watchFile } from 'node:fs';
import type { AuditSource } from '#backend/audit/search-audit';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success } from '#shared/model/result';
import type { Handlers } from './handlers';

interface AuditHandlerOptions extends AuditSource {
  /** The log has grown, by whatever program. Called from the first search on. */
  readonly onChanged: () => void;
}

/** Milliseconds in which it is seen that another program, as the command line, wrote to the log. */
const pace = 2000;

/** What was done, from the audit log of this user. */
export function auditHandlers({ onChanged, ...source }: AuditHandlerOptions): Pick<Handlers, 'audit.search'> {
  let watched = false;
  return {
    'audit.search': async (search) => {
      // No window asks before its tab is opened: nothing is watched for nobody.
      if (!watched) watchFile(source.path, { interval: pace, persistent: false }, onChanged);
      watched = true;
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

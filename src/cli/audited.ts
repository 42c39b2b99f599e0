import { auditBy, openAuditLog } from '#backend/audit/audit-by';
import { auditedBackend } from '#backend/audit/audited-backend';
import type { ClusterBackend } from '#backend/cluster-backend';
import type { ClusterArguments, NodePlace } from './cluster-arguments';
import { printable } from './printable';
import type { Streams } from './streams';

/** The same backend, with every command and its outcome in the audit log of the window. */
export function audited(backend: ClusterBackend, args: ClusterArguments, streams: Streams): ClusterBackend {
  const { node } = args;
  const log = openAuditLog(args.userData, {
    onFailure: (error) => {
      const reason = error instanceof Error ? error.message : String(error);
      streams.complain(`run: the audit log could not be written: ${printable(reason)}\n`);
    },
  });
  const way = node === null ? (args.cluster ?? 'this computer') : wayThrough(node);
  const account = node?.user ?? null;
  return auditedBackend(backend, {
    ...auditBy(log),
    place: () => ({
      // The same way is the same place in the filter of My actions.
      connection: `command line: ${way}`.slice(0, 100),
      name: `Command line, ${way}`,
      training: false,
      ...(account !== null && { account }),
    }),
  });
}

const ways = { ssh: 'SSH', winrm: 'PowerShell remoting', jea: 'JEA' } as const;

function wayThrough({ kind, host }: NodePlace): string {
  return `${ways[kind]} ${host}`;
}

import type { StorageSession } from '#shared/model/storage';
import type { StatusWords } from '../../lib/tone';
import { PlainTable } from '../../ui/plain-table';
import { Status } from '../../ui/status';

const sessionWords = {
  Connected: { tone: 'ok', text: 'Connected' },
  Disconnected: { tone: 'warn', text: 'Disconnected' },
  Failed: { tone: 'error', text: 'Failed' },
} as const satisfies Record<StorageSession['state'], StatusWords>;

/** Which node has which way to which storage server. */
export function SessionTable({ sessions }: { readonly sessions: readonly StorageSession[] }) {
  return (
    <PlainTable
      label="iSCSI sessions"
      columns={[{ title: 'Node' }, { title: 'Storage server' }, { title: 'Session' }]}
      rows={sessions.map((session) => ({
        id: session.id,
        cells: [session.node, session.server, <Status key="state" {...sessionWords[session.state]} />],
      }))}
    />
  );
}

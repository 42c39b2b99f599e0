import { useCluster } from '../../lib/cluster-context';
import { DetailsColumns } from '../../ui/details-columns';
import { DetailsSection } from '../../ui/details-section';
import { EmptyState } from '../../ui/empty-state';
import { behindDisk } from './behind-disk';
import { MirrorTable } from './mirror-table';
import { SessionTable } from './session-table';

/** What stands behind a disk: its mirror, how far it is synchronized, and the sessions that lead there. */
export function BehindTab({ disk: name }: { readonly disk: string }) {
  const disk = useCluster((view) => view.disk(name));
  const storage = useCluster((view) => view.snapshot.storage);
  const { device, sessions } = behindDisk({ device: disk?.device ?? null }, storage);
  if (device === undefined)
    return <EmptyState>{name} is a plain disk: nothing is known of what stands behind it.</EmptyState>;
  return (
    <DetailsColumns>
      <DetailsSection title="Mirror">
        <MirrorTable devices={[device]} />
      </DetailsSection>
      {sessions.length === 0 ? null : (
        <DetailsSection title="iSCSI sessions">
          <SessionTable sessions={sessions} />
        </DetailsSection>
      )}
    </DetailsColumns>
  );
}

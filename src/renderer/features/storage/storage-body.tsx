import { useWindowActions } from '../../app/window-context';
import { useCluster } from '../../lib/cluster-context';
import { formatBytes } from '../../lib/format/bytes';
import { DetailsColumns } from '../../ui/details-columns';
import { DetailsSection } from '../../ui/details-section';
import { LinkButton } from '../../ui/link-button';
import { PlainTable } from '../../ui/plain-table';
import { Status } from '../../ui/status';
import { MirrorTable } from './mirror-table';
import { SessionTable } from './session-table';
import { storageUses } from './storage-uses';

/** What the storage of the cluster is used for, and what stands behind it. */
export function StorageBody() {
  const actions = useWindowActions();
  const disks = useCluster((view) => view.snapshot.disks);
  const { servers, devices, sessions } = useCluster((view) => view.snapshot.storage);
  return (
    <DetailsColumns>
      <DetailsSection title="Disks by use">
        <PlainTable
          label="Use of the disks"
          columns={[{ title: 'Use' }, { title: 'Disks', align: 'end' }, { title: 'Capacity', align: 'end' }]}
          rows={storageUses(disks).map(({ use, title, place, count, size }) => ({
            id: use,
            cells: [
              <LinkButton key="use" onClick={() => actions.navigate({ kind: place })}>
                {title}
              </LinkButton>,
              count,
              formatBytes(size),
            ],
          }))}
        />
      </DetailsSection>
      {servers.length === 0 ? null : (
        <DetailsSection title="Storage servers">
          <PlainTable
            label="Storage servers"
            columns={[{ title: 'Name' }, { title: 'Status' }]}
            rows={servers.map(({ id, name, state }) => ({
              id,
              cells: [name, <Status key="state" tone={state === 'Up' ? 'ok' : 'error'} text={state} />],
            }))}
          />
        </DetailsSection>
      )}
      {devices.length === 0 ? null : (
        <DetailsSection title="Mirrors">
          <MirrorTable devices={devices} />
        </DetailsSection>
      )}
      {sessions.length === 0 ? null : (
        <DetailsSection title="iSCSI sessions">
          <SessionTable sessions={sessions} />
        </DetailsSection>
      )}
    </DetailsColumns>
  );
}

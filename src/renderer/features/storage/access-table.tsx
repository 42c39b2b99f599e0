import type { SharedVolume, SharedVolumeNodeState } from '#shared/model/shared-volume';
import { PlainTable } from '../../ui/plain-table';
import { Status } from '../../ui/status';
import { accessStatus, redirectionReason } from './disk-words';

/** How each node reaches a shared volume. */
export function AccessTable({ volume }: { readonly volume: SharedVolume }) {
  return (
    <PlainTable
      label={`Access to ${volume.name} by node`}
      columns={[{ title: 'Node' }, { title: 'Access' }, { title: 'Note' }]}
      rows={volume.nodeStates.map((state) => ({
        id: state.node,
        cells: [
          state.node,
          <Status key="access" {...accessStatus(state.stateInfo)} />,
          noteOf(state, volume.ownerNode),
        ],
      }))}
    />
  );
}

function noteOf({ node, blockRedirectedIOReason }: SharedVolumeNodeState, coordinator: string | null): string {
  const parts = [node === coordinator ? 'coordinator' : '', redirectionReason(blockRedirectedIOReason)];
  return parts.filter((part) => part !== '').join(', ');
}

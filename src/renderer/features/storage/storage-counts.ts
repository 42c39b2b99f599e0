import type { ClusterView } from '#shared/model/cluster-view';
import type { SummaryPart } from '../../app/feature';
import { formatCount } from '../../lib/format/numbers';
import { sharedVolumeInformation } from './disk-words';

/** How many disks there are, what is wrong first. */
export function diskCounts({ snapshot: { disks } }: ClusterView): readonly SummaryPart[] {
  const clustered = disks.filter((disk) => disk.use !== 'NotClustered');
  const failed = clustered.filter((disk) => disk.state === 'Failed').length;
  const offline = clustered.filter((disk) => disk.state === 'Offline').length;
  const spare = disks.filter((disk) => disk.use === 'AvailableStorage').length;
  const addable = disks.length - clustered.length;
  return [
    ...(failed > 0 ? [{ text: `${failed} failed`, tone: 'error' } as const] : []),
    ...(offline > 0 ? [{ text: `${offline} offline`, tone: 'warn' } as const] : []),
    { text: formatCount(clustered.length, 'disk') },
    ...(spare > 0 ? [{ text: `${spare} available` }] : []),
    ...(addable > 0 ? [{ text: `${addable} not clustered` }] : []),
  ];
}

/** How many shared volumes there are, what is wrong first. */
export function volumeCounts({ snapshot: { sharedVolumes, nodes } }: ClusterView): readonly SummaryPart[] {
  const wrong = sharedVolumes.filter((volume) => volume.state === 'Failed' || volume.state === 'Offline').length;
  const degraded = sharedVolumes.filter(
    (volume) => volume.state === 'Online' && sharedVolumeInformation(volume, nodes) !== '',
  ).length;
  return [
    ...(wrong > 0 ? [{ text: `${wrong} not online`, tone: 'error' } as const] : []),
    ...(degraded > 0 ? [{ text: `${degraded} degraded`, tone: 'warn' } as const] : []),
    { text: formatCount(sharedVolumes.length, 'volume') },
  ];
}

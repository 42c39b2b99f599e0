import { clusterError } from '../../model/cluster-error';
import type { ClusterView } from '../../model/cluster-view';
import type { Disk } from '../../model/disk';
import { objection, type Objection } from '../objection';

/** What a disk that is not in Available Storage is used for, in words. */
export function diskUseInWords(disk: Disk): string {
  switch (disk.use) {
    case 'Witness':
      return `${disk.name} is the witness`;
    case 'SharedVolume':
      return `${disk.name} is a shared volume`;
    case 'Role':
      return `${disk.name} is used by ${disk.ownerGroup ?? 'a role'}`;
    case 'NotClustered':
      return `${disk.name} is not in the cluster`;
    case 'AvailableStorage':
      return `${disk.name} is in Available Storage`;
  }
}

/** A disk must be there and in Available Storage: 5007, 5965. */
export function notAvailableStorage(name: string, view: ClusterView): Objection {
  const disk = view.disk(name);
  if (disk === undefined)
    return clusterError('notFound', `There is no disk ${name} in ${view.snapshot.cluster.name}.`, { code: 5007 });
  return disk.use === 'AvailableStorage' ? null : objection(`${diskUseInWords(disk)}.`, 5965);
}

/** A disk must be usable now: online (5004) and not in maintenance mode (5970). */
export function diskNotUsable(disk: Disk): Objection {
  if (disk.maintenanceMode) return objection(`${disk.name} is in maintenance mode.`, 5970);
  return disk.state === 'Online' ? null : objection(`${disk.name} is not online.`, 5004);
}

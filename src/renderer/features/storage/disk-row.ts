import type { Disk } from '#shared/model/disk';
import type { Tone } from '../../lib/tone';
import type { GridRow } from '../../ui/grid/grid-types';
import { assignedTo, diskInformation, diskStatus } from './disk-words';
import { knownSize } from './size-words';

/** One line of "Disks". */
export interface DiskRow extends GridRow {
  readonly tone: Tone;
  readonly status: string;
  readonly assigned: string;
  readonly owner: string;
  /** Bytes; null: not known. */
  readonly size: number | null;
  readonly information: string;
  readonly wrong: boolean;
}

/** A disk as a line of a grid. */
export function diskRow(disk: Disk): DiskRow {
  const { tone, text: status } = diskStatus(disk);
  return {
    id: disk.id,
    name: disk.name,
    tone,
    status,
    assigned: assignedTo(disk),
    owner: disk.ownerNode ?? '',
    size: knownSize(disk.size),
    information: diskInformation(disk),
    wrong: disk.state === 'Failed',
  };
}

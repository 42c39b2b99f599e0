import type { Node } from '#shared/model/node';
import type { SharedVolume } from '#shared/model/shared-volume';
import { resourceStatus } from '../../lib/resource-status';
import type { Tone } from '../../lib/tone';
import type { GridRow } from '../../ui/grid/grid-types';
import { sharedVolumeInformation } from './disk-words';
import { knownSize } from './size-words';

/** One line of "Cluster shared volumes". */
export interface VolumeRow extends GridRow {
  readonly tone: Tone;
  readonly status: string;
  readonly owner: string;
  readonly path: string;
  /** Bytes; null: not known. */
  readonly size: number | null;
  readonly information: string;
  readonly wrong: boolean;
}

/** A shared volume as a line of a grid. */
export function volumeRow(volume: SharedVolume, nodes: readonly Node[]): VolumeRow {
  const information = sharedVolumeInformation(volume, nodes);
  const status = resourceStatus(volume.state);
  return {
    id: volume.id,
    name: volume.name,
    tone: status.tone === 'ok' && information !== '' ? 'warn' : status.tone,
    status: status.text,
    owner: volume.ownerNode ?? '',
    path: volume.path,
    size: knownSize(volume.size),
    information,
    wrong: information !== '',
  };
}

import { formatBytes } from '../../lib/format/bytes';

/** The size of a disk or volume; null where nobody could say: there is none of no size. */
export function knownSize(bytes: number): number | null {
  return bytes === 0 ? null : bytes;
}

/** A size for people. */
export function sizeInWords(size: number | null): string {
  return size === null ? 'Unknown' : formatBytes(size);
}

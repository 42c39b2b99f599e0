import type { Stats } from 'node:fs';
import { maxTextLength } from '#simulator/scenario/text-limits';

/** Bytes that a character of UTF-8 takes at most. */
const longestCharacter = 4;

/** Why what a path leads to can be no scenario, before anything of it is read; null: it can. Folders fail when they are read. */
export function scenarioFileProblem(stats: Stats): string | null {
  // A device may have no end.
  if (stats.isCharacterDevice() || stats.isBlockDevice()) return 'it is a device';
  return stats.size > maxTextLength * longestCharacter ? `it has ${stats.size} bytes` : null;
}

const reasons: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
};

/** Why a file could not be read: the end of a sentence, without its full stop. */
export function readingProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '' } = error as NodeJS.ErrnoException;
  return reasons[code] ?? error.message;
}

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

import { accessSync, constants, mkdirSync } from 'node:fs';

/**
 * Makes the folder where it is missing. Undefined: settings can be kept in it; else a sentence that says why not. Electron
 * itself would end without a word.
 */
export function folderProblem(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why =
      code === 'EEXIST' || code === 'ENOTDIR'
        ? 'a file is in its place. Name a folder'
        : `it cannot be written (${String(code)}). Name another one`;
    return `--user-data "${folder}" cannot be used as a folder: ${why}.`;
  }
}

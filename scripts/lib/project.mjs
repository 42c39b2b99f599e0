import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is fetched once and survives a new install of the packages; ignored by git. */
export const cache = join(root, '.cache');

/** Where the person stood when the command was typed: npm itself changes to the project's folder. */
export function whereTyped() {
  const typed = process.env['INIT_CWD'];
  return typed !== undefined && join(process.cwd(), '/') === join(root, '/') ? typed : process.cwd();
}

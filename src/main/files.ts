import { join } from 'node:path';
import { app } from 'electron';

/** A file of the build, wherever the code that asks for it has been bundled to. */
export function builtFile(...path: readonly string[]): string {
  return join(app.getAppPath(), 'out', ...path);
}

/** A file that comes with Regroup. */
export function resourceFile(...path: readonly string[]): string {
  return join(app.getAppPath(), 'resources', ...path);
}

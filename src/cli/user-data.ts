import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** This computer and whoever uses it. */
const here: Surroundings = { platform: process.platform, environment: process.env, home: homedir() };

/** The folder in which the window keeps its settings and its audit log, where it was given no other one. */
export function userDataFolder({ platform, environment, home }: Surroundings = here): string {
  if (platform === 'win32')
    return win32.join(environment['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Regroup');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Regroup');
  return posix.join(environment['XDG_CONFIG_HOME'] ?? posix.join(home, '.config'), 'Regroup');
}

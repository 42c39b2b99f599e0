import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place for a server of this user alone. */
export interface PrivatePipe {
  /** `\\\\.\\pipe\\…` on Windows, the path of a socket elsewhere; nothing listens there yet. */
  readonly pipe: string;
  /** Takes away what was made for it. */
  remove(): void;
}

/**
 * Where to listen. A pipe of Windows can be written to by its user only, because of the default rights of pipes; elsewhere
 * the socket lies in a new folder that only its user can enter.
 */
export function newPrivatePipe(name: string): PrivatePipe {
  if (process.platform === 'win32')
    return { pipe: `\\\\.\\pipe\\regroup-${name}-${randomBytes(16).toString('hex')}`, remove: () => undefined };
  // The path of a socket has room for about a hundred characters.
  const folder = mkdtempSync(join(tmpdir(), 'regroup-'));
  return { pipe: join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { AuditEntry } from './audit-entry';

/** A log that only grows. */
export interface AuditLog {
  /** Comes back when the entry is in the file. Entries stand in the order in which they were given. Never fails. */
  append(entry: AuditEntry): Promise<void>;
}

interface AuditLogOptions {
  /** One JSON object a line. */
  readonly path: string;
  /** Bytes. A full file is given its date as a name and kept; nothing is ever removed. */
  readonly maximumSize: number;
  readonly now: () => Date;
  /** An entry could not be written. */
  readonly onFailure: (error: unknown) => void;
}

/** Only the user who runs Regroup may read it. */
const mode = 0o600;

/** Opens the log. The file and its folder are made when the first entry comes. */
export function createAuditLog({ path, maximumSize, now, onFailure }: AuditLogOptions): AuditLog {
  const write = async (entry: AuditEntry): Promise<void> => {
    const line = `${JSON.stringify(entry)}\n`;
    await mkdir(dirname(path), { recursive: true });
    if ((await sizeOf(path)) + Buffer.byteLength(line) > maximumSize) await setAside(path, now());
    await appendFile(path, line, { mode });
  };
  let last: Promise<void> = Promise.resolve();
  return {
    append: (entry) => {
      last = last.then(() => write(entry)).catch(onFailure);
      return last;
    },
  };
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

async function setAside(path: string, date: Date): Promise<void> {
  if ((await sizeOf(path)) === 0) return;
  const { dir, name, ext } = parse(path);
  await rename(path, join(dir, `${name}-${date.toISOString().replaceAll(':', '-')}${ext}`));
}

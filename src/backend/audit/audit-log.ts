import { appendFile, mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { AuditEntry } from './audit-entry';

/** A log that only grows. */
export interface AuditLog {
  /** Comes back when the entry is in the file. Entries stand in the order in which they were given. Never fails. */
  append(entry: AuditEntry): Promise<void>;
  /** Whether a command of this log has no outcome yet. One of an earlier start never gets one. */
  isOpen(id: string): boolean;
}

interface AuditLogOptions {
  /** One JSON object a line. */
  readonly path: string;
  /** Bytes. A full file is given its date as a name and kept; nothing is ever removed. */
  readonly maximumSize: number;
  readonly now: () => Date;
  /** An entry could not be written. */
  readonly onFailure: (error: unknown) => void;
  /** An entry is in the file. */
  readonly onAppended?: () => void;
}

/** Only the user who runs Regroup may read it. */
const mode = 0o600;

/** Opens the log. The file and its folder are made when the first entry comes. */
export function createAuditLog({ path, maximumSize, now, onFailure, onAppended }: AuditLogOptions): AuditLog {
  const unended = new Set<string>();
  let mended = false;
  const write = async (entry: AuditEntry): Promise<void> => {
    const line = `${JSON.stringify(entry)}\n`;
    await mkdir(dirname(path), { recursive: true });
    if (!mended) await mend(path);
    mended = true;
    if ((await sizeOf(path)) + Buffer.byteLength(line) > maximumSize) await setAside(path, now());
    await appendFile(path, line, { mode });
    onAppended?.();
  };
  let last: Promise<void> = Promise.resolve();
  return {
    append: (entry) => {
      if (entry.entry === 'command') unended.add(entry.id);
      else unended.delete(entry.id);
      last = last.then(() => write(entry)).catch(onFailure);
      return last;
    },
    isOpen: (id) => unended.has(id),
  };
}

/** A line that was cut off (no room, no power) must not take the next one along. */
async function mend(path: string): Promise<void> {
  const size = await sizeOf(path);
  if (size === 0) return;
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    if (buffer.toString('latin1') !== '\n') await appendFile(path, '\n');
  } finally {
    await file.close();
  }
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

import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { createInterface } from 'node:readline';
import type { AuditEntry } from './audit-entry';
import { readAuditLine } from './audit-line';

/** One file of the audit log. */
export interface AuditFile {
  /** In the order they were written. */
  readonly entries: readonly AuditEntry[];
  readonly brokenLines: number;
}

/** Files of the log that is written to `path`, newest first: the one that is written to, then those that were full. */
export async function auditFiles(path: string): Promise<readonly string[]> {
  const { dir, name, ext, base } = parse(path);
  const found = await readdir(dir).catch((): readonly string[] => []);
  const full = found.filter((file) => file.startsWith(`${name}-`) && file.endsWith(ext));
  const present = found.includes(base) ? [path] : [];
  return [
    ...present,
    ...[...full]
      .sort()
      .reverse()
      .map((file) => join(dirname(path), file)),
  ];
}

/** Reads one file, a piece at a time. One that is gone is empty; throws when it cannot be read. */
export async function readAuditFile(file: string): Promise<AuditFile> {
  const entries: AuditEntry[] = [];
  let brokenLines = 0;
  const input = createReadStream(file, 'utf8');
  // What stopped the reading is told by the stream; readline says nothing of it.
  const failed = new Promise<NodeJS.ErrnoException>((resolve) => input.once('error', resolve));
  const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([lines.next(), failed]);
    if (next instanceof Error && next.code !== 'ENOENT') throw next;
    if (next instanceof Error || next.done === true) return { entries, brokenLines };
    if (next.value === '') continue;
    const entry = readAuditLine(next.value);
    if (entry === null) brokenLines += 1;
    else entries.push(entry);
  }
}

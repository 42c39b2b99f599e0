import type { AuditedCluster, AuditPage, AuditRecord, AuditSearch } from '#shared/contract/audit';
import type { AuditedCommand, AuditedOutcome } from './audit-entry';
import { auditFiles, readAuditFile } from './audit-files';
import { runsElsewhere } from './runs-elsewhere';

/** Where the records are. */
export interface AuditSource {
  /** The file that is written to; full ones lie beside it. */
  readonly path: string;
  /** Whether this process still awaits the outcome of a command that has none. */
  readonly isOpen: (id: string) => boolean;
}

/**
 * Finds records, newest first. Files are read from the newest on, and no more of them than the page needs: what comes
 * after a command, its outcome, has been read before it.
 */
export async function searchAudit({ path, isOpen }: AuditSource, search: AuditSearch): Promise<AuditPage> {
  const words = wordsOf(search.text ?? '');
  const outcomes = new Map<string, AuditedOutcome>();
  const clusters = new Map<string, AuditedCluster>();
  const records: AuditRecord[] = [];
  let brokenLines = 0;
  let reached = search.before === undefined;
  for (const file of await auditFiles(path)) {
    const read = await readAuditFile(file);
    brokenLines += read.brokenLines;
    for (const entry of [...read.entries].reverse()) {
      if (entry.entry === 'outcome') {
        // Read backwards: the first one is the last word.
        if (!outcomes.has(entry.id)) outcomes.set(entry.id, entry);
        continue;
      }
      noteCluster(clusters, entry);
      if (!reached) {
        reached = entry.id === search.before;
        continue;
      }
      const record = recordOf(entry, outcomes.get(entry.id), isOpen(entry.id));
      if (matches(record, search, words)) records.push(record);
    }
    if (records.length > search.limit) break;
  }
  return {
    records: records.slice(0, search.limit),
    more: records.length > search.limit,
    clusters: [...clusters.values()],
    brokenLines,
  };
}

/** The newest name of a cluster stands. */
function noteCluster(clusters: Map<string, AuditedCluster>, entry: AuditedCommand): void {
  const { connection, name, cluster, training } = entry;
  const known = clusters.get(connection);
  if (known === undefined || known.cluster === null)
    clusters.set(connection, { connection, name: known?.name ?? name, cluster, training });
}

function recordOf(command: AuditedCommand, outcome: AuditedOutcome | undefined, isOpen: boolean): AuditRecord {
  const { entry: _entry, process: _process, account = null, ...rest } = command;
  return {
    ...rest,
    title: outcome?.title ?? command.title,
    account,
    endedAt: outcome?.time ?? null,
    outcome: outcome?.outcome ?? (isOpen ? 'running' : runsElsewhere(command) ? 'elsewhere' : 'unknown'),
    error: outcome?.error ?? null,
  };
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function matches(record: AuditRecord, { connection, outcomes }: AuditSearch, words: readonly string[]): boolean {
  if (connection !== undefined && record.connection !== connection) return false;
  if (outcomes !== undefined && !outcomes.includes(record.outcome)) return false;
  if (words.length === 0) return true;
  const text = searchedText(record);
  return words.every((word) => text.includes(word));
}

function searchedText(record: AuditRecord): string {
  const { error, target } = record;
  return [
    record.time,
    record.command,
    record.title,
    target?.name,
    JSON.stringify(Object.values(record.input)),
    record.powershell,
    record.cluster,
    record.name,
    record.user,
    record.account,
    record.computer,
    record.outcome,
    error?.message,
    error?.advice,
    error?.code,
  ]
    .join('\n')
    .toLowerCase();
}

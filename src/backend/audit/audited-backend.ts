import type { ClusterUpdate } from '#shared/contract/cluster-update';
import type { Operation } from '#shared/model/operation';
import type { ClusterBackend } from '../cluster-backend';
import { presentSnapshot } from '../present-snapshot';
import type { AuditActor, AuditedOutcome, AuditPlace } from './audit-entry';
import type { AuditLog } from './audit-log';

/** What an audited backend needs beside the backend. */
export interface AuditOptions {
  readonly log: AuditLog;
  readonly actor: AuditActor;
  /** Asked for each command: a connection can be given another name. */
  readonly place: () => AuditPlace;
  readonly now: () => Date;
  /** A new unique id with each call. */
  readonly newId: () => string;
}

type Ending = Pick<AuditedOutcome, 'outcome' | 'operation' | 'error' | 'title'>;

/** An operation whose end is awaited. */
interface Awaited {
  /** Id in the log. */
  readonly audited: string;
  /** What it was called when it was given, where it may have named no node yet; null: nothing was left open. */
  readonly openTitle: string | null;
  /** When the log was told that nobody knows how it ended, in milliseconds since 1970; null: it runs. */
  readonly unknownSince: number | null;
}

/** Milliseconds in which a later reading may settle what nobody knows. */
const patience = 60 * 60_000;

/** The same backend, with every command and its outcome in the audit log. */
export function auditedBackend(backend: ClusterBackend, options: AuditOptions): ClusterBackend {
  const { log, actor, place, now, newId } = options;
  /** By the operation's id. */
  const open = new Map<string, Awaited>();
  let stopWatching: (() => void) | null = null;

  const end = (id: string, ending: Ending): Promise<void> =>
    log.append({ entry: 'outcome', id, time: now().toISOString(), ...ending });

  const notKnown = async (operation: string, awaited: Awaited, error: Operation['error']): Promise<void> => {
    open.set(operation, { ...awaited, unknownSince: now().getTime() });
    await end(awaited.audited, { outcome: 'unknown', operation, error });
  };

  const settle = (operations: readonly Operation[]): void => {
    for (const ended of operations) {
      const { id, outcome, error } = ended;
      const found = open.get(id);
      if (found === undefined || outcome === 'running') continue;
      if (outcome === 'unknown') {
        if (found.unknownSince === null) void notKnown(id, found, error);
        continue;
      }
      open.delete(id);
      const title = titleAtEnd(ended, found.openTitle);
      void end(found.audited, { outcome, operation: id, error, ...(title !== null && { title }) });
    }
    rest();
  };

  /** The connection is gone; the cluster may still tell when it is back. */
  const lose = async (error: Operation['error']): Promise<void> => {
    const running = [...open].filter(([, { unknownSince }]) => unknownSince === null);
    await Promise.all(running.map(([operation, found]) => notKnown(operation, found, error)));
  };

  /** Nobody will ever tell. */
  const settleAll = async (): Promise<void> => {
    const lost = lose(null);
    open.clear();
    rest();
    await lost;
  };

  const follow = (update: ClusterUpdate): void => {
    if (update.kind === 'snapshot') settle(update.snapshot.operations);
    if (update.kind === 'delta') settle(update.delta.upserts.operations ?? []);
    if (update.kind === 'connection' && update.connection.status === 'lost') void lose(update.connection.error);
  };

  const rest = (): void => {
    const over = now().getTime() - patience;
    for (const [operation, { unknownSince }] of open)
      if (unknownSince !== null && unknownSince < over) open.delete(operation);
    if (open.size > 0) return;
    stopWatching?.();
    stopWatching = null;
  };

  const { training } = backend;
  return {
    ...backend,
    training: training && {
      ...training,
      restart: async () => {
        await settleAll();
        return training.restart();
      },
    },
    execute: async (request) => {
      const id = newId();
      const { command, input } = request;
      const snapshot = presentSnapshot(backend);
      // The catalogue is large and no command is the first thing that happens: it is loaded when there is one.
      const { wordsOfCommand } = await import('./words-of-command');
      const words = wordsOfCommand(request, snapshot);
      await log.append({
        entry: 'command',
        id,
        time: now().toISOString(),
        ...actor,
        ...place(),
        cluster: snapshot?.cluster.name ?? null,
        command,
        input,
        ...words,
      });
      const result = await backend.execute(request);
      if (!result.ok) {
        await end(id, { outcome: 'refused', operation: null, error: result.error });
        return result;
      }
      const openTitle = input['destination'] === undefined ? words.title : null;
      open.set(result.value.id, { audited: id, openTitle, unknownSince: null });
      settle([result.value]);
      // It may have ended before its answer came: both tell the present state, which settles that.
      if (stopWatching !== null) settle(presentSnapshot(backend)?.operations ?? []);
      else if (open.size > 0) stopWatching = backend.subscribe(follow);
      rest();
      return result;
    },
    close: async () => {
      await settleAll();
      await backend.close();
    },
  };
}

/** What an operation was called in the end; null: as it was given. Titles change where the cluster chose the node and told it. */
function titleAtEnd({ title }: Operation, openTitle: string | null): string | null {
  return openTitle === null || title === openTitle ? null : `${title} (best possible)`;
}

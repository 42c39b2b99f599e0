import type { ClusterUpdate } from '#shared/contract/cluster-update';
import type { Operation } from '#shared/model/operation';
import type { ClusterBackend, CommandRequest } from '../cluster-backend';
import { presentSnapshot } from '../present-snapshot';
import type { AuditActor, AuditedOutcome, AuditPlace } from './audit-entry';
import type { AuditLog } from './audit-log';

/** What an audited backend needs beside the backend. */
export interface AuditOptions {
  readonly log: AuditLog;
  readonly actor: AuditActor;
  readonly place: AuditPlace;
  readonly now: () => Date;
  /** A new unique id with each call. */
  readonly newId: () => string;
}

type Ending = Pick<AuditedOutcome, 'outcome' | 'operation' | 'error'>;

/** The same backend, with every command and its outcome in the audit log. */
export function auditedBackend(backend: ClusterBackend, options: AuditOptions): ClusterBackend {
  const { log, actor, place, now, newId } = options;
  /** Audit ids of operations that run, by the operation's id. */
  const running = new Map<string, string>();
  let stopWatching: (() => void) | null = null;

  const end = (id: string, ending: Ending): Promise<void> =>
    log.append({ entry: 'outcome', id, time: now().toISOString(), ...ending });

  const settle = (operations: readonly Operation[]): void => {
    for (const { id, outcome, error } of operations) {
      const audited = running.get(id);
      if (audited === undefined || outcome === 'running') continue;
      running.delete(id);
      void end(audited, { outcome, operation: id, error });
    }
    rest();
  };

  const settleAll = async (): Promise<void> => {
    const open = [...running];
    running.clear();
    rest();
    await Promise.all(open.map(([operation, id]) => end(id, { outcome: 'unknown', operation, error: null })));
  };

  const follow = (update: ClusterUpdate): void => {
    if (update.kind === 'snapshot') settle(update.snapshot.operations);
    if (update.kind === 'delta') settle(update.delta.upserts.operations ?? []);
    if (update.kind === 'connection' && update.connection.status === 'lost') void settleAll();
  };

  const rest = (): void => {
    if (running.size > 0) return;
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
      const powershell = await powershellNow(request, backend);
      await log.append({
        entry: 'command',
        id,
        time: now().toISOString(),
        ...actor,
        ...place,
        command,
        input,
        powershell,
      });
      const result = await backend.execute(request);
      if (!result.ok) {
        await end(id, { outcome: 'refused', operation: null, error: result.error });
        return result;
      }
      running.set(result.value.id, id);
      settle([result.value]);
      if (running.size > 0) stopWatching ??= backend.subscribe(follow);
      // Subscribing tells the present state, which may already have settled everything.
      rest();
      return result;
    },
    close: async () => {
      await settleAll();
      await backend.close();
    },
  };
}

/** The catalogue is large and no command is the first thing that happens: it is loaded when there is one. */
async function powershellNow(request: CommandRequest, backend: ClusterBackend): Promise<string | null> {
  const { powershellOf } = await import('./powershell-of');
  return powershellOf(request, presentSnapshot(backend));
}

import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { AuditLog } from '#backend/audit/audit-log';
import { openBackend, type TrainingTarget } from '#backend/open-backend';
import type { WorkerHandle } from '#backend/simulated/worker-handle';
import type { Log } from '../log/log';
import type { Connections } from './connections';

interface TrainingConnectionOptions {
  readonly target: TrainingTarget;
  readonly auditLog: AuditLog;
  readonly startWorker: () => WorkerHandle;
  readonly log: Log;
}

const id = 'training';

/** Begins to open the training cluster, the one connection of this release. */
export function openTrainingConnection({ target, auditLog, startWorker, log }: TrainingConnectionOptions): Connections {
  const now = (): Date => new Date();
  const actor = { user: userInfo().username, computer: hostname() };
  const opening = openBackend(target, {
    startWorker,
    audit: { log: auditLog, actor, now, newId: randomUUID },
    connection: id,
  });
  const connecting = opening.then(async ({ backend }) => {
    const connected = await backend.connect();
    if (!connected.ok) log.error(`The training cluster could not be opened: ${connected.error.message}`);
  });
  return {
    list: async () => {
      const { backend } = await opening;
      return [{ id, name: 'Training cluster', capabilities: backend.capabilities, draft: null, open: true }];
    },
    problem: async () => {
      await connecting;
      return (await opening).problem();
    },
    find: async (wanted) => (wanted === id ? (await opening).backend : undefined),
    close: async () => (await opening).backend.close(),
  };
}

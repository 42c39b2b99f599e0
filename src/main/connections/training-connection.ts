import type { AuditOptions } from '#backend/audit/audited-backend';
import { openBackend, type TrainingTarget } from '#backend/open-backend';
import type { WorkerHandle } from '#backend/simulated/worker-handle';
import type { Log } from '../log/log';
import type { Connections } from './connections';

interface TrainingConnectionOptions {
  readonly target: TrainingTarget;
  readonly audit: Omit<AuditOptions, 'place'>;
  readonly startWorker: () => WorkerHandle;
  readonly log: Log;
}

/** The training cluster, alone. */
interface TrainingConnection extends Connections {
  close(): Promise<void>;
}

const id = 'training';

/** Begins to open the training cluster. */
export function openTrainingConnection({
  target,
  audit,
  startWorker,
  log,
}: TrainingConnectionOptions): TrainingConnection {
  const opening = openBackend(target, { startWorker, audit, connection: id });
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

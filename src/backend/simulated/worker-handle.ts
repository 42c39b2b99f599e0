import type { FromWorker, ToWorker } from './worker-protocol';

/** A running worker, whatever kind of process or thread it is. */
export interface WorkerHandle {
  post(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** Called once when it has ended, for whatever reason, with that reason in words; also when that was before. */
  onExit(listener: (reason: string) => void): void;
  /** Ends it, also when it hangs. */
  stop(): Promise<void>;
}

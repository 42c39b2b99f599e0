import type { Caller } from './handlers';

/** Calls that their page can cancel by the name that it gave them. */
export interface Cancellations {
  /** Runs `work` with a signal that is aborted when the page cancels `call` or is gone. */
  run<T>(caller: Caller, call: string | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  cancel(caller: Caller, call: string): void;
}

/** Nothing to cancel yet. */
export function createCancellations(): Cancellations {
  const running = new WeakMap<Caller, Map<string, AbortController>>();
  return {
    run: async (caller, call, work) => {
      if (call === undefined) return work(caller.gone);
      const controllers = running.get(caller) ?? new Map<string, AbortController>();
      running.set(caller, controllers);
      const controller = new AbortController();
      const abort = (): void => controller.abort();
      controllers.set(call, controller);
      caller.gone.addEventListener('abort', abort);
      try {
        return await work(controller.signal);
      } finally {
        caller.gone.removeEventListener('abort', abort);
        if (controllers.get(call) === controller) controllers.delete(call);
      }
    },
    cancel: (caller, call) => running.get(caller)?.get(call)?.abort(),
  };
}

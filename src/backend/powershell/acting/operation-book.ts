import type { ClusterError } from '#shared/model/cluster-error';
import type { Operation } from '#shared/model/operation';

/** How an operation ended. */
export interface Ending {
  readonly outcome: 'succeeded' | 'failed' | 'cancelled' | 'unknown';
  readonly error: ClusterError | null;
  /** A few words. */
  readonly text: string;
}

/** The operations of one connection, in the order they began. */
export interface OperationBook {
  all(): readonly Operation[];
  add(operation: Operation): void;
  /** Changes an operation that runs; one that is over stays as it is, except that `unknown` can be settled. */
  change(id: string, change: Partial<Operation>): void;
  end(id: string, ending: Ending, at: number): void;
  find(id: string): Operation | undefined;
}

/** Operations that are over of which no more are kept. */
const kept = 500;

/** An empty book. `onChange` is called after each change. */
export function createOperationBook(onChange: () => void): OperationBook {
  let operations: readonly Operation[] = [];
  const find = (id: string): Operation | undefined => operations.find((operation) => operation.id === id);
  const change = (id: string, fields: Partial<Operation>): void => {
    const present = find(id);
    if (present === undefined || (present.outcome !== 'running' && present.outcome !== 'unknown')) return;
    operations = operations.map((operation) => (operation.id === id ? { ...operation, ...fields } : operation));
    onChange();
  };
  return {
    all: () => operations,
    find,
    add: (operation) => {
      const over = operations.filter(({ outcome }) => outcome !== 'running');
      const forgotten = new Set(over.slice(0, Math.max(0, over.length - kept)));
      operations = [...operations.filter((one) => !forgotten.has(one)), operation];
      onChange();
    },
    change,
    end: (id, { outcome, error, text }, at) =>
      change(id, {
        outcome,
        error,
        endedAt: at,
        cancel: null,
        progress: { percent: outcome === 'succeeded' ? 100 : null, text, remaining: null },
      }),
  };
}

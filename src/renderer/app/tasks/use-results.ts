import type { ClusterError } from '#shared/model/cluster-error';
import type { Operation } from '#shared/model/operation';
import { clusterErrorOf } from '../../lib/bridge';
import { useOpenResult, useSaveResults } from '../../lib/mutations';

/** What can be done with the files of an operation, and how the last of it went. */
export interface Results {
  readonly open: (name: string) => void;
  readonly save: (names: readonly string[]) => void;
  readonly busy: boolean;
  readonly error: ClusterError | null;
  /** Where the copy is that was opened last; null: none was, or something else was done since. */
  readonly openedAt: string | null;
}

/** The files of an operation: opened and saved, the outcome of the last of it known. */
export function useResults({ id }: Operation): Results {
  const saving = useSaveResults();
  const opening = useOpenResult();
  const failed = saving.error ?? opening.error;
  const forget = (): void => {
    saving.reset();
    opening.reset();
  };
  return {
    open: (name) => {
      forget();
      opening.mutate({ operation: id, name });
    },
    save: (names) => {
      forget();
      saving.mutate({ operation: id, names });
    },
    busy: saving.isPending || opening.isPending,
    error: failed === null ? null : clusterErrorOf(failed),
    openedAt: opening.data?.path ?? null,
  };
}

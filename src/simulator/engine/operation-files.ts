import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { OperationFile } from '#shared/model/operation';
import { safeFileNames } from '#shared/files/safe-file-name';
import type { KeptFile } from '../state/kept-file';
import type { OperationState } from '../state/operation-state';
import type { Simulation } from './simulation';

/** Of so many operations the files are kept: logs are large, and a training cluster can run for weeks. */
const operationsWithFiles = 20;

/** Keeps files as what an operation brought back, under safe names; those of the oldest operations are forgotten. */
export function keepFiles(
  sim: Simulation,
  operation: OperationState,
  files: readonly { readonly stem: string; readonly extension: 'log' | 'html'; readonly text: string }[],
): void {
  const names = safeFileNames(files.map(({ stem, extension }) => ({ suggested: stem, type: extension })));
  const named = files.map(({ stem, text }, place): KeptFile => {
    return { name: names[place] ?? stem, text, size: utf8ToBytes(text).length };
  });
  const kept = sim.state.files;
  kept.set(operation.id, named);
  for (const id of kept.keys()) {
    if (kept.size <= operationsWithFiles) break;
    kept.delete(id);
    sim.touch('operations', id);
  }
  sim.touch('operations', operation.id);
}

/** What an operation brought back, as a snapshot tells it; undefined: nothing. */
export function filesOf(sim: Simulation, operation: string): readonly OperationFile[] | undefined {
  return sim.state.files.get(operation)?.map(({ name, size }) => ({ name, size }));
}

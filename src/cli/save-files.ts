import { createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ClusterBackend } from '#backend/cluster-backend';
import { clusterError } from '#shared/model/cluster-error';
import type { Operation } from '#shared/model/operation';
import { failure, success, type Result } from '#shared/model/result';

/** Why nothing can be written to a folder, a sentence; null: it is there. */
export function folderProblem(folder: string): string | null {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? null : `--output: there is no folder ${JSON.stringify(folder)}.`;
}

/** Writes what an operation brought back to a folder, and replaces files of the same names there. */
export async function saveFiles(backend: ClusterBackend, operation: Operation, folder: string): Promise<Result<null>> {
  for (const { name } of operation.files ?? []) {
    const content = await backend.readFile(operation.id, name);
    if (!content.ok) return content;
    try {
      await pipeline(content.value, createWriteStream(join(folder, name)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return failure(clusterError('unexpected', `${name} could not be written: ${reason}`));
    }
  }
  return success(null);
}

import type { Operation } from '#shared/model/operation';
import type { CmdletRun } from '../cmdlet-run';

/**
 * Writes what an operation brought back as what the cmdlet answers, under the names it has or one that was asked for.
 * `folder` as {@link CmdletRun.file} takes it.
 */
export async function writeFiles(
  run: CmdletRun,
  operation: Operation,
  folder: string | null,
  nameOf: (name: string) => string = (name) => name,
): Promise<void> {
  for (const { name } of operation.files ?? [])
    run.file(nameOf(name), await run.cluster.fileOf(run.cmdlet, operation, name), folder);
}

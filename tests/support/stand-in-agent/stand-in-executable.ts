import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsFor, unsupportedFailure } from '../row-answers';
import type { SnapshotRows } from '../rows-of-snapshot';
import { standInLaunch, type StandInOptions } from './launch';
import { serveAnswers, type AnswerFrames, type AskedRequest } from './serve-answers';

/** A file that is started like a PowerShell of this computer and is a stand-in. */
export interface StandInExecutable {
  readonly path: string;
  close(): Promise<void>;
}

interface ExecutableOptions {
  /** What is there to read now. */
  readonly rows: () => SnapshotRows;
  /** Answers instead of the rows; undefined: the rows. */
  readonly answer?: (request: AskedRequest) => Promise<AnswerFrames> | AnswerFrames | undefined;
  readonly behaviour?: StandInOptions;
}

/** Whether this computer starts a script as an executable. */
export const startsScripts = process.platform !== 'win32';

/** Makes one, in a folder of its own. Agents of all lanes are the same program: those of nodes are told by `computer`. */
export async function standInExecutable(options: ExecutableOptions): Promise<StandInExecutable> {
  const framesFor = (request: AskedRequest): Promise<AnswerFrames> | AnswerFrames => {
    const special = options.answer?.(request);
    if (special !== undefined) return special;
    const { section, computer } = request.args;
    const lane = typeof computer === 'string' ? { node: computer } : 'read';
    const found =
      request.op === 'read' && typeof section === 'string'
        ? rowsFor(options.rows(), lane, section, request.args)
        : undefined;
    if (found === undefined) return [['fail', unsupportedFailure(`${request.op} ${JSON.stringify(section)}`)]];
    return [
      ['rows', found],
      ['done', null],
    ];
  };
  const server = await serveAnswers(framesFor);
  const folder = mkdtempSync(join(tmpdir(), 'regroup-stand-in-'));
  const path = join(folder, 'powershell');
  const { command, args } = standInLaunch({ ...options.behaviour, answers: server.pipe });
  const words = [command, ...args].map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`);
  writeFileSync(path, `#!/bin/sh\nexec ${words.join(' ')}\n`, { mode: 0o755 });
  return {
    path,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

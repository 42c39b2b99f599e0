import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { safeFileNames } from '#shared/files/safe-file-name';
import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import type { JsonValue, OperationFile } from '#shared/model/operation';
import { failure, success, type Result } from '#shared/model/result';
import { z } from 'zod';
import { fileMissing } from '../../file-missing';
import type { AgentPool } from '../agent/agent-pool';

/** Files that cmdlets wrote, brought to this computer and kept while the connection lasts. */
export interface KeptFiles {
  /**
   * Brings the files that the steps of an operation returned. `onProgress` gets what happens, and the percentage where the
   * lengths are known.
   */
  bring(
    operation: string,
    answer: JsonValue,
    onProgress: (text: string, percent: number | null) => void,
  ): Promise<Result<readonly OperationFile[]>>;
  read(operation: string, name: string): Promise<Result<Readable>>;
  /** Removes them. */
  close(): void;
}

/** What the agent says after it has run steps. A length is text: 64 bits. Null: the file is not there. */
const answerSchema = z.object({
  files: z.array(
    z.object({ name: z.string(), fullName: z.string(), length: z.union([z.string(), z.number()]).nullable() }),
  ),
});
const pieceSchema = z.object({ base64: z.base64(), end: z.boolean() });

interface Wanted {
  readonly name: string;
  readonly fullName: string;
  readonly length: number;
}

interface Kept extends OperationFile {
  readonly path: string;
}

/** The largest piece that an agent gives at once. */
const pieceLength = 131_072;
/** So many bytes of one operation are brought: a cluster log is at most 1.5 GB unless an administrator allowed more. */
const mostBytes = 4 * 1024 ** 3;
/** Of so many operations the files are kept. */
const keptOperations = 20;
const pieceTimeout = 60_000;

/** Nothing is kept yet; the folder is made for the first file. */
export function createKeptFiles(request: AgentPool['request']): KeptFiles {
  const kept = new Map<string, readonly Kept[]>();
  let folder: Promise<string> | null = null;
  let closed = false;

  const copy = async (path: string, wanted: Wanted, onBytes: (count: number) => void): Promise<ClusterError | null> => {
    // Only this user may read what a cluster told; a file that is there already is not ours.
    const file = await open(path, 'wx', 0o600);
    try {
      for (let offset = 0; ;) {
        const args = { path: wanted.fullName, offset, length: pieceLength };
        const answer = await request('write', { op: 'file', args, timeout: pieceTimeout });
        if (!answer.ok) return answer.error;
        const piece = pieceSchema.safeParse(answer.value);
        if (!piece.success) return clusterError('unexpected', 'The agent did not answer with a piece of the file.');
        const bytes = Buffer.from(piece.data.base64, 'base64');
        await file.write(bytes);
        offset += bytes.length;
        onBytes(bytes.length);
        if (piece.data.end) return null;
        if (bytes.length === 0 || offset > mostBytes) return tooLarge;
      }
    } finally {
      await file.close();
    }
  };

  const forget = async (operation: string): Promise<void> => {
    const files = kept.get(operation) ?? [];
    kept.delete(operation);
    await Promise.all(files.map(({ path }) => rm(path, { force: true })));
  };

  const bringAll = async (
    operation: string,
    files: readonly Wanted[],
    onProgress: (text: string, percent: number | null) => void,
  ): Promise<Result<readonly OperationFile[]>> => {
    const place = await (folder ??= mkdtemp(join(tmpdir(), 'regroup-')));
    const all = files.reduce((sum, { length }) => sum + length, 0);
    if (all > mostBytes) return failure({ ...tooLarge, advice: whereTheyAre(files) });
    const names = uniqueNames(files.map(({ name }) => name));
    const done: Kept[] = [];
    let before = 0;
    for (const [index, wanted] of files.entries()) {
      const name = names[index] ?? '';
      const path = join(place, `${operation}-${index}`);
      let size = 0;
      onProgress(`Brings back ${name}`, all === 0 ? null : Math.floor((100 * before) / all));
      const problem = await copy(path, wanted, (count) => {
        size += count;
        if (all > 0) onProgress(`Brings back ${name}`, Math.min(99, Math.floor((100 * (before + size)) / all)));
      });
      if (problem !== null) {
        await Promise.all([...done.map((one) => one.path), path].map((one) => rm(one, { force: true })));
        const { kind, code, message } = problem;
        const told = `It was done, but ${name} could not be brought back. ${message}`;
        return failure({ kind, code, message: told, advice: whereTheyAre(files) });
      }
      before += size;
      done.push({ name, size, path });
    }
    kept.set(operation, done);
    for (const oldest of kept.keys()) if (kept.size > keptOperations) await forget(oldest);
    return success(done.map(({ name, size }) => ({ name, size })));
  };

  return {
    bring: async (operation, answer, onProgress) => {
      const parsed = answerSchema.safeParse(answer);
      const files = (parsed.success ? parsed.data.files : []).flatMap(({ length, ...file }) =>
        length === null ? [] : [{ ...file, length: Number(length) }],
      );
      if (files.length === 0 || closed) return success([]);
      try {
        return await bringAll(operation, files, onProgress);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const told = `It was done, but what it wrote could not be kept on this computer: ${reason}`;
        return failure(clusterError('unexpected', told, { advice: whereTheyAre(files) }));
      }
    },
    read: (operation, name) => {
      const found = kept.get(operation)?.find((file) => file.name === name);
      return Promise.resolve(found === undefined ? failure(fileMissing(name)) : success(createReadStream(found.path)));
    },
    close: () => {
      closed = true;
      kept.clear();
      void folder?.then((path) => rm(path, { recursive: true, force: true }));
    },
  };
}

const tooLarge = clusterError('refused', 'The files are too large to be brought to this computer.');

function whereTheyAre(files: readonly Wanted[]): string {
  const paths = files.slice(0, 5).map(({ fullName }) => fullName);
  return `Look where PowerShell ran: ${paths.join(', ')}${files.length > paths.length ? ' and others' : ''}.`;
}

/** Names that are safe here and differ from each other: nodes call their logs the same. */
function uniqueNames(names: readonly string[]): readonly string[] {
  const files = names.map((name) => {
    const type = /^\.[a-z0-9]{1,8}$/i.test(extname(name)) ? extname(name).slice(1) : 'txt';
    return { suggested: name, type };
  });
  return safeFileNames(files);
}

import { spawn } from 'node:child_process';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { ViewerStart } from './machine-viewer';

/** Characters of a viewer's last words that are shown. */
const lastWords = 600;

/**
 * Starts a viewer that lives on without the app. One that ends with an error before `patience` (milliseconds) is over could not
 * show the screen: the failure has its last words.
 */
export async function startViewer({ command, args }: ViewerStart, patience = 3_000): Promise<Result<null>> {
  // A pipe would break under it when the app quits.
  const output = await temporaryFile();
  try {
    const words = output?.fd ?? 'ignore';
    const child = spawn(command, [...args], { detached: true, stdio: ['ignore', words, words], shell: false });
    child.unref();
    const code = await new Promise<number | null>((resolve, reject) => {
      const waiting = setTimeout(() => resolve(0), patience);
      child.once('exit', (status) => {
        clearTimeout(waiting);
        resolve(status);
      });
      child.once('error', (error) => {
        clearTimeout(waiting);
        reject(error);
      });
    });
    return code === 0 ? success(null) : failure(endedEarly(command, code, await wordsOf(output)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure(clusterError('unsupported', `${command} could not be started: ${reason}`));
  } finally {
    await output?.close();
  }
}

/** A file that has no name any more: it goes with the last program that has it open. Null: none can be made. */
async function temporaryFile(): Promise<FileHandle | null> {
  try {
    const folder = await mkdtemp(join(tmpdir(), 'regroup-viewer-'));
    const file = await open(join(folder, 'output'), 'wx+', 0o600);
    // Not every Windows lets a folder go while a file of it is open: it stays among the temporary ones then.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    return file;
  } catch {
    return null;
  }
}

async function wordsOf(output: FileHandle | null): Promise<string> {
  if (output === null) return '';
  const { size } = await output.stat();
  const start = Math.max(0, size - lastWords);
  const { buffer, bytesRead } = await output.read(Buffer.alloc(lastWords), 0, lastWords, start);
  return stripVTControlCharacters(buffer.toString('utf8', 0, bytesRead)).trim();
}

function endedEarly(command: string, code: number | null, words: string) {
  const how = code === null ? 'was ended' : `ended with code ${code}`;
  return clusterError('unexpected', `${basename(command)} ${how}${words === '' ? '.' : `: ${words}`}`, {
    advice: 'Try the same program in a terminal of this computer; it may say there what it needs.',
  });
}

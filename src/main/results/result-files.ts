import { createWriteStream } from 'node:fs';
import { lstat, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, parse } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ClusterBackend } from '#backend/cluster-backend';
import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';

/** What the desktop is asked for. */
export interface ResultDesktop {
  /** Null: the user cancelled. */
  askFile(suggestedName: string): Promise<string | null>;
  askFolder(): Promise<string | null>;
  /** Opens a file with the program that the desktop has for it; a sentence when that fails, else an empty text. */
  openPath(path: string): Promise<string>;
}

/** Files that operations brought back, on their way to the user. */
export interface ResultFiles {
  save(backend: ClusterBackend, operation: string, names: readonly string[]): Promise<Result<boolean>>;
  /** Opens a copy and tells where it is. */
  open(backend: ClusterBackend, operation: string, name: string): Promise<Result<{ readonly path: string }>>;
  /** Removes what was opened. */
  close(): Promise<void>;
}

/** Types that are opened: what a cluster sends must not start a program. */
const opened: ReadonlySet<string> = new Set(['.html', '.htm', '.mht', '.mhtml', '.log', '.txt', '.xml']);

/** Nothing was opened yet. */
export function createResultFiles(desktop: ResultDesktop): ResultFiles {
  let folder: Promise<string> | null = null;
  return {
    save: async (backend, operation, names) => {
      const [only] = names;
      const one = names.length === 1 && only !== undefined;
      const chosen = one ? await desktop.askFile(only) : await desktop.askFolder();
      if (chosen === null) return success(false);
      for (const name of names) {
        // The desktop has asked whether one file may be replaced; nobody was asked about those of a folder.
        const problem = await write(backend, operation, name, one ? chosen : await freeName(chosen, name));
        if (problem !== null) return failure(problem);
      }
      return success(true);
    },
    open: async (backend, operation, name) => {
      if (!opened.has(extname(name).toLowerCase())) return failure(notOpened(name));
      // A folder for each: two reports of the same name may be open at once.
      const place = await mkdtemp(join(await (folder ??= mkdtemp(join(tmpdir(), 'regroup-opened-'))), 'file-'));
      const path = join(place, name);
      const problem = await write(backend, operation, name, path);
      if (problem !== null) return failure(problem);
      const refusal = await desktop.openPath(path);
      return refusal === '' ? success({ path }) : failure(cannotOpen(name, path, refusal));
    },
    close: async () => {
      const place = await folder;
      if (place !== null) await rm(place, { recursive: true, force: true });
    },
  };
}

/** The path of a file in a folder; numbered where there is one of that name. */
async function freeName(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(name);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${ext}`);
    const taken = await lstat(path).then(
      () => true,
      () => false,
    );
    if (!taken) return path;
  }
}

/** Only what the operation itself names can be asked of the backend, and those names have no folder. */
async function write(
  backend: ClusterBackend,
  operation: string,
  name: string,
  path: string,
): Promise<ClusterError | null> {
  const content = await backend.readFile(operation, name);
  if (!content.ok) return content.error;
  try {
    await pipeline(content.value, createWriteStream(path));
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return clusterError('unexpected', `${name} could not be saved: ${reason}`, {
      advice: 'Save it in another folder.',
    });
  }
}

function notOpened(name: string): ClusterError {
  return clusterError('unsupported', `${name} is neither a report nor a log, and is not opened.`, {
    advice: 'Save it and look at it with a program of your choice.',
  });
}

function cannotOpen(name: string, path: string, reason: string): ClusterError {
  return clusterError('unsupported', `${name} could not be opened: ${reason}`, {
    advice: `Save it, or look at this copy, which goes when Regroup ends: ${path}`,
  });
}

import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';

/** Asks where to save and saves; false when the user cancelled. */
export async function saveFile(suggestedName: string, type: string, content: string): Promise<Result<boolean>> {
  const options = { defaultPath: suggestedName, filters: [{ name: type.toUpperCase(), extensions: [type] }] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  if (canceled || !filePath) return success(false);
  const path = extname(filePath) === '' ? `${filePath}.${type}` : filePath;
  try {
    await writeFile(path, content);
    return success(true);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure(
      clusterError('unexpected', `The file could not be saved: ${reason}`, { advice: 'Save it in another folder.' }),
    );
  }
}

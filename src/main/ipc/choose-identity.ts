import { homedir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

/** Asks for the file of a private key for ssh; null when the user cancelled. */
export async function chooseIdentity(): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: 'Private key for ssh',
    defaultPath: join(homedir(), '.ssh'),
    properties: ['openFile', 'showHiddenFiles'],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? null : (filePaths[0] ?? null);
}

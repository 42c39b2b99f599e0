import { BrowserWindow, dialog, shell } from 'electron';
import { openOnLinux } from './open-on-linux';
import type { ResultDesktop } from './result-files';

/** The dialogs and programs of the desktop. */
export const resultDesktop: ResultDesktop = {
  askFile: async (suggestedName) => {
    const window = BrowserWindow.getFocusedWindow();
    const options = { defaultPath: suggestedName };
    const { canceled, filePath } = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    return canceled || !filePath ? null : filePath;
  },
  askFolder: async () => {
    const window = BrowserWindow.getFocusedWindow();
    const options = { properties: ['openDirectory' as const, 'createDirectory' as const] };
    const { canceled, filePaths } = await (window === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    return canceled ? null : (filePaths[0] ?? null);
  },
  openPath: (path) => (process.platform === 'linux' ? openOnLinux(path) : shell.openPath(path)),
};

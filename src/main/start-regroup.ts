import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, protocol, session } from 'electron';
import { createAttention } from '#backend/attention';
import type { ContractEvents } from '#shared/contract/contract';
import type { LaunchOptions } from './command-line/launch-options';
import { startClusterWorker } from './connections/cluster-worker';
import { builtFile } from './files';
import { registerIpc } from './ipc/register-ipc';
import { sendEvent } from './ipc/send-event';
import { createFileLog } from './log/file-log';
import { openJsonFile } from './settings/json-file';
import { openSettings } from './settings/settings-store';
import { appFileHandler } from './window/app-files';
import { appPage, appScheme } from './window/app-page';
import { developmentPolicy } from './window/content-security-policy';
import { addPolicy, lockDownPages, lockDownSession } from './window/lock-down';
import { createMainWindow } from './window/main-window';
import { windowStateSchema } from './window/window-state';

const stateDelay = 500;

/** Opens the window as early as it can be, and builds everything behind it while its page loads. */
export function startRegroup(options: LaunchOptions): void {
  const userData = app.getPath('userData');
  const development = !app.isPackaged;
  const developmentServer = development ? process.env['ELECTRON_RENDERER_URL'] : undefined;
  const log = createFileLog(app.getPath('logs'), development);
  process.on('uncaughtException', (error) => log.error('Nobody caught this.', error));
  process.on('unhandledRejection', (reason) => log.error('Nobody handled this rejection.', reason));

  const firstWorker = startClusterWorker(log);
  const settings = openSettings(join(userData, 'settings.json'), log);
  const windowState = openJsonFile({
    path: join(userData, 'window-state.json'),
    schema: windowStateSchema,
    log,
    delay: stateDelay,
  });
  nativeTheme.themeSource = settings.get().theme;

  const page = appPage(developmentServer);
  lockDownPages(app, page, log);
  lockDownSession(session.defaultSession, page, log);
  if (developmentServer !== undefined) addPolicy(session.defaultSession, developmentPolicy(developmentServer));
  const pageAnswered = developmentServer === undefined ? answerForOwnFiles() : Promise.resolve();

  const preload = builtFile('preload', 'index.cjs');
  const attention = createAttention();
  const mainWindow = createMainWindow({
    page,
    preload,
    state: windowState,
    development,
    log,
    onSeen: (window, seen) => {
      log.info(seen ? 'The window can be seen.' : 'The window cannot be seen: clusters are read less often.');
      attention.isSeen(window, seen);
    },
    onClosed: (window) => attention.leaves(window),
  });
  const tellWindows = <Name extends keyof ContractEvents>(name: Name, payload: ContractEvents[Name]): void => {
    for (const window of BrowserWindow.getAllWindows()) sendEvent(window.webContents, name, payload);
  };
  mainWindow.open();
  // The page would have to wait for its document. From then on its process starts, and main has time.
  const backstage = pageAnswered.then(async () => {
    const { buildBackstage } = await import('./backstage');
    return buildBackstage({ options, userData, development, log, settings, firstWorker, tellWindows, attention });
  });
  registerIpc({
    dispatcher: backstage.then(({ dispatcher }) => dispatcher),
    isOwnWindow: (contents) => mainWindow.isOwn(contents),
    reveal: (contents) => mainWindow.reveal(contents),
    isOwnPage: (url) => page.isPage(url),
    log,
  });

  settings.onChange((changed) => {
    nativeTheme.themeSource = changed.theme;
    tellWindows('settings.changed', changed);
  });
  app.on('second-instance', () => mainWindow.focus());
  app.on('activate', () => mainWindow.focus());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeBeforeQuit(async () => {
    settings.flush();
    windowState.flush();
    await (await backstage).close();
  });
}

/** Serves the files of the window. Resolves when its document was answered. */
function answerForOwnFiles(): Promise<void> {
  return new Promise((resolve) => {
    protocol.handle(
      appScheme,
      appFileHandler(builtFile('renderer'), () => setImmediate(resolve)),
    );
    // A window that is closed at once never asks.
    app.once('before-quit', () => resolve());
  });
}

/** Lets `close` finish once before the program ends. */
function closeBeforeQuit(close: () => Promise<void>): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    // Electron takes a second request to quit only when it is done with the first.
    void close().finally(() => setImmediate(() => app.quit()));
  });
}

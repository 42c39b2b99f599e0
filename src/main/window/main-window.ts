import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { JsonFile } from '../settings/json-file';
import type { Log } from '../log/log';
import type { AppPage } from './app-page';
import { placeWindow, smallestWindow, type WindowState } from './window-state';

interface MainWindowOptions {
  readonly page: AppPage;
  readonly preload: string;
  readonly state: JsonFile<WindowState>;
  readonly development: boolean;
  readonly log: Log;
}

/** The colours of the empty page, so that nothing flashes before the first paint. */
const background = { dark: '#1f1f1f', light: '#ffffff' } as const;

/** A page that paints nothing for so long will not come: the window is shown as it is rather than not at all. */
const patience = 10_000;

/** Opens the one window. It is shown when its page has painted something. */
export function openMainWindow({ page, preload, state, development, log }: MainWindowOptions): void {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const window = new BrowserWindow({
    ...placeWindow(
      state.get(),
      [primary, ...others].map(({ workArea }) => workArea),
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Regroup',
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // The dictionaries of the spelling check would be downloaded.
      spellcheck: false,
      devTools: development,
    },
  });
  showWhenPainted(window, state.get().maximized);
  keepState(window, state);
  reportTrouble(window, page, log);
  void window.loadURL(page.url);
}

/** Brings the window to the front, whatever state it is in. */
export function focusWindow(window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function showWhenPainted(window: BrowserWindow, maximized: boolean): void {
  const show = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isVisible()) return;
    if (maximized) window.maximize();
    window.show();
  };
  const timer = setTimeout(show, patience);
  window.once('ready-to-show', show);
  window.once('closed', () => clearTimeout(timer));
}

function keepState(window: BrowserWindow, state: JsonFile<WindowState>): void {
  const keep = (): void => {
    if (window.isDestroyed() || !window.isVisible() || window.isMinimized() || window.isFullScreen()) return;
    state.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  };
  window.on('resize', keep);
  window.on('move', keep);
  window.on('maximize', keep);
  window.on('unmaximize', keep);
  window.on('close', keep);
}

function reportTrouble(window: BrowserWindow, page: AppPage, log: Log): void {
  window.webContents.on('preload-error', (_event, path, error) => log.error(`${path} failed.`, error));
  window.webContents.on('did-fail-load', (_event, code, description) => {
    log.error(`The page could not be loaded: ${description} (${code}).`);
  });
  window.on('unresponsive', () => log.warn('The window does not respond.'));
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error(`The page of the window is gone: ${reason} (${exitCode}).`);
    void offerReload(window, page, reason);
  });
}

async function offerReload(window: BrowserWindow, page: AppPage, reason: string): Promise<void> {
  if (window.isDestroyed()) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window of Regroup stopped working.',
    detail: `The reason was: ${reason}. Clusters are not affected, and neither is what was started on them.`,
    buttons: ['Load the Window Again', 'Close'],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) void window.loadURL(page.url);
  else window.close();
}

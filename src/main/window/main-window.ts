import { BrowserWindow, dialog, nativeTheme, screen, type WebContents } from 'electron';
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
  /** The window of this page can be seen now, or not any more: it was minimized or hidden. */
  readonly onSeen: (page: number, seen: boolean) => void;
  readonly onClosed: (page: number) => void;
}

/** The colours of the empty page, so that nothing flashes before the first paint. */
const background = { dark: '#1f1f1f', light: '#ffffff' } as const;

/** Milliseconds that the window stays hidden at most, from when its page has painted anything, and from the start. */
const patience = { painted: 1000, unpainted: 10_000 } as const;

/** The one window. */
export interface MainWindow {
  /** Opens it, hidden until its page says that there is something to see, or until that takes too long. */
  open(): void;
  /** Brings it to the front, whatever state it is in; opens it when it is closed. */
  focus(): void;
  /** Shows it: there is something to see. */
  reveal(contents: WebContents): void;
  isOwn(contents: WebContents): boolean;
}

/** The window, not open yet. */
export function createMainWindow(options: MainWindowOptions): MainWindow {
  let current: BrowserWindow | null = null;
  const open = (): void => {
    const window = openWindow(options);
    current = window;
    window.once('closed', () => {
      current = null;
    });
  };
  return {
    open,
    focus: () => {
      if (current === null) open();
      else focusWindow(current);
    },
    reveal: (contents) => {
      if (contents === current?.webContents) show(current, options.state.get().maximized);
    },
    isOwn: (contents) => contents === current?.webContents,
  };
}

function openWindow({ page, preload, state, development, log, onSeen, onClosed }: MainWindowOptions): BrowserWindow {
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
    backgroundColor: backgroundColor(),
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
  showInTime(window, () => show(window, state.get().maximized));
  keepState(window, state);
  keepBackground(window);
  tellSeen(window, { onSeen, onClosed });
  reportTrouble(window, page, log);
  void window.loadURL(page.url);
  return window;
}

function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function show(window: BrowserWindow, maximized: boolean): void {
  if (window.isDestroyed() || window.isVisible()) return;
  if (maximized) window.maximize();
  window.show();
}

/** A page that does not say that it is ready is shown as it is rather than not at all. */
function showInTime(window: BrowserWindow, reveal: () => void): void {
  const timers = [setTimeout(reveal, patience.unpainted)];
  window.once('ready-to-show', () => timers.push(setTimeout(reveal, patience.painted)));
  const stop = (): void => timers.forEach(clearTimeout);
  window.once('show', stop);
  window.once('closed', stop);
}

function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? background.dark : background.light;
}

/** What shows at the edges while the window is made larger follows the theme. */
function keepBackground(window: BrowserWindow): void {
  const paint = (): void => window.setBackgroundColor(backgroundColor());
  nativeTheme.on('updated', paint);
  window.once('closed', () => nativeTheme.off('updated', paint));
}

function tellSeen(window: BrowserWindow, { onSeen, onClosed }: Pick<MainWindowOptions, 'onSeen' | 'onClosed'>): void {
  const { id } = window.webContents;
  let seen = false;
  const tell = (now: boolean): void => {
    if (now !== seen) onSeen(id, now);
    seen = now;
  };
  window.on('minimize', () => tell(false));
  window.on('hide', () => tell(false));
  window.on('restore', () => tell(true));
  window.on('show', () => tell(true));
  window.once('closed', () => onClosed(id));
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

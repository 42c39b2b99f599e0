import '@xterm/xterm/css/xterm.css';
import { FitAddon } from '@xterm/addon-fit';
import { SearchAddon } from '@xterm/addon-search';
import { WebLinksAddon } from '@xterm/addon-web-links';
import { Terminal, type ITheme } from '@xterm/xterm';
import { setSpanStylesAsProperties, withStyleNonce } from './style-policy';

/** What a screen tells. */
export interface ScreenListener {
  readonly onData: (data: string) => void;
  readonly onResize: (size: { readonly columns: number; readonly rows: number }) => void;
  readonly onLink: (url: string) => void;
  /** A key that the screen itself does not want; false: the shell must not get it. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** How a screen looks. */
export interface ScreenLook {
  readonly theme: ITheme;
  readonly fontFamily: string;
  readonly fontSize: number;
}

/** A terminal's screen. */
export interface Screen {
  readonly size: { readonly columns: number; readonly rows: number };
  /** Shows what the shell wrote; `shown` is called when it was drawn. */
  write(data: string, shown?: () => void): void;
  look(look: ScreenLook): void;
  /** Takes the size of its element. */
  fit(): void;
  focus(): void;
  /** Whether nothing can be seen on it, scrolled down. */
  isBlank(): boolean;
  /** What is shown goes up, out of sight: a new shell begins on an empty screen. */
  scrollAway(): void;
  selection(): string;
  paste(text: string): void;
  find(text: string, direction: 'next' | 'previous'): void;
  stopFinding(): void;
  dispose(): void;
}

/** Lines that are kept above. */
const scrollback = 5000;

/** Makes a screen in an element. */
export function openScreen(element: HTMLElement, look: ScreenLook, listener: ScreenListener): Screen {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  const terminal = new Terminal({
    ...look,
    screenReaderMode: true,
    scrollback,
    allowProposedApi: true,
    cursorBlink: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    linkHandler: { activate: (_event, url) => listener.onLink(url) },
  });
  const fit = new FitAddon();
  const search = new SearchAddon();
  terminal.loadAddon(fit);
  terminal.loadAddon(search);
  terminal.loadAddon(new WebLinksAddon((_event, url) => listener.onLink(url)));
  terminal.attachCustomKeyEventHandler(listener.onKey);
  terminal.onData(listener.onData);
  terminal.onResize(({ cols, rows }) => listener.onResize({ columns: cols, rows }));
  setSpanStylesAsProperties();
  withStyleNonce(nonce, () => terminal.open(element));
  fit.fit();
  return {
    get size() {
      return { columns: terminal.cols, rows: terminal.rows };
    },
    write: (data, shown) => terminal.write(data, shown),
    look: (next) => {
      terminal.options = next;
      fit.fit();
    },
    fit: () => fit.fit(),
    focus: () => terminal.focus(),
    isBlank: () => isBlank(terminal),
    scrollAway: () => terminal.write(`${'\r\n'.repeat(terminal.rows)}\u001b[H`),
    selection: () => terminal.getSelection(),
    paste: (text) => terminal.paste(text),
    find: (text, direction) => {
      if (direction === 'next') search.findNext(text);
      else search.findPrevious(text);
    },
    stopFinding: () => {
      search.clearDecorations();
      terminal.clearSelection();
    },
    dispose: () => terminal.dispose(),
  };
}

/** What a shell sends first are often only settings, which show nothing. */
function isBlank({ buffer: { active }, rows }: Terminal): boolean {
  const lines = Array.from({ length: rows }, (_, row) => active.getLine(active.baseY + row));
  return lines.every((line) => line === undefined || line.translateToString(true) === '');
}

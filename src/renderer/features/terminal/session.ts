import type { TerminalInfo } from '#shared/contract/contract';
import type { Bridge } from '#shared/contract/bridge';
import type { ClusterError } from '#shared/model/cluster-error';
import type { Result } from '#shared/model/result';
import { openScreen, type Screen, type ScreenListener, type ScreenLook } from './screen';

/** How the shell of a terminal stands. */
export type ShellState =
  /** It has shown nothing yet. `title`: what it is called; null before that is known. */
  | { readonly kind: 'starting'; readonly title: string | null }
  | { readonly kind: 'running'; readonly title: string }
  | { readonly kind: 'ended'; readonly code: number }
  | { readonly kind: 'failed'; readonly error: ClusterError };

/** One terminal: a screen and a shell. It lives on while its tab is not shown. */
export interface TerminalSession {
  readonly state: ShellState;
  subscribe(listener: () => void): () => void;
  /** Shows its screen in an element, the first time with a new shell. The answer takes it away again. */
  attach(host: HTMLElement): () => void;
  look(look: ScreenLook): void;
  /** Null before it was shown. */
  readonly screen: Screen | null;
  /** A new shell after one that ended. */
  restart(): void;
  dispose(): void;
}

/** What a terminal is made of. */
export interface SessionOptions {
  readonly bridge: Bridge;
  /** Starts what runs in it. */
  readonly open: (size: Screen['size']) => Promise<Result<TerminalInfo>>;
  readonly look: ScreenLook;
  readonly onLink: (url: string) => void;
  readonly onKey: ScreenListener['onKey'];
}

/** A terminal without a shell yet. */
export function createTerminalSession({ bridge, open, look, onLink, onKey }: SessionOptions): TerminalSession {
  const element = document.createElement('div');
  // With forced colours each row would get a background that hides the feet of the letters above: the look has them instead.
  element.style.cssText = 'position: absolute; inset: 4px 0 4px 10px; forced-color-adjust: none;';
  const listeners = new Set<() => void>();
  let screen: Screen | null = null;
  let state: ShellState = { kind: 'starting', title: null };
  /** Null before main has said which it is; what it tells until then waits. */
  let terminal: string | null = null;
  let early: { readonly terminal: string; readonly act: () => void }[] = [];
  /** What was typed before there was a shell to tell it to. */
  let typed = '';
  let wanted: ScreenLook = look;
  let disposed = false;

  const become = (next: ShellState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const told = (from: string, act: () => void): void => {
    if (terminal === null) early.push({ terminal: from, act });
    else if (from === terminal) act();
  };
  const stops = [
    bridge.on('terminal.data', ({ terminal: from, data }) =>
      told(from, () =>
        screen?.write(data, () => {
          if (state.kind === 'starting' && state.title !== null && screen?.isBlank() === false)
            become({ kind: 'running', title: state.title });
          void bridge.call('terminal.acknowledge', { terminal: from, characters: data.length });
        }),
      ),
    ),
    bridge.on('terminal.exited', ({ terminal: from, code }) => told(from, () => become({ kind: 'ended', code }))),
  ];

  const start = async (): Promise<void> => {
    if (screen === null) return;
    terminal = null;
    typed = '';
    become({ kind: 'starting', title: null });
    const opened = await open(screen.size);
    if (disposed) {
      if (opened.ok) void bridge.call('terminal.close', { terminal: opened.value.terminal });
      return;
    }
    if (!opened.ok) {
      become({ kind: 'failed', error: opened.error });
      return;
    }
    terminal = opened.value.terminal;
    become({ kind: 'starting', title: opened.value.title });
    const waiting = early;
    early = [];
    for (const { terminal: from, act } of waiting) if (from === terminal) act();
    if (typed !== '') type(typed);
  };
  const tell = (call: (terminal: string) => Promise<unknown>): void => {
    if (terminal !== null && (state.kind === 'running' || state.kind === 'starting')) void call(terminal);
  };
  const type = (data: string): void => {
    if (terminal === null && state.kind === 'starting') typed += data;
    else tell((id) => bridge.call('terminal.write', { terminal: id, data }));
  };
  const makeScreen = (): void => {
    screen = openScreen(element, wanted, {
      onData: type,
      onResize: (size) => tell((id) => bridge.call('terminal.resize', { terminal: id, ...size })),
      onLink,
      onKey,
    });
    void start();
  };

  return {
    get state() {
      return state;
    },
    get screen() {
      return screen;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach: (host) => {
      host.append(element);
      if (screen === null) makeScreen();
      const resizes = new ResizeObserver(() => {
        if (element.clientHeight > 0) screen?.fit();
      });
      resizes.observe(host);
      return () => {
        resizes.disconnect();
        element.remove();
      };
    },
    look: (next) => {
      wanted = next;
      screen?.look(next);
    },
    restart: () => {
      screen?.scrollAway();
      void start();
    },
    dispose: () => {
      disposed = true;
      for (const stop of stops) stop();
      if (terminal !== null) void bridge.call('terminal.close', { terminal });
      screen?.dispose();
    },
  };
}

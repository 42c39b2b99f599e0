import { homedir } from 'node:os';
import type { IPty } from '@lydell/node-pty';

/** A shell that runs in a terminal. */
export interface TerminalProcess {
  /** What was typed or pasted. */
  write(data: string): void;
  resize(columns: number, rows: number): void;
  /** The window has shown so many characters of what it was told. */
  acknowledge(characters: number): void;
  close(): void;
}

/** What a terminal is started with. */
export interface TerminalStart {
  readonly file: string;
  readonly arguments: readonly string[];
  /** Beside the environment of Regroup itself. */
  readonly environment: { readonly [name: string]: string };
  readonly columns: number;
  readonly rows: number;
  readonly onData: (data: string) => void;
  readonly onExit: (code: number) => void;
}

/** Characters that the window may lag behind before the shell is held back: a `dir -Recurse` must not freeze the window. */
const highWater = 400_000;
const lowWater = 100_000;

/** Starts a shell in a terminal of its own. */
export async function startTerminal(start: TerminalStart): Promise<TerminalProcess> {
  const { file, environment, columns, rows, onData, onExit } = start;
  const { spawn } = await import('@lydell/node-pty');
  const pty: IPty = spawn(file, [...start.arguments], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: homedir(),
    env: { ...inherited(process.env), ...environment },
  });
  let waiting = 0;
  let held = false;
  let running = true;
  pty.onData((data) => {
    waiting += data.length;
    if (!held && waiting > highWater) {
      held = true;
      pty.pause();
    }
    onData(data);
  });
  pty.onExit(({ exitCode }) => {
    running = false;
    onExit(exitCode);
  });
  const whileRunning = (act: () => void): void => {
    if (running) act();
  };
  return {
    write: (data) => whileRunning(() => pty.write(data)),
    resize: (width, height) => whileRunning(() => pty.resize(width, height)),
    acknowledge: (characters) => {
      waiting = Math.max(0, waiting - characters);
      if (!held || waiting > lowWater) return;
      held = false;
      whileRunning(() => pty.resume());
    },
    close: () => whileRunning(() => pty.kill()),
  };
}

/** Windows PowerShell does not find its modules with the module path of a PowerShell 7 that Regroup was started from. */
function inherited(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PSModulePath: _path, ELECTRON_RUN_AS_NODE: _node, ...rest } = environment;
  return rest;
}

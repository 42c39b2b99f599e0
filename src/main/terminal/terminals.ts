import type { TerminalInfo } from '#shared/contract/contract';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { Caller } from '../ipc/handlers';
import type { Shell } from './shell';
import type { TerminalProcess, TerminalStart } from './terminal-process';

/** What a shell is told about its cluster. */
export interface TerminalContext {
  readonly environment: { readonly [name: string]: string };
}

interface TerminalsOptions {
  /** The PowerShell of this computer, or why there is none. */
  readonly findShell: () => Result<Shell>;
  /** The context of a connection; the reason when it has none now. */
  readonly contextOf: (connection: string) => Promise<Result<TerminalContext>>;
  readonly startScript: () => Promise<string>;
  readonly start: (start: TerminalStart) => Promise<TerminalProcess>;
}

/** The size of a terminal in characters. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** The terminals of the window. Only the page that opened one can use it, and it ends with that page. */
export interface Terminals {
  open(caller: Caller, connection: string, size: TerminalSize): Promise<Result<TerminalInfo>>;
  /** Does something with a terminal; nothing when it has ended. */
  use(caller: Caller, terminal: string, act: (process: TerminalProcess) => void): void;
  close(): void;
}

interface Running {
  readonly caller: Caller;
  readonly process: TerminalProcess;
}

/** No terminals yet. */
export function createTerminals({ findShell, contextOf, startScript, start }: TerminalsOptions): Terminals {
  const running = new Map<string, Running>();
  let opened = 0;

  const open: Terminals['open'] = async (caller, connection, size) => {
    const found = findShell();
    if (!found.ok) return found;
    const shell = found.value;
    const context = await contextOf(connection);
    if (!context.ok) return context;
    opened += 1;
    const terminal = `terminal-${opened}`;
    try {
      const process = await start({
        shell,
        startScript: await startScript(),
        environment: context.value.environment,
        ...size,
        onData: (data) => caller.send('terminal.data', { terminal, data }),
        onExit: (code) => {
          running.delete(terminal);
          caller.send('terminal.exited', { terminal, code });
        },
      });
      running.set(terminal, { caller, process });
      if (caller.gone.aborted) process.close();
      caller.gone.addEventListener('abort', () => process.close(), { once: true });
    } catch (error) {
      return failure(notStarted(shell, error));
    }
    return success({ terminal, title: shell.title });
  };

  return {
    open,
    use: (caller, terminal, act) => {
      const found = running.get(terminal);
      if (found?.caller === caller) act(found.process);
    },
    close: () => {
      for (const { process } of running.values()) process.close();
    },
  };
}

function notStarted({ file }: Shell, error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  return clusterError('unexpected', `${file} could not be started: ${reason}`, {
    advice: 'Try whether it starts in another terminal of this computer.',
  });
}

import type { TerminalInfo } from '#shared/contract/contract';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { Caller } from '../ipc/handlers';
import type { Shell } from './shell';
import type { ShellContext, TerminalContext, ViewerContext } from './terminal-context';
import type { TerminalProcess, TerminalStart } from './terminal-process';

interface TerminalsOptions {
  /** The PowerShell of this computer, or why there is none. */
  readonly findShell: () => Result<Shell>;
  /** What runs there; the reason when nothing can now. */
  readonly contextOf: (subject: TerminalSubject) => Promise<Result<TerminalContext>>;
  /** What a shell of a kind runs first. */
  readonly startScript: (kind: ShellContext['kind']) => Promise<string>;
  readonly start: (start: TerminalStart) => Promise<TerminalProcess>;
}

/** What a terminal is opened for. */
export interface TerminalSubject {
  readonly connection: string;
  /** The machine whose viewer runs there; null: a shell does. */
  readonly machine: string | null;
}

/** The size of a terminal in characters. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** The terminals of the window. Only the page that opened one can use it, and it ends with that page. */
export interface Terminals {
  open(caller: Caller, subject: TerminalSubject, size: TerminalSize): Promise<Result<TerminalInfo>>;
  /** Does something with a terminal; nothing when it has ended. */
  use(caller: Caller, terminal: string, act: (process: TerminalProcess) => void): void;
  close(): void;
}

interface Running {
  readonly caller: Caller;
  readonly process: TerminalProcess;
}

/** Files of `resources/powershell`. */
export const startScripts: { readonly [Kind in ShellContext['kind']]: string } = {
  powershell: 'terminal.ps1',
  ssh: 'terminal.ps1',
  session: 'terminal-session.ps1',
};

/** No terminals yet. */
export function createTerminals({ findShell, contextOf, startScript, start }: TerminalsOptions): Terminals {
  const running = new Map<string, Running>();
  let opened = 0;

  const open: Terminals['open'] = async (caller, subject, size) => {
    const context = await contextOf(subject);
    if (!context.ok) return context;
    const found =
      context.value.kind === 'viewer'
        ? viewerProgram(context.value)
        : shellProgram(context.value, await startScript(context.value.kind), findShell);
    if (!found.ok) return found;
    const { title, ...program } = found.value;
    opened += 1;
    const terminal = `terminal-${opened}`;
    try {
      const process = await start({
        ...program,
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
      return failure(notStarted(program.file, error));
    }
    return success({ terminal, title });
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

type Program = Pick<TerminalStart, 'file' | 'arguments' | 'environment'> & { readonly title: string };

function viewerProgram({ title, viewer }: ViewerContext): Result<Program> {
  return success({ file: viewer.command, arguments: viewer.args, environment: {}, title });
}

/** What is started for a shell. The script is the same text for every cluster but for one line, which holds no name. */
function shellProgram(context: ShellContext, script: string, findShell: () => Result<Shell>): Result<Program> {
  const text = context.readOnly ? `$env:REGROUP_READ_ONLY = '1'\n${script}` : script;
  const encoded = Buffer.from(text, 'utf16le').toString('base64');
  if (context.kind === 'ssh')
    return success({ file: 'ssh', arguments: context.argumentsFor(encoded), environment: {}, title: context.title });
  const shell = findShell();
  if (!shell.ok) return shell;
  const { environment } = context;
  const title = context.kind === 'session' ? context.title : shell.value.title;
  return success({
    file: shell.value.file,
    title,
    arguments: ['-NoLogo', '-NoExit', '-EncodedCommand', encoded],
    environment,
  });
}

function notStarted(file: string, error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  return clusterError('unexpected', `${file} could not be started: ${reason}`, {
    advice: 'Try whether it starts in another terminal of this computer.',
  });
}

import { spawn, type ChildProcess } from 'node:child_process';

/** How an agent's process is started: an executable with its arguments, never a line for a shell. */
export interface AgentLaunch {
  /** Absolute path, or a name on PATH. */
  readonly command: string;
  /** All of them, the bootstrap included; see `powerShellArguments`. */
  readonly args: readonly string[];
  /** What the process gets on top of Regroup's own environment; undefined takes a variable away. */
  readonly environment?: { readonly [name: string]: string | undefined };
}

/** A process that was started. All listeners are set before anything arrives. */
export interface AgentProcess {
  /** Writes to its standard input. What arrives after its end is lost silently. */
  readonly write: (text: string) => void;
  /** Closes its standard input: an agent ends then. */
  readonly endInput: () => void;
  /** Ends the process and its children at once. */
  readonly kill: () => void;
  readonly onOutput: (listener: (chunk: Buffer) => void) => void;
  readonly onErrorOutput: (listener: (chunk: Buffer) => void) => void;
  /** Called once, after the last output: why it ended, in words, and its exit code where it has one. */
  readonly onExit: (listener: (reason: string, code: number | null) => void) => void;
}

/** Starts an agent's process: without a shell, without a window, with all three pipes. */
export function startAgentProcess(launch: AgentLaunch): AgentProcess {
  const child = spawn(launch.command, [...launch.args], {
    env: environmentOf(launch, process.env),
    shell: false,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    // A group of its own, so that it can be ended with all its children.
    detached: process.platform !== 'win32',
  });
  const exit = exitOf(child);
  // What is written to a process that has just ended is lost; its end is told by `onExit`.
  child.stdin.on('error', () => undefined);
  return {
    write: (text) => void child.stdin.write(text),
    endInput: () => void child.stdin.end(),
    kill: () => killTree(child),
    onOutput: (listener) => void child.stdout.on('data', listener),
    onErrorOutput: (listener) => void child.stderr.on('data', listener),
    onExit: (listener) => void exit.then(({ reason, code }) => listener(reason, code)),
  };
}

/**
 * The environment of an agent. PSModulePath never goes along: Windows PowerShell that was started below PowerShell 7 would
 * load modules of the wrong edition.
 */
export function environmentOf(launch: AgentLaunch, own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(own).filter(([name]) => name.toLowerCase() !== 'psmodulepath');
  const quiet = { POWERSHELL_TELEMETRY_OPTOUT: '1', POWERSHELL_UPDATECHECK: 'Off', NO_COLOR: '1' };
  // .NET writes how it started to a file of the user when it ends. One that is killed then leaves half of it, and no PowerShell of
  // this user starts any more.
  const harmless = { DOTNET_MultiCoreJitNoProfileGather: '1' };
  return { ...Object.fromEntries(inherited), ...quiet, ...harmless, ...launch.environment };
}

function exitOf(child: ChildProcess): Promise<{ readonly reason: string; readonly code: number | null }> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ reason: `could not be started: ${error.message}`, code: null }));
    child.once('close', (code, signal) =>
      resolve({ reason: signal === null ? `ended with code ${code ?? 0}` : `was ended by ${signal}`, code }),
    );
  });
}

function killTree(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') {
    const killer = spawn('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    killer.once('error', () => child.kill('SIGKILL'));
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

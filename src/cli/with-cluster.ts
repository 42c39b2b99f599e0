import type { PowerShellBackend } from '#backend/powershell/powershell-backend';
import type { ClusterError } from '#shared/model/cluster-error';
import type { ClusterArguments } from './cluster-arguments';
import { wrongCommandLine } from './command-line-error';
import { openCluster } from './open-cluster';
import { printable } from './printable';
import type { Streams } from './streams';
import { afterSeconds, timeLimit, timeUpCode, within } from './time-limit';

/** 0: done; 1: the cluster could not be read or refused; 2: the command line is wrong; 4: the time was up. */
export type ClusterExitCode = 0 | 1 | 2 | typeof timeUpCode;

/** What is done with a cluster that is connected. */
export interface ClusterUse {
  /** Begins when the cluster, its nodes and its roles have been read. Nothing new must be begun when `stop` is aborted. */
  readonly use: (backend: PowerShellBackend, streams: Streams, stop: AbortSignal) => Promise<ClusterExitCode>;
  /** What is known and what is not when the time is up, in sentences. `connected`: whether `use` had begun. */
  readonly timeUp: (connected: boolean) => Promise<string> | string;
}

/** Opens the cluster that a command line names, and closes it after its use or when the time is up. */
export async function withCluster(
  name: string,
  args: ClusterArguments,
  streams: Streams,
  { use, timeUp }: ClusterUse,
  limitOf: typeof timeLimit = timeLimit,
): Promise<ClusterExitCode> {
  const opened = openCluster(args, streams);
  if (!opened.ok) return wrongCommandLine(name, opened.error, streams);
  const backend = opened.value;
  const limit = limitOf(args.timeout);
  // What goes on when the time is up has nothing to say any more.
  const own: Streams = {
    terminal: streams.terminal,
    print: (text) => {
      if (!limit.signal.aborted) streams.print(text);
    },
    complain: (text) => {
      if (!limit.signal.aborted) streams.complain(text);
    },
  };
  let isConnected = false;
  const work = async (): Promise<ClusterExitCode> => {
    const connected = await backend.connect();
    isConnected = connected.ok;
    if (connected.ok) return use(backend, own, limit.signal);
    complainOf(name, connected.error, own);
    return 1;
  };
  try {
    const code = await within(limit, work());
    if (code !== 'timeUp') return code;
    const told = await timeUp(isConnected);
    streams.complain(`${name}: The time was up ${afterSeconds(args.timeout)}. ${printable(told)}\n`);
    return timeUpCode;
  } finally {
    limit.stop();
    await backend.close();
  }
}

/** One line about an error, with what to do. */
export function complainOf(name: string, { message, advice }: ClusterError, streams: Streams): void {
  streams.complain(`${name}: ${printable(advice === null ? message : `${message} ${advice}`)}\n`);
}

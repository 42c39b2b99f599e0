import type { StartError } from '../../agent/agent-request';
import type { ProcessFollower } from '../../agent/process-follower';
import { sshFailure } from './ssh-failure';
import type { SshPlace } from './ssh-place';

interface FollowOptions {
  readonly place: SshPlace;
  readonly host: string;
  readonly knownHosts: string | null;
  readonly isAsking: () => boolean;
  readonly stop?: AbortSignal;
  /** Called at most once. */
  readonly signedIn: () => void;
  /** The process has ended; what that means may be told better. */
  readonly ended: (error: StartError | null) => StartError | null;
}

const keptLines = 40;

/** Follows one process of ssh. */
export function followSsh({ place, host, knownHosts, isAsking, stop, ...options }: FollowOptions): ProcessFollower {
  let lines: readonly string[] = [];
  let signedIn = false;
  const enter = (): void => {
    if (signedIn) return;
    signedIn = true;
    // What was said before has nothing to do with what PowerShell says.
    lines = [];
    options.signedIn();
  };
  return {
    errorLine: (line) => {
      const text = line.trim();
      if (!signedIn && text.startsWith('Authenticated to ')) {
        enter();
        return true;
      }
      lines = [...lines, text].slice(-keptLines);
      return signedIn && /^(?:Transferred: sent|Bytes per second: sent)/.test(text);
    },
    isAsking,
    ...(stop !== undefined && { stop }),
    ready: enter,
    ended: (code, reason) => {
      const told = code === null ? [...lines, reason] : lines;
      return options.ended(sshFailure({ place, host, knownHosts, lines: told, code, signedIn }));
    },
  };
}

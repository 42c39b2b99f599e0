import { hostname, uptime } from 'node:os';
import type { AuditedCommand } from './audit-entry';

/** After this time no command runs any more (the longest may take a day), and its process id has become another's. */
const longestRun = 25 * 60 * 60_000;

/** How far the clock may have been set since the computer started. Milliseconds. */
const clockCorrection = 60_000;

/**
 * Whether another program of this computer (the command line, a second Regroup) that gave a command is still there to tell how
 * it ends. One that was killed, and whose process id another has now, counts as there as long as a command may run. What another
 * computer does cannot be known, nor what a log tells that names no process.
 */
export function runsElsewhere({ process: id, computer, time }: AuditedCommand): boolean {
  if (id === undefined || id === process.pid || computer !== hostname()) return false;
  const age = Date.now() - Date.parse(time);
  const sinceStart = uptime() * 1000 + clockCorrection;
  return age < Math.min(longestRun, sinceStart) && isThere(id);
}

function isThere(id: number): boolean {
  try {
    // Signal 0 reaches nobody; it fails when there is nobody to reach.
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

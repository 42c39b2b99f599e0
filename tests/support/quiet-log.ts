import { inspect } from 'node:util';
import type { Log } from '../../src/main/log/log';

/** A log that a test reads. */
export interface QuietLog extends Log {
  readonly lines: readonly string[];
}

/** An empty log. */
export function quietLog(): QuietLog {
  const lines: string[] = [];
  const write = (message: string, cause?: unknown): void =>
    void lines.push(cause === undefined ? message : `${message} ${inspect(cause)}`);
  return { lines, error: write, warn: write, info: write };
}

/** Where a command writes. */
export interface Streams {
  /** Whether somebody sees stdout at a terminal. */
  readonly terminal: boolean;
  /** Writes to stdout. */
  print(text: string): void;
  /** Writes to stderr. */
  complain(text: string): void;
}

/** Where an error came from, for a report to those who can mend it. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

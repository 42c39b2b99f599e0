/** Where a command writes. */
export interface Streams {
  /** Whether somebody sees stdout at a terminal. */
  readonly terminal: boolean;
  /** Writes to stdout. */
  print(text: string): void;
  /** Writes to stderr. */
  complain(text: string): void;
}

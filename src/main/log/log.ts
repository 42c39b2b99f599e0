/** Where main writes what happened, for whoever looks for the cause of a failure. Never inputs of commands, never secrets. */
export interface Log {
  error(message: string, cause?: unknown): void;
  warn(message: string, cause?: unknown): void;
  info(message: string): void;
}

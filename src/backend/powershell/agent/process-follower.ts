import type { StartError } from './agent-request';

/** Follows the process of an agent for a transport: somebody signs in with it, or it runs behind another program (ssh). */
export interface ProcessFollower {
  /** A line of its error output. True: it is the program's own and of no use in the log. */
  errorLine(line: string): boolean;
  /** Whether somebody is being asked; the time limit of the start does not run meanwhile. */
  isAsking(): boolean;
  /** Aborted when the process is of no use any more: it is ended then. */
  readonly stop?: AbortSignal;
  /** The agent has answered `open`. */
  ready(): void;
  /** The agent has refused `open`. True: it is worth while to start another one at once. */
  failed?(error: StartError): boolean;
  /** The process has ended, or could not be started: what that means; null: no more than the reason says. */
  ended(code: number | null, reason: string): StartError | null;
}

import type { ClusterError } from '#shared/model/cluster-error';
import type { JsonValue } from '#shared/model/operation';
import type { Result } from '#shared/model/result';

/** What an agent can be asked for; docs/powershell.md says what each does. */
export type AgentOperation = 'read' | 'run' | 'file' | 'watch' | 'ping';

/** One request to an agent. */
export interface AgentRequest {
  readonly op: AgentOperation;
  /** Data alone: strings in it are values, whatever they look like. */
  readonly args: { readonly [name: string]: JsonValue };
  /** Milliseconds from its beginning until its agent is killed; null for what lasts (`watch`). */
  readonly timeout: number | null;
  /** Aborting stops it at the far end; an agent that does not stop is killed. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each part of the answer, as it arrives. */
  readonly onRows?: ((rows: readonly JsonValue[]) => void) | undefined;
}

/** Where a failed request stands: it never reached an agent, the agent refused it, or nobody knows what it did. */
export type RequestFate = 'notBegun' | 'failed' | 'unknown';

/** How far an agent came before its start failed: to the computer, into it, to a running PowerShell, to the modules. */
export type StartStage = 'reach' | 'authenticate' | 'agent' | 'modules';

/** Why an agent could not be started. */
export interface StartError extends ClusterError {
  /** What failed; undefined: nobody knows. */
  readonly stage?: StartStage;
}

/** Why a request failed. A write whose fate is `unknown` may have happened: it is never tried again by itself. */
export interface AgentError extends StartError {
  readonly fate: RequestFate;
}

/** The value of the `done` frame, or why there is none. */
export type AgentResult = Result<JsonValue, AgentError>;

/** An error with the fate of its request. */
export function withFate(error: StartError, fate: RequestFate): AgentError {
  return { ...error, fate };
}

/** A line for the log: what an agent's process printed, or what happened to it. Never an argument of a request. */
export type AgentLog = (level: 'info' | 'warn', text: string) => void;

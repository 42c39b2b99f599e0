import type { ClusterUpdate } from '#shared/contract/cluster-update';
import type { OpeningProblem } from '#shared/contract/contract';
import type { QueryName, QueryOutputs } from '#shared/contract/queries';
import type { Fault } from '#shared/faults/fault';
import type { JsonValue, Operation } from '#shared/model/operation';
import type { Result } from '#shared/model/result';
import type { CommandRequest } from '../cluster-backend';

/** The text of a scenario file. */
export interface ScenarioSource {
  /** As it is named in problems. */
  readonly file: string;
  readonly text: string;
}

/** What a worker begins with. */
export interface OpenRequest {
  /** The first one without problems is opened. */
  readonly scenarios: readonly ScenarioSource[];
  readonly speed: number;
  readonly paused: boolean;
  /** The sequence of the last event that an earlier worker told, so that sequences stay unique; 0 for the first. */
  readonly lastSequence: number;
}

/** What was opened. */
export interface OpenedCluster {
  /** What is wrong with the scenarios that were passed over; null when the first one was opened. */
  readonly problem: OpeningProblem | null;
}

/** A file that an operation brought back. */
export interface FileRequest {
  readonly operation: string;
  readonly name: string;
}

/** A change of the clock. Undefined fields stay as they are. */
export interface ClockChange {
  readonly paused?: boolean | undefined;
  readonly speed?: number | undefined;
  readonly step?: true | undefined;
  readonly advance?: number | undefined;
}

/** Everything that a worker can be asked, by name. */
export interface WorkerCalls {
  readonly open: { readonly input: OpenRequest; readonly output: OpenedCluster };
  readonly execute: { readonly input: CommandRequest; readonly output: Operation };
  readonly query: {
    readonly input: { readonly name: QueryName; readonly input: { readonly [key: string]: JsonValue | undefined } };
    readonly output: QueryOutputs[QueryName];
  };
  /** The text of a file that an operation brought back. */
  readonly file: { readonly input: FileRequest; readonly output: string };
  readonly setClock: { readonly input: ClockChange; readonly output: null };
  readonly inject: { readonly input: Fault; readonly output: null };
  readonly restart: { readonly input: null; readonly output: null };
  /** The next updates begin with a full snapshot. */
  readonly refresh: { readonly input: null; readonly output: null };
  /** Whether somebody looks at the clock. */
  readonly watch: { readonly input: boolean; readonly output: null };
}

/** Name of a call. */
export type WorkerCallName = keyof WorkerCalls;

/** What the backend sends to its worker. */
export type ToWorker =
  | { [Name in WorkerCallName]: WorkerCall<Name> }[WorkerCallName]
  /** The updates of one message arrived: the next may follow. */
  | { readonly kind: 'received' };

/** One call; its answer has the same id. */
export interface WorkerCall<Name extends WorkerCallName> {
  readonly kind: 'call';
  readonly id: number;
  readonly name: Name;
  readonly input: WorkerCalls[Name]['input'];
}

/** What a worker sends to its backend. */
export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'updates'; readonly updates: readonly ClusterUpdate[] }
  /** The engine made a mistake; the worker ends after this. */
  | { readonly kind: 'failed'; readonly message: string };

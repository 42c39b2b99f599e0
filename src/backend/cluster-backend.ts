import type { Readable } from 'node:stream';
import type { BackendCapabilities, ClusterUpdate } from '#shared/contract/cluster-update';
import type { QueryInput, QueryName, QueryOutputs } from '#shared/contract/queries';
import type { Fault } from '#shared/faults/fault';
import type { JsonValue, Operation } from '#shared/model/operation';
import type { Result } from '#shared/model/result';

/** A command of the catalogue with its input, as it comes from a window, a script or a test: not checked yet. */
export interface CommandRequest {
  readonly command: string;
  readonly input: { readonly [key: string]: JsonValue };
}

/** What only a training cluster has: a clock and things to break. */
export interface TrainingControl {
  /**
   * Undefined fields stay as they are. `step` advances to the next event, `advance` by so many simulated milliseconds
   * (a whole number, an hour at most); both also while paused.
   */
  setClock(change: {
    readonly paused?: boolean | undefined;
    readonly speed?: number | undefined;
    readonly step?: true | undefined;
    readonly advance?: number | undefined;
  }): Promise<Result<null>>;
  inject(fault: Fault): Promise<Result<null>>;
  /** Starts the scenario from its beginning. */
  restart(): Promise<Result<null>>;
}

/**
 * One cluster, real or simulated. Nothing above it knows which.
 *
 * Every method answers a Result and never throws; `notConnected` before `connect` succeeded and after `close`.
 */
export interface ClusterBackend {
  readonly capabilities: BackendCapabilities;
  /** Null for real clusters. */
  readonly training: TrainingControl | null;
  /** Opens the cluster. Calling it again after a failure tries again. */
  connect(signal?: AbortSignal): Promise<Result<null>>;
  /**
   * Tells everything that changes from now on, beginning with a full snapshot (as soon as there is one).
   * The returned function stops it.
   */
  subscribe(listener: (update: ClusterUpdate) => void): () => void;
  /** Checks the request, starts it, and answers with its operation; how it goes on stands in the snapshot's operations. */
  execute(request: CommandRequest): Promise<Result<Operation>>;
  query<Name extends QueryName>(
    name: Name,
    input: QueryInput<Name>,
    signal?: AbortSignal,
  ): Promise<Result<QueryOutputs[Name]>>;
  /** The content of a file that an operation brought back; `notFound` when it has none of that name, or none any more. */
  readFile(operation: string, name: string): Promise<Result<Readable>>;
  /** Reads everything anew; subscribers get a full snapshot. */
  refresh(): Promise<Result<null>>;
  /** Ends everything that belongs to it. Safe to call twice. */
  close(): Promise<void>;
}

import type { Bridge } from '#shared/contract/bridge';
import type { ClusterUpdate } from '#shared/contract/cluster-update';
import type { MachineScreen, MethodInput, MethodOutput } from '#shared/contract/contract';
import type { QueryInput, QueryName, QueryOutputs } from '#shared/contract/queries';
import type { Fault } from '#shared/faults/fault';
import type { JsonValue, Operation } from '#shared/model/operation';
import { callOrThrow } from './bridge';

/** Everything that can be asked of one cluster. Each promise fails with a `CallFailure`. */
export interface ClusterClient {
  readonly connection: string;
  /** Starts updates, the first is a snapshot; the answer stops them. */
  subscribe(listener: (update: ClusterUpdate) => void): () => void;
  /** Asks for a full snapshot. */
  resynchronise(): void;
  execute(command: string, input: CommandInput): Promise<Operation>;
  query<Name extends QueryName>(name: Name, input: QueryInput<Name>, signal?: AbortSignal): Promise<QueryOutputs[Name]>;
  /** Starts the platform's viewer of the screen of a virtual machine, if it needs no terminal. */
  connectMachine(vm: string): Promise<MachineScreen>;
  /** Saves files that an operation brought back where the user says; false when the user cancelled. */
  saveResults(operation: string, names: readonly string[]): Promise<boolean>;
  /** Opens a file that an operation brought back with the program of the desktop. */
  openResult(operation: string, name: string): Promise<MethodOutput<'result.open'>>;
  /** Whether a file that an operation brought back was saved or opened. */
  isTaken(operation: string, name: string): boolean;
  refresh(): Promise<null>;
  setClock(change: ClockChange): Promise<null>;
  inject(fault: Fault): Promise<null>;
  restart(): Promise<null>;
}

/** The inputs of a command as they cross to main. */
export interface CommandInput {
  readonly [key: string]: JsonValue;
}

/** Fields that are left out stay as they are; `step` advances to the next event. */
export interface ClockChange {
  readonly paused?: boolean;
  readonly speed?: number;
  readonly step?: true;
}

type ContractJson = MethodInput<'cluster.execute'>['input'];

/** The contract's own type for JSON is mutable; what we pass is never changed. */
function asContractJson(value: object): ContractJson {
  return value as ContractJson;
}

/** A client of one connection. `newCallName` names cancellable calls; each name must be new. */
export function clusterClient(bridge: Bridge, connection: string, newCallName: () => string): ClusterClient {
  const taken = new Set<string>();
  const take = (operation: string, names: readonly string[]): void =>
    names.forEach((name) => taken.add(`${operation}/${name}`));
  return {
    connection,
    subscribe: (listener) => {
      const stop = bridge.on('cluster.update', (payload) => {
        if (payload.connection === connection) listener(payload.update);
      });
      void bridge.call('cluster.subscribe', { connection });
      return () => {
        stop();
        void bridge.call('cluster.unsubscribe', { connection });
      };
    },
    resynchronise: () => {
      void bridge.call('cluster.subscribe', { connection });
    },
    execute: (command, input) =>
      callOrThrow(bridge, 'cluster.execute', { connection, command, input: asContractJson(input) }),
    query: async <Name extends QueryName>(name: Name, input: QueryInput<Name>, signal?: AbortSignal) => {
      const call = newCallName();
      const cancel = (): void => {
        void bridge.call('cluster.cancelQuery', { call });
      };
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        const answer = await callOrThrow(bridge, 'cluster.query', {
          connection,
          call,
          name,
          input: asContractJson(input),
        });
        return answer as QueryOutputs[Name];
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    connectMachine: (vm) => callOrThrow(bridge, 'machine.connect', { connection, vm }),
    saveResults: async (operation, names) => {
      const saved = await callOrThrow(bridge, 'result.save', { connection, operation, names: [...names] });
      if (saved) take(operation, names);
      return saved;
    },
    openResult: async (operation, name) => {
      const opened = await callOrThrow(bridge, 'result.open', { connection, operation, name });
      take(operation, [name]);
      return opened;
    },
    isTaken: (operation, name) => taken.has(`${operation}/${name}`),
    refresh: () => callOrThrow(bridge, 'cluster.refresh', { connection }),
    setClock: (change) => callOrThrow(bridge, 'training.clock', { connection, ...change }),
    inject: ({ fault, ...input }) =>
      callOrThrow(bridge, 'training.fault', { connection, fault, input: asContractJson(input) }),
    restart: () => callOrThrow(bridge, 'training.restart', { connection }),
  };
}

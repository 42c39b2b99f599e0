import type { Bridge } from '#shared/contract/bridge';
import type {
  AppInfo,
  Connection,
  ContractEvents,
  MethodInput,
  MethodName,
  MethodOutput,
} from '#shared/contract/contract';
import type { ClusterUpdate } from '#shared/contract/cluster-update';
import type { Operation } from '#shared/model/operation';
import { success, type Result } from '#shared/model/result';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { settingsSchema, type Settings } from '#shared/settings/settings';
import { sampleOperation, sampleSnapshot } from './sample-snapshot';

/** One call that the window made. */
export interface BridgeCall {
  readonly name: MethodName;
  readonly input: unknown;
}

type Answer<Output> = Result<Output> | Promise<Result<Output>>;
type Answers = { [Name in MethodName]?: (input: MethodInput<Name>) => Answer<MethodOutput<Name>> };

/** Main as a window sees it, played by a test. */
export interface FakeBridge extends Bridge {
  /** Every call so far, in order. */
  readonly calls: readonly BridgeCall[];
  /** Sends an update of a cluster; of the training cluster when no connection is named. */
  tell(update: ClusterUpdate, connection?: string): void;
  /** Sends any event of main. */
  emit<Name extends keyof ContractEvents>(name: Name, payload: ContractEvents[Name]): void;
  /** Answers a method in another way from now on. */
  answer<Name extends MethodName>(name: Name, with_: (input: MethodInput<Name>) => Answer<MethodOutput<Name>>): void;
}

/** What a fake bridge knows at the start. */
export interface FakeBridgeOptions {
  readonly snapshot?: ClusterSnapshot;
  readonly settings?: Partial<Settings>;
  /** False: it never has a snapshot to answer a subscription with. */
  readonly hasSnapshot?: boolean;
  /** False: the connection is to a real cluster. */
  readonly training?: boolean;
  /** What main lists; the training cluster alone when left out. */
  readonly connections?: readonly Connection[];
  readonly app?: Partial<AppInfo>;
  /** True: commands run in a session on a node. */
  readonly secondHop?: boolean;
}

/** The one connection of a fake bridge: a training cluster. */
export const fakeConnection: Connection = {
  id: 'training',
  name: 'HVCLUSTER',
  capabilities: { training: true, readOnly: false, secondHop: false },
  draft: null,
  open: true,
};

/** A connection to a real cluster over ssh, open unless it is changed. */
export function realConnection(changes: Partial<Connection> = {}): Connection {
  return {
    id: 'prod',
    name: 'PROD-HV',
    capabilities: { training: false, readOnly: false, secondHop: true },
    draft: {
      name: changes.name ?? 'PROD-HV',
      place: { kind: 'ssh', host: 'hv1.prod.net', user: null, port: null, identity: null, executable: null },
      readOnly: false,
      openAtStart: false,
    },
    open: true,
    ...changes,
  };
}

/** What a fake bridge says of the app. */
export const fakeApp: AppInfo = {
  version: '0.1.0',
  platform: 'linux',
  electron: '45.0.0',
  trainingOnly: false,
  localPowerShell: false,
};

/** A bridge to nothing: it answers a subscription with the snapshot and accepts every command. */
export function fakeBridge(options: FakeBridgeOptions = {}): FakeBridge {
  const { snapshot = sampleSnapshot(), settings = {}, hasSnapshot = true, connections = [fakeConnection] } = options;
  const calls: BridgeCall[] = [];
  const listeners = new Map<keyof ContractEvents, Set<(payload: never) => void>>();
  let kept: Settings = { ...settingsSchema.parse({}), ...settings };

  const emit: FakeBridge['emit'] = (name, payload) => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  };
  const tell = (update: ClusterUpdate, connection = fakeConnection.id): void =>
    emit('cluster.update', { connection, update });

  const answers: Answers = {
    'app.info': () => success({ ...fakeApp, ...options.app }),
    'settings.get': () => success(kept),
    'settings.change': (patch) => {
      kept = { ...kept, ...patch };
      return success(kept);
    },
    'connections.list': () => success(connections),
    'connections.openPrompt': () => success(null),
    'connections.problem': () => success(null),
    'menu.showActions': () => success(null),
    'cluster.subscribe': ({ connection }) => {
      if (!hasSnapshot) return success(null);
      tell({ kind: 'connection', connection: { status: 'connected' } }, connection);
      if (connection === fakeConnection.id) {
        tell({ kind: 'clock', clock: { now: snapshot.time, speed: 1, paused: false, nextEventAt: null } });
      }
      tell({ kind: 'snapshot', revision: 1, snapshot }, connection);
      return success(null);
    },
    'cluster.execute': ({ command }) => success<Operation>(sampleOperation({ command, target: null })),
    'cluster.query': ({ name }) =>
      success(name === 'events' ? { events: [], next: null, lookedBackTo: null, gaps: [] } : []),
    'file.save': () => success(true),
  };

  return {
    calls,
    tell,
    emit,
    answer: (name, with_) => {
      Object.assign(answers, { [name]: with_ });
    },
    call: <Name extends MethodName>(name: Name, input: MethodInput<Name>) => {
      calls.push({ name, input });
      const answer: ((input: MethodInput<Name>) => Answer<MethodOutput<Name>>) | undefined = answers[name];
      // Methods without an answer of their own are those that answer null.
      return Promise.resolve(answer?.(input) ?? success(null as MethodOutput<Name>));
    },
    on: (name, listener) => {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
  };
}

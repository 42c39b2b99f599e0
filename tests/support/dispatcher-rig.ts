import { createAttention, type Attention } from '#backend/attention';
import type { AppInfo, ContractEvents } from '#shared/contract/contract';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success } from '#shared/model/result';
import { settingsSchema, type Settings } from '#shared/settings/settings';
import { recordingBackend, type RecordingBackend } from './recording-backend';
import type { Connections } from '../../src/main/connections/connections';
import { noConnection } from '../../src/main/connections/no-connection';
import { createPrompts } from '../../src/main/connections/prompts';
import type { Log } from '../../src/main/log/log';
import { createResultFiles } from '../../src/main/results/result-files';
import type { Terminals } from '../../src/main/terminal/terminals';
import { appHandlers } from '../../src/main/ipc/app-handlers';
import { auditHandlers } from '../../src/main/ipc/audit-handlers';
import { clusterHandlers } from '../../src/main/ipc/cluster-handlers';
import { connectionHandlers } from '../../src/main/ipc/connection-handlers';
import { createDispatcher, type Dispatcher } from '../../src/main/ipc/dispatcher';
import type { Caller } from '../../src/main/ipc/handlers';
import { createSubscriptions } from '../../src/main/ipc/subscriptions';
import { machineHandlers } from '../../src/main/ipc/machine-handlers';
import { resultHandlers } from '../../src/main/ipc/result-handlers';
import { terminalHandlers } from '../../src/main/ipc/terminal-handlers';
import { trainingHandlers } from '../../src/main/ipc/training-handlers';

const noViewer = failure(clusterError('unsupported', 'There is no viewer.'));

const noResults = createResultFiles({
  askFile: () => Promise.resolve(null),
  askFolder: () => Promise.resolve(null),
  openPath: () => Promise.resolve(''),
});

/** What the window is told of the program. */
export const info: AppInfo = {
  version: '1',
  platform: 'linux',
  electron: '45.0.0',
  trainingOnly: false,
  localPowerShell: false,
};

/** A page of a window, and what it was told. */
export interface Page extends Caller {
  readonly sent: readonly (readonly [keyof ContractEvents, unknown])[];
  /** How often its window was shown. */
  readonly revealed: () => number;
  leave(): void;
}

/** A page that is there until it leaves. */
export function page(): Page {
  const gone = new AbortController();
  let revealed = 0;
  const sent: (readonly [keyof ContractEvents, unknown])[] = [];
  return {
    window: 1,
    gone: gone.signal,
    sent,
    send: (name, payload) => {
      sent.push([name, payload]);
    },
    reveal: () => {
      revealed += 1;
    },
    revealed: () => revealed,
    leave: () => gone.abort(),
  };
}

const noTerminals: Terminals = {
  open: () => Promise.resolve(failure(clusterError('unsupported', 'There is no terminal here.'))),
  use: () => undefined,
  close: () => undefined,
};

const noConnections: Parameters<typeof connectionHandlers>[0] = {
  real: {
    list: () => [],
    find: () => undefined,
    add: (draft) => ({
      id: 'x',
      name: draft.name,
      capabilities: { training: false, readOnly: false, secondHop: true },
      draft,
      open: false,
    }),
    change: () => Promise.resolve(failure(noConnection('x'))),
    remove: () => Promise.resolve(failure(noConnection('x'))),
    open: () => Promise.resolve(failure(noConnection('x'))),
    close: () => Promise.resolve(failure(noConnection('x'))),
    closeAll: () => Promise.resolve(),
  },
  prompts: createPrompts({ newId: () => 'p', tell: () => undefined, withdraw: () => undefined }),
  test: () => Promise.resolve(failure(noConnection('x'))),
  forgetSecrets: () => undefined,
};

/** Everything behind the contract, and what was asked of it. */
export interface DispatcherRig {
  readonly backend: RecordingBackend;
  readonly dispatch: Dispatcher;
  readonly attention: Attention;
  /** Lines of the log. */
  readonly lines: readonly string[];
  /** Files that were saved. */
  readonly saved: readonly (readonly string[])[];
  /** Addresses that the browser was asked for. */
  readonly opened: readonly string[];
  readonly settings: () => Settings;
}

/** Handlers of all methods, on one training cluster unless `connections` says otherwise. */
export function dispatcherRig(backend = recordingBackend(), connections: Partial<Connections> = {}): DispatcherRig {
  const lines: string[] = [];
  const saved: (readonly string[])[] = [];
  const opened: string[] = [];
  let settings = settingsSchema.parse({});
  const all: Connections = {
    list: () =>
      Promise.resolve([
        { id: 'training', name: 'Training', capabilities: backend.capabilities, draft: null, open: true },
      ]),
    problem: () => Promise.resolve(null),
    find: (id) => Promise.resolve(id === 'training' ? backend : undefined),
    ...connections,
  };
  const write = (message: string, cause?: unknown): void => void lines.push(`${message} ${JSON.stringify(cause)}`);
  const attention = createAttention();
  const log: Log = { error: write, warn: write, info: write };
  const actions = {
    info,
    log,
    readSettings: () => settings,
    changeSettings: (patch: Partial<Settings>) => (settings = { ...settings, ...patch }),
    saveFile: (...file: readonly string[]) => {
      saved.push(file);
      return Promise.resolve(success(true));
    },
    writeClipboard: () => undefined,
    openLink: (url: string) => void opened.push(url),
    showMenuActions: () => undefined,
  };
  const dispatch = createDispatcher(
    {
      ...appHandlers(actions, all),
      ...clusterHandlers(all, createSubscriptions(), attention),
      ...connectionHandlers(noConnections, () => Promise.resolve(null)),
      ...trainingHandlers(all),
      ...resultHandlers(all, noResults),
      ...machineHandlers({ viewerOf: () => Promise.resolve(noViewer), start: () => Promise.resolve(success(null)) }),
      ...terminalHandlers(noTerminals),
      ...auditHandlers({ path: '/nowhere/audit.jsonl', isOpen: () => false, onChanged: () => undefined }),
    },
    log,
  );
  return { backend, dispatch, attention, lines, saved, opened, settings: () => settings };
}

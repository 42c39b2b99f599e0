import { basename } from 'node:path';
import { startPracticeServer, type PracticeServer } from '#backend/practice/practice-server';
import { presentSnapshot } from '#backend/present-snapshot';
import { failure, success, type Result } from '#shared/model/result';
import type { Connections } from '../connections/connections';
import { noConnection } from '../connections/no-connection';
import type { ViewerStart } from '../machines/machine-viewer';
import { realContext } from './real-context';
import type { ShellContext, TerminalContext } from './terminal-context';
import type { TerminalSubject } from './terminals';

/** What terminals run. */
export interface TerminalContexts {
  of(subject: TerminalSubject): Promise<Result<TerminalContext>>;
  close(): Promise<void>;
}

interface TerminalContextsOptions {
  readonly connections: Connections;
  /** Folder of the practice modules. */
  readonly modules: string;
  /** File of the host keys that were trusted. */
  readonly knownHosts: string;
  /** Folder in which the PowerShell of this computer looks first for the modules of real clusters; null: none. */
  readonly modulePath: string | null;
  /** How the screen of a machine is shown. */
  readonly viewerOf: (connection: string, machine: string) => Promise<Result<ViewerStart>>;
}

/** Opens a training cluster to the practice modules when its first terminal opens, and not before. */
export function terminalContexts(options: TerminalContextsOptions): TerminalContexts {
  const { connections, modules, knownHosts, modulePath, viewerOf } = options;
  const servers = new Map<string, Promise<PracticeServer>>();

  const training = async (connection: string): Promise<Result<ShellContext>> => {
    const backend = await connections.find(connection);
    if (backend === undefined) return failure(noConnection(connection));
    let serving = servers.get(connection);
    if (serving === undefined) {
      serving = startPracticeServer({ backend });
      servers.set(connection, serving);
      serving.catch(() => servers.delete(connection));
    }
    const { pipe, token } = await serving;
    return success({
      kind: 'powershell',
      readOnly: false,
      environment: {
        REGROUP_CLUSTER: presentSnapshot(backend)?.cluster.name ?? '',
        REGROUP_MODULES: modules,
        REGROUP_PRACTICE_PIPE: pipe,
        REGROUP_PRACTICE_TOKEN: token,
      },
    });
  };

  return {
    of: async ({ connection: id, machine }) => {
      if (machine !== null) {
        const viewer = await viewerOf(id, machine);
        return viewer.ok
          ? success({ kind: 'viewer', title: basename(viewer.value.command), viewer: viewer.value })
          : viewer;
      }
      const connection = (await connections.list()).find((one) => one.id === id);
      if (connection === undefined) return failure(noConnection(id));
      if (connection.draft === null) return training(id);
      const backend = await connections.find(id);
      const clusterName = backend === undefined ? null : (presentSnapshot(backend)?.cluster.name ?? null);
      return realContext(connection.draft, { knownHosts, platform: process.platform, clusterName, modulePath });
    },
    close: async () => {
      await Promise.allSettled([...servers.values()].map(async (serving) => (await serving).close()));
    },
  };
}

import { shellArguments } from '#backend/powershell/transport/ssh/ssh-arguments';
import { sshProblem } from '#backend/powershell/transport/ssh/ssh-place';
import type { ConnectionDraft } from '#shared/contract/connections';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { ShellContext } from './terminal-context';

/** What is known beside the connection. */
export interface ContextSurroundings {
  /** File of the host keys that were trusted. */
  readonly knownHosts: string;
  readonly platform: NodeJS.Platform;
  /** The cluster's name as it was read last; null: it was not read yet. */
  readonly clusterName: string | null;
  /** Folder that is looked in first for the modules; null: none. */
  readonly modulePath: string | null;
}

/**
 * What a terminal on a real cluster runs. A cluster that is reached by its name: the PowerShell of this computer, which has
 * the modules. One that is reached over ssh: the PowerShell of the node, whether this computer has one or not. One that is
 * reached through WinRM or an endpoint of JEA: the PowerShell of this computer in a session to the node.
 */
export function realContext(
  { place, readOnly }: ConnectionDraft,
  { knownHosts, platform, clusterName, modulePath }: ContextSurroundings,
): Result<ShellContext> {
  switch (place.kind) {
    case 'local':
      return success({
        kind: 'powershell',
        readOnly,
        environment: {
          REGROUP_CLUSTER: place.cluster,
          ...(modulePath !== null && { REGROUP_MODULES: modulePath }),
        },
      });
    case 'ssh': {
      const { host, user, port, identity } = place;
      const executable = place.executable ?? 'powershell.exe';
      const target = { host, user, port, identity, executable, modulePath: null, ssh: 'ssh' };
      const problem = sshProblem(target);
      if (problem !== null) return failure(clusterError('badInput', problem));
      return success({
        kind: 'ssh',
        readOnly,
        title: `PowerShell on ${host}`,
        argumentsFor: (encoded) => shellArguments(target, knownHosts, encoded),
      });
    }
    case 'winrm':
    case 'jea': {
      if (platform !== 'win32') return failure(noWinRM);
      const { host, user, port, ssl } = place;
      return success({
        kind: 'session',
        readOnly,
        title: `PowerShell on ${host}`,
        environment: {
          REGROUP_NODE: host,
          ...(clusterName !== null && { REGROUP_CLUSTER: clusterName }),
          ...(user !== null && { REGROUP_USER: user }),
          ...(port !== null && { REGROUP_PORT: String(port) }),
          ...(ssl && { REGROUP_SSL: '1' }),
          ...(place.kind === 'jea' && { REGROUP_ENDPOINT: place.configuration }),
        },
      });
    }
  }
}

const noWinRM = clusterError('unsupported', 'PowerShell has WinRM on Windows only.', {
  advice: 'Connect to a node over ssh instead: its terminal works on every system.',
});

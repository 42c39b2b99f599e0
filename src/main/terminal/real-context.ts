import { shellArguments } from '#backend/powershell/transport/ssh/ssh-arguments';
import { sshProblem } from '#backend/powershell/transport/ssh/ssh-place';
import type { ConnectionDraft } from '#shared/contract/connections';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { TerminalContext } from './terminal-context';

/**
 * What a terminal on a real cluster runs. A cluster that is reached by its name: the PowerShell of this computer, which has
 * the modules. One that is reached over ssh: the PowerShell of the node, whether this computer has one or not.
 */
export function realContext({ place, readOnly }: ConnectionDraft, knownHosts: string): Result<TerminalContext> {
  switch (place.kind) {
    case 'local':
      return success({
        kind: 'powershell',
        readOnly,
        environment: { REGROUP_CLUSTER: place.cluster },
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
    case 'jea':
      return failure(
        clusterError('unsupported', 'A terminal through WinRM is not supported yet.', {
          advice: 'Connect to a node over ssh instead, or use Enter-PSSession in a PowerShell of your own.',
        }),
      );
  }
}

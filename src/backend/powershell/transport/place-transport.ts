import type { ConnectionPlace } from '#shared/contract/connections';
import { failure, success, type Result } from '#shared/model/result';
import type { ClusterTransport } from '../cluster-transport';
import type { Asker } from './asker';
import { localTransport, windowsPowerShell } from './local-transport';
import { sessionTransport } from './session-transport';
import { sshProblem } from './ssh/ssh-place';
import { sshTransport } from './ssh/ssh-transport';
import type { TransportSurroundings } from './transport-surroundings';

/** What transports need of the program that they are part of, and what no place says. */
export interface PlaceSurroundings extends TransportSurroundings {
  /** Answers questions; null: nothing is asked, and what would have to be asked fails. */
  readonly asker: Asker | null;
  /** File of the host keys that were trusted here; made when the first is. The user's own file of ssh counts as well. */
  readonly knownHosts: string;
  /** Folder `resources/askpass`. */
  readonly askpassFolder: string;
  /** PowerShell of this computer; null: Windows PowerShell. */
  readonly powershell: string | null;
  /** A folder in which the modules are looked for first, where the agent runs; null: where PowerShell looks itself. */
  readonly modulePath: string | null;
}

/**
 * The way to a cluster. Nothing is started yet. The error is one sentence: the place cannot be used from this computer, or
 * not at all.
 */
export function transportOf(place: ConnectionPlace, around: PlaceSurroundings): Result<ClusterTransport, string> {
  const { modulePath } = around;
  switch (place.kind) {
    case 'local': {
      const executable = around.powershell ?? windowsPowerShell(process.platform, process.env);
      if (executable === null)
        return failure(
          'This computer has no Windows PowerShell with tools for clusters: connect to a node over ssh instead.',
        );
      return success(localTransport({ executable, modulePath, cluster: place.cluster }, around));
    }
    case 'ssh': {
      const { host, user, port, identity } = place;
      const executable = place.executable ?? 'powershell.exe';
      const target = { host, user, port, identity, executable, modulePath, ssh: 'ssh' };
      const problem = sshProblem(target);
      if (problem !== null) return failure(problem);
      const { asker, knownHosts, askpassFolder } = around;
      const questions = asker === null ? null : { asker, knownHosts, askpassFolder };
      return success(sshTransport(target, around, questions));
    }
    case 'winrm':
    case 'jea': {
      if (process.platform !== 'win32')
        return failure('WinRM is there on Windows only (PowerShell has no client for it elsewhere): connect over ssh.');
      const executable = around.powershell ?? windowsPowerShell(process.platform, process.env) ?? 'powershell.exe';
      const configuration = place.kind === 'jea' ? place.configuration : null;
      return success(sessionTransport({ ...place, configuration, executable, modulePath }, around, around.asker));
    }
  }
}

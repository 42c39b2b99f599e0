import type { AppInfo } from '#shared/contract/contract';
import type { ConnectionPlace } from '#shared/contract/connections';

/** A way to reach a cluster. */
export type PlaceKind = ConnectionPlace['kind'];

/** A way in words. */
export interface PlaceKindWords {
  readonly kind: PlaceKind;
  readonly title: string;
  /** What happens, in a sentence. */
  readonly explanation: string;
  /** What must be there before it works. */
  readonly needs: string;
}

const words: Readonly<Record<PlaceKind, Omit<PlaceKindWords, 'kind'>>> = {
  local: {
    title: 'PowerShell of this computer',
    explanation: 'The failover clustering tools of this computer speak with the cluster by its name, as your account.',
    needs: 'Needs the Remote Server Administration Tools here, and your account as an administrator of the cluster.',
  },
  winrm: {
    title: 'PowerShell remoting',
    explanation: 'Regroup works in a PowerShell on one of the nodes, and through it with the whole cluster.',
    needs:
      'Needs PowerShell remoting on the nodes, which Windows Server has on. Without HTTPS the node must be in your domain.',
  },
  ssh: {
    title: 'SSH',
    explanation: 'Regroup signs in to one of the nodes over SSH and works in a PowerShell there.',
    needs: 'Needs OpenSSH on this computer, and the OpenSSH server, an optional feature of Windows, on the nodes.',
  },
  jea: {
    title: 'Prepared JEA endpoint',
    explanation: 'A PowerShell endpoint on a node that allows just enough administration, and nothing else.',
    needs: 'Needs the endpoint to be prepared on the nodes with the role capability file of Regroup.',
  },
};

const order = ['local', 'winrm', 'ssh', 'jea'] as const satisfies readonly PlaceKind[];

/** All ways, in the order of the dialog. */
export const placeKinds: readonly PlaceKindWords[] = order.map((kind) => ({ kind, ...words[kind] }));

/** Why a way is closed from this computer; null: it is open. */
export function closedBecause(kind: PlaceKind, { platform, localPowerShell }: AppInfo): string | null {
  if (platform === 'win32' || kind === 'ssh') return null;
  if (kind !== 'local') return 'Only from Windows: use SSH from here.';
  return localPowerShell ? null : 'Only from Windows: the failover clustering tools exist nowhere else.';
}

/** The way to begin with. */
export function usualKind(platform: AppInfo['platform']): PlaceKind {
  return platform === 'win32' ? 'local' : 'ssh';
}

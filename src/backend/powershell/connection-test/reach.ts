import { connect } from 'node:net';
import type { ConnectionPlace } from '#shared/contract/connections';
import { passed, type Finding } from './test-report';

/** Where something has to answer. */
export interface ReachTarget {
  readonly host: string;
  readonly port: number;
  /** What answers there: `ssh`. */
  readonly service: 'ssh' | 'WinRM';
}

const usualPorts = { ssh: 22, http: 5985, https: 5986 } as const;
/** Milliseconds. */
const patience = 10_000;

/** Where a place has to answer; null: it is on this computer. */
export function reachTargetOf(place: ConnectionPlace): ReachTarget | null {
  switch (place.kind) {
    case 'local':
      return null;
    case 'ssh':
      return { host: place.host, port: place.port ?? usualPorts.ssh, service: 'ssh' };
    case 'winrm':
    case 'jea':
      return {
        host: place.host,
        port: place.port ?? (place.ssl ? usualPorts.https : usualPorts.http),
        service: 'WinRM',
      };
  }
}

/** Looks whether something answers at a port. Nothing is sent. */
export function reach({ host, port, service }: ReachTarget, signal: AbortSignal): Promise<Finding> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, autoSelectFamily: true });
    const end = (finding: Finding): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.destroy();
      resolve(finding);
    };
    const abort = (): void => end({ outcome: 'skipped', text: 'It was cancelled.', advice: null });
    const timer = setTimeout(() => end(away(service, host, port, 'ETIMEDOUT')), patience);
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => {
      const { remoteAddress } = socket;
      const address = remoteAddress === undefined || remoteAddress === host ? '' : ` (${remoteAddress})`;
      end(passed(`${host}${address} answers on port ${port}.`));
    });
    socket.once('error', (error: NodeJS.ErrnoException) => end(away(service, host, port, codeOf(error))));
    if (signal.aborted) abort();
  });
}

/** Several addresses that were tried have an error each; they are mostly of one kind. */
function codeOf(error: NodeJS.ErrnoException): string {
  if (error.code !== undefined) return error.code;
  const [first] = error instanceof AggregateError ? (error.errors as readonly NodeJS.ErrnoException[]) : [];
  return first?.code ?? error.message;
}

const starts = {
  ssh: 'Start the OpenSSH server there (Start-Service sshd), and check the port and the firewall.',
  WinRM: 'Turn remote management on there (Enable-PSRemoting), and check the port and the firewall.',
} as const;

function away(service: ReachTarget['service'], host: string, port: number, code: string): Finding {
  const told = (text: string, advice: string): Finding => ({ outcome: 'failed', text, advice });
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
      return told(
        `There is no computer called ${host} in the name service.`,
        'Check the name, or use the full name or the address.',
      );
    case 'ECONNREFUSED':
      return told(`${host} is there, but nothing answers on port ${port}.`, starts[service]);
    case 'ETIMEDOUT':
      return told(
        `${host} does not answer on port ${port}.`,
        'Check that it is up and that no firewall is in between.',
      );
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EHOSTDOWN':
      return told(
        `There is no way to ${host} in the network.`,
        'Check that it is up, and the network or VPN of this computer.',
      );
    default:
      return told(`${host} cannot be reached on port ${port} (${code}).`, 'Check the network of this computer.');
  }
}

import { posix } from 'node:path';
import { clusterError } from '#shared/model/cluster-error';
import type { VirtualMachine } from '#shared/model/virtual-machine';
import { failure, success, type Result } from '#shared/model/result';

/** How a program is started; nothing of it goes through a shell. */
export interface ViewerStart {
  readonly command: string;
  readonly args: readonly string[];
  /** Where it asks for the account and for the trust in the host's certificate. */
  readonly asks: 'window' | 'terminal';
}

/** What is looked at to find a viewer. */
export interface ViewerSearch {
  /** DNS domain of the cluster, whose hosts this computer may know by their full names only; null: unknown. */
  readonly domain: string | null;
  /** Account that the connection signs in with; null: that of this computer. */
  readonly user: string | null;
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly isExecutable: (file: string) => boolean;
}

/** Programs of FreeRDP that speak to Hyper-V, those that ask in windows of their own first. The others end when they cannot ask. */
const freeRdp = [
  { program: 'sdl-freerdp3', asks: 'window' },
  { program: 'sdl-freerdp', asks: 'window' },
  { program: 'xfreerdp3', asks: 'terminal' },
  { program: 'xfreerdp', asks: 'terminal' },
] as const;

const machineId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Names of computers; what is none could be an option of the viewer. */
const computerName = /^[a-z0-9_]([a-z0-9._-]{0,254})$/i;

/**
 * How the screen of a virtual machine is shown: on Windows by Virtual Machine Connection (vmconnect.exe SERVER -G ID), elsewhere
 * by FreeRDP, which reaches the host's port 2179 with the machine's id. The error says what is missing.
 */
export function machineViewer(machine: VirtualMachine, search: ViewerSearch): Result<ViewerStart> {
  const { id, name } = machine;
  const host = addressOf(machine.computerName ?? '', search.domain);
  const bare = id.replace(/^\{|\}$/g, '');
  if (!machineId.test(bare) || !computerName.test(host))
    return failure(clusterError('unsupported', `${name} has no id and host that a viewer could be told.`));
  return search.platform === 'win32' ? onWindows(bare, host, search) : elsewhere(name, bare, host, search);
}

function addressOf(node: string, domain: string | null): string {
  return node === '' || node.includes('.') || domain === null || domain === '' ? node : `${node}.${domain}`;
}

function onWindows(id: string, host: string, { environment, isExecutable }: ViewerSearch): Result<ViewerStart> {
  const command = `${environment['SystemRoot'] ?? 'C:\\Windows'}\\System32\\vmconnect.exe`;
  if (isExecutable(command)) return success({ command, args: [host, '-G', id], asks: 'window' });
  return failure(
    clusterError('unsupported', 'Virtual Machine Connection (vmconnect.exe) is not installed on this computer.', {
      advice: 'Turn on the Windows feature "Hyper-V GUI Management Tools", then try again.',
    }),
  );
}

function elsewhere(
  name: string,
  id: string,
  host: string,
  { platform, environment, isExecutable, user }: ViewerSearch,
): Result<ViewerStart> {
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  // Programs that the desktop starts have a shorter path than a login shell.
  const usual = ['/usr/local/bin', '/usr/bin', '/opt/homebrew/bin', '/snap/bin'];
  // FreeRDP asks for the password of an account and seldom for its name.
  const as = user === null ? [] : [`/u:${user}`];
  for (const { program, asks } of freeRdp) {
    const command = [...folders, ...usual].map((folder) => posix.join(folder, program)).find(isExecutable);
    if (command !== undefined) return success({ command, args: [`/v:${host}:2179`, `/vmconnect:${id}`, ...as], asks });
  }
  const how = platform === 'darwin' ? 'brew install freerdp' : 'the package freerdp3-sdl or freerdp2-x11';
  return failure(
    clusterError('unsupported', `To show the screen of ${name}, FreeRDP is needed, and it is not on this computer.`, {
      advice: `Install it (${how}), or run vmconnect.exe ${host} -G ${id} on a Windows computer.`,
    }),
  );
}

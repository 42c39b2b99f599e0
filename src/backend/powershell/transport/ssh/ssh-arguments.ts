import { powerShellArguments } from '../../agent/bootstrap';
import type { SshPlace } from './ssh-place';

/** Seconds without an answer after which a connection is given up: three questions, five seconds apart. */
const aliveInterval = 5;
const aliveCount = 3;
const connectTimeout = 10;
/** How often ssh may ask for a password or passphrase in one process. */
const passwordPrompts = 3;

/** Options of ssh, each one `name=value`. */
type Options = readonly string[];

/** Arguments that start PowerShell on a host. The words after the host are one command line for the shell of the far end. */
export function agentArguments(place: SshPlace, host: string, more: Options): readonly string[] {
  // Verbose, ssh says when somebody is signed in.
  const alive = [`ServerAliveInterval=${aliveInterval}`, `ServerAliveCountMax=${aliveCount}`];
  return [
    ...targetArguments(place, [...alive, 'LogLevel=VERBOSE', ...more]),
    '--',
    host,
    place.executable,
    ...powerShellArguments(),
  ];
}

/** Nothing is asked: what would have to be asked fails. */
export const askNothing: Options = ['BatchMode=yes'];

/**
 * A password or passphrase is asked for by the askpass program. Other questions of a server (`keyboard-interactive`) are not
 * put: nobody could tell here what they mean. Keys of hosts were looked at before.
 */
export function askSecrets(knownHosts: string): Options {
  return [
    'PreferredAuthentications=gssapi-with-mic,publickey,password',
    `NumberOfPasswordPrompts=${passwordPrompts}`,
    'StrictHostKeyChecking=yes',
    ...knownHostsOptions([knownHosts]),
  ];
}

/** Arguments that make ssh check a host's key and nothing more; one that was never seen is added to the file `fresh`. */
export function hostKeyArguments(place: SshPlace, host: string, fresh: string, knownHosts: string): readonly string[] {
  const options = [
    ...askNothing,
    'PreferredAuthentications=none',
    'StrictHostKeyChecking=accept-new',
    'HashKnownHosts=no',
    ...knownHostsOptions([fresh, knownHosts]),
  ];
  return [...targetArguments(place, options), '--', host, 'exit'];
}

/**
 * Arguments that start a PowerShell for somebody who sits at a terminal: ssh asks there for what it needs, and a key that is
 * trusted there counts for agents as well. `encodedScript`: run at the beginning, as -EncodedCommand takes it.
 */
export function shellArguments(place: SshPlace, knownHosts: string, encodedScript: string): readonly string[] {
  const alive = [`ServerAliveInterval=${aliveInterval}`, `ServerAliveCountMax=${aliveCount}`];
  const options = [...alive, 'StrictHostKeyChecking=ask', ...knownHostsOptions([knownHosts])];
  return [
    ...targetArguments(place, options, '-t'),
    '--',
    place.host,
    place.executable,
    '-NoLogo',
    '-NoExit',
    '-EncodedCommand',
    encodedScript,
  ];
}

function targetArguments(
  { user, port, identity }: SshPlace,
  options: Options,
  terminal: '-T' | '-t' = '-T',
): readonly string[] {
  return [
    terminal,
    ...[`ConnectTimeout=${connectTimeout}`, 'ControlMaster=no', 'ControlPath=none', ...options].flatMap(dashO),
    ...(port === null ? [] : ['-p', String(port)]),
    ...(identity === null ? [] : ['-i', identity, ...dashO('IdentitiesOnly=yes')]),
    ...(user === null ? [] : ['-l', user]),
  ];
}

function dashO(option: string): readonly string[] {
  return ['-o', option];
}

/** Our files first, then those that ssh looks at by itself. */
function knownHostsOptions(files: readonly string[]): Options {
  const own = files.map((file) => `"${file.replaceAll('%', '%%').replaceAll('\\', '/')}"`);
  return [
    `UserKnownHostsFile=${[...own, '~/.ssh/known_hosts', '~/.ssh/known_hosts2'].join(' ')}`,
    'UpdateHostKeys=no',
    'CheckHostIP=no',
  ];
}

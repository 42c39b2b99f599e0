import { clusterError, type ClusterErrorKind } from '#shared/model/cluster-error';
import type { StartError, StartStage } from '../../agent/agent-request';
import type { SshPlace } from './ssh-place';

/** How far a process of ssh had come when it ended, and what it said. */
export interface SshEnding {
  readonly place: SshPlace;
  readonly host: string;
  /** File of the keys that were trusted in Regroup; null: only ssh's own. */
  readonly knownHosts: string | null;
  /** The last lines of its error output. */
  readonly lines: readonly string[];
  /** Null: it could not even be started. */
  readonly code: number | null;
  readonly signedIn: boolean;
}

interface Meaning {
  readonly pattern: RegExp;
  readonly stage: StartStage;
  readonly kind: ClusterErrorKind;
  readonly message: (ending: SshEnding) => string;
  readonly advice: string | ((ending: SshEnding) => string);
}

const portOf = ({ place }: SshEnding): string => (place.port === null ? '' : ` on port ${place.port}`);
/** How known_hosts calls a host. */
const knownAs = ({ place, host }: SshEnding): string =>
  place.port === null || place.port === 22 ? host : `[${host}]:${place.port}`;
const who = ({ place }: SshEnding): string => (place.user === null ? 'the sign-in' : JSON.stringify(place.user));

/** What ssh says before somebody is signed in. The words stand in OpenSSH itself and are never translated. */
const meanings: readonly Meaning[] = [
  {
    pattern: /REMOTE HOST IDENTIFICATION HAS CHANGED|^Host key for .* has changed/,
    stage: 'authenticate',
    kind: 'accessDenied',
    message: ({ host }) => `The host key of ${host} has changed: somebody may be in between, or it was set up anew.`,
    advice: (ending) => {
      const file = /Offending .* key in (.*):\d+$/m.exec(ending.lines.join('\n'))?.[1] ?? ending.knownHosts;
      return `Ask whoever runs it. If the new key is right, take out the old one with ssh-keygen -R "${knownAs(ending)}"${file === null ? '' : ` -f "${file}"`}, and connect again.`;
    },
  },
  {
    pattern: /Host key verification failed|host key is known for/,
    stage: 'authenticate',
    kind: 'accessDenied',
    message: ({ host }) => `The host key of ${host} is not known.`,
    advice: 'Connect with ssh in a terminal once, compare the fingerprint and accept it.',
  },
  {
    pattern: /UNPROTECTED PRIVATE KEY FILE|Bad owner or permissions/,
    stage: 'authenticate',
    kind: 'accessDenied',
    message: () => 'Others may read a private key or the configuration of ssh, so ssh does not use it.',
    advice: 'Let nobody but yourself read the file, and connect again.',
  },
  {
    pattern: /Identity file .* not accessible/,
    stage: 'authenticate',
    kind: 'badInput',
    message: ({ place }) => `The key ${place.identity ?? ''} cannot be read.`,
    advice: 'Choose the file of the private key in the settings of the connection.',
  },
  {
    pattern: /Permission denied|Too many authentication failures|No more authentication methods/,
    stage: 'authenticate',
    kind: 'accessDenied',
    message: (ending) => `${ending.host} refused ${who(ending)}.`,
    advice:
      'Check user, key and password of the connection. Keys of administrators stand in administrators_authorized_keys on Windows.',
  },
  {
    pattern: /Could not resolve hostname/,
    stage: 'reach',
    kind: 'notConnected',
    message: ({ host }) => `There is no computer called ${host} in the name service.`,
    advice: 'Check the name, or use the full name or the address.',
  },
  {
    pattern: /Connection refused/,
    stage: 'reach',
    kind: 'notConnected',
    message: (ending) => `${ending.host} does not answer ssh${portOf(ending)}.`,
    advice: 'Start the OpenSSH server there (Start-Service sshd), and check the port and the firewall.',
  },
  {
    pattern: /timed out/,
    stage: 'reach',
    kind: 'timeout',
    message: (ending) => `${ending.host} did not answer ssh${portOf(ending)} in time.`,
    advice: 'Check that it is up and that no firewall is in between.',
  },
  {
    pattern: /No route to host|Network is unreachable|Host is down/,
    stage: 'reach',
    kind: 'notConnected',
    message: ({ host }) => `There is no way to ${host} in the network.`,
    advice: 'Check that it is up, and the network or VPN of this computer.',
  },
  {
    pattern: /no matching|Unable to negotiate|Bad configuration option|bad configuration options/,
    stage: 'reach',
    kind: 'unsupported',
    message: ({ host }) => `The ssh of this computer and ${host} do not agree how to talk.`,
    advice: 'Try ssh in a terminal: it says more. One of the two is too old, or its configuration is wrong.',
  },
  {
    pattern: /kex_exchange_identification|Connection (?:closed|reset)|banner exchange|Broken pipe|disconnect from/i,
    stage: 'reach',
    kind: 'notConnected',
    message: ({ host }) => `${host} ended the connection before anybody was signed in.`,
    advice: 'Try again; the log of its OpenSSH server says why it does that.',
  },
];

/** What the end of a process of ssh means; null: the end of PowerShell at the far end, which it passes on. */
export function sshFailure(ending: SshEnding): StartError | null {
  const { host, place, code, lines, signedIn } = ending;
  const text = lines.join('\n');
  if (code === null && /ENOENT/.test(text))
    return told(
      'reach',
      'unsupported',
      'There is no ssh on this computer.',
      'Install the OpenSSH client, and try again.',
    );
  if (!signedIn && code === 255) {
    const meaning = meanings.find(({ pattern }) => lines.some((line) => pattern.test(line)));
    if (meaning === undefined) return null;
    const { advice } = meaning;
    return told(
      meaning.stage,
      meaning.kind,
      meaning.message(ending),
      typeof advice === 'string' ? advice : advice(ending),
    );
  }
  if (code === 127 || code === 9009 || /is not recognized as an internal or external command/.test(text))
    return told(
      'agent',
      'unsupported',
      `There is no ${place.executable} on ${host}.`,
      'Say in the connection where PowerShell is there; the path must have no spaces.',
    );
  if (code === 255)
    return told(
      'agent',
      'notConnected',
      `The connection to ${host} was cut.`,
      'Regroup connects again by itself; check the network and whether the node is up.',
    );
  return null;
}

function told(stage: StartStage, kind: ClusterErrorKind, message: string, advice: string): StartError {
  return { ...clusterError(kind, message, { advice }), stage };
}

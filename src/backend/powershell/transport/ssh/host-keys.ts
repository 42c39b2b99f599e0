import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { StartError } from '../../agent/agent-request';
import type { Asker } from '../asker';
import { hostKeyArguments } from './ssh-arguments';
import { sshFailure } from './ssh-failure';
import type { SshPlace } from './ssh-place';

/** The key that a host showed. */
interface HostKey {
  /** As known_hosts has it. */
  readonly line: string;
  readonly keyType: string;
  readonly fingerprint: string;
}

/** Whether hosts are who they say they are, asked once for each while a connection lives. */
export interface HostKeys {
  check(host: string): Promise<Result<null, StartError>>;
  /** Hosts that nobody trusted may be asked about again. */
  askAgain(): void;
}

interface HostKeysOptions {
  readonly place: SshPlace;
  readonly knownHosts: string;
  readonly asker: Asker;
  readonly oneAtATime: <T>(ask: () => Promise<T>) => Promise<T>;
  readonly signal: AbortSignal;
}

/**
 * Before anybody signs in, ssh itself fetches the key of a host and compares it with the files of known keys; nothing is read
 * from the words of a question. A new key is shown and remembered; ssh then insists on it.
 */
export function createHostKeys({ place, knownHosts, asker, oneAtATime, signal }: HostKeysOptions): HostKeys {
  const checks = new Map<string, Promise<Result<null, StartError>>>();

  const trust = async (host: string, { line, keyType, fingerprint }: HostKey): Promise<Result<null, StartError>> => {
    const trusted = await oneAtATime(async () =>
      signal.aborted ? false : asker.hostKey({ host, keyType, fingerprint }, signal),
    );
    if (!trusted) return failure(notTrusted(host));
    await remember(knownHosts, line);
    return success(null);
  };

  const look = async (host: string): Promise<Result<null, StartError>> => {
    const folder = await mkdtemp(join(tmpdir(), 'regroup-'));
    const fresh = join(folder, 'known_hosts');
    try {
      const { code, lines } = await runSsh(place.ssh, hostKeyArguments(place, host, fresh, knownHosts), signal);
      const key = hostKeyOf(await readFile(fresh, 'utf8').catch(() => ''));
      if (key !== null) return await trust(host, key);
      // Nobody can sign in without saying who: it is where the look ends when the key is known.
      if (code === 0 || lines.some((line) => line.includes('Permission denied'))) return success(null);
      const failed = sshFailure({ place, host, knownHosts, lines, code, signedIn: false });
      return failure(failed ?? unexplained(host, lines));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  return {
    check: async (host) => {
      const known = checks.get(host);
      if (known !== undefined) return known;
      const checking = look(host).catch((error: unknown) => failure(unexplained(host, [String(error)])));
      checks.set(host, checking);
      const checked = await checking;
      // Only a yes and a no last; a host that did not answer may do so next time.
      if (!checked.ok && checked.error.kind !== 'cancelled') checks.delete(host);
      return checked;
    },
    askAgain: () => checks.clear(),
  };
}

/** The first key in the text of a known_hosts file. */
function hostKeyOf(text: string): HostKey | null {
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  const [, type, key] = line.trim().split(' ');
  if (type === undefined || key === undefined) return null;
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64');
  return { line: line.trim(), keyType: nameOfType(type), fingerprint: `SHA256:${digest.replace(/=+$/, '')}` };
}

/** `ssh-ed25519` as people call it: ED25519. */
function nameOfType(type: string): string {
  const names = ['ed25519', 'ecdsa', 'rsa', 'dsa'];
  return (names.find((name) => type.includes(name)) ?? type).toUpperCase();
}

async function remember(file: string, line: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const before = existsSync(file) ? await readFile(file, 'utf8') : '';
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  await appendFile(file, `${gap}${line}\n`, { mode: 0o600 });
}

/** More than enough for a connection and the exchange of keys. */
const longestLook = 30_000;

function runSsh(
  command: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly code: number | null; readonly lines: readonly string[] }> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
      signal,
      timeout: longestLook,
    });
    let text = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (chunk: string) => (text = `${text}${chunk}`.slice(-20_000)));
    const linesOf = (): readonly string[] => text.split(/\r?\n/).filter((line) => line !== '');
    child.once('error', (error) => resolve({ code: null, lines: [...linesOf(), error.message] }));
    child.once('close', (code) => resolve({ code, lines: linesOf() }));
  });
}

function notTrusted(host: string): StartError {
  const error = clusterError('cancelled', `The host key of ${host} was not trusted.`, {
    advice: 'Connect again when its fingerprint has been compared.',
  });
  return { ...error, stage: 'authenticate' };
}

function unexplained(host: string, lines: readonly string[]): StartError {
  const last = lines.at(-1);
  const error = clusterError(
    'notConnected',
    `${host} cannot be reached with ssh${last === undefined ? '.' : `: ${last}`}`,
    {
      advice: 'Try ssh in a terminal: it says more.',
    },
  );
  return { ...error, stage: 'reach' };
}

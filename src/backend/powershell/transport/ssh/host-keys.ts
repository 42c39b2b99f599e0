import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { StartError } from '../../agent/agent-request';
import type { RealTime } from '../../../real-time';
import type { Asker, HostKeyQuestion } from '../asker';
import { createTurns } from '../turns';
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
  /** These will be checked: their keys are fetched now, and the new ones asked about together. */
  meet(hosts: readonly string[]): void;
  /** Hosts that nobody trusted may be asked about again. */
  askAgain(): void;
}

interface HostKeysOptions {
  readonly place: SshPlace;
  readonly knownHosts: string;
  readonly asker: Asker;
  readonly oneAtATime: <T>(ask: () => Promise<T>) => Promise<T>;
  readonly signal: AbortSignal;
  readonly time: RealTime;
}

/** A key that nobody was asked about yet. */
interface NewKey {
  readonly question: HostKeyQuestion;
  readonly settle: (trusted: boolean) => void;
}

/** So many hosts are looked at at a time. */
const mostLooks = 8;
/** Keys that are there are asked about after so many milliseconds, though other hosts have not answered yet. */
const patience = 6000;

/**
 * Before anybody signs in, ssh itself fetches the key of a host and compares it with the files of known keys; nothing is read
 * from the words of a question. A new key is shown and remembered; ssh then insists on it. Keys of hosts that are looked at at the same time
 * are shown together.
 */
export function createHostKeys({ place, knownHosts, asker, oneAtATime, signal, time }: HostKeysOptions): HostKeys {
  const checks = new Map<string, Promise<Result<null, StartError>>>();

  const met = new Set<string>();
  const lanes = createTurns();
  let started = 0;
  let newKeys: readonly NewKey[] = [];
  /** Hosts whose key may still turn out to be new. */
  let looking = 0;
  let cancelPatience: (() => void) | null = null;

  const ask = async (): Promise<void> => {
    cancelPatience?.();
    cancelPatience = null;
    await oneAtATime(async () => {
      // More may have come while another question was open.
      const keys = newKeys;
      newKeys = [];
      if (keys.length === 0) return;
      const questions = keys.map(({ question }) => question);
      const trusted = signal.aborted ? [] : await asker.hostKeys(questions, signal);
      for (const { question, settle } of keys) settle(trusted.includes(question.host));
    });
  };

  const looked = (): void => {
    looking -= 1;
    if (looking === 0 && newKeys.length > 0) void ask();
  };

  const trust = async (host: string, { line, keyType, fingerprint }: HostKey): Promise<Result<null, StartError>> => {
    const trusted = await new Promise<boolean>((settle) => {
      newKeys = [...newKeys, { question: { host, keyType, fingerprint }, settle }];
      cancelPatience ??= time.after(patience, () => void ask());
      looked();
    });
    if (!trusted) return failure(notTrusted(host));
    try {
      await remember(knownHosts, line);
    } catch (error) {
      return failure(unexplained(host, [String(error)]));
    }
    return success(null);
  };

  const look = async (host: string): Promise<Result<null, StartError>> => {
    started += 1;
    const lane = String(started % mostLooks);
    const fetched = await lanes
      .run(lane, () => fetchKey(host))
      .catch((error: unknown) => failure(unexplained(host, [String(error)])));
    if (fetched.ok && fetched.value !== null) return trust(host, fetched.value);
    looked();
    return fetched.ok ? success(null) : fetched;
  };

  /** Null: the key is known. */
  const fetchKey = async (host: string): Promise<Result<HostKey | null, StartError>> => {
    const folder = await mkdtemp(join(tmpdir(), 'regroup-'));
    const fresh = join(folder, 'known_hosts');
    try {
      const { code, lines } = await runSsh(place.ssh, hostKeyArguments(place, host, fresh, knownHosts), signal);
      const key = hostKeyOf(await readFile(fresh, 'utf8').catch(() => ''));
      if (key !== null) return success(key);
      // Nobody can sign in without saying who: it is where the look ends when the key is known.
      if (code === 0 || lines.some((line) => line.includes('Permission denied'))) return success(null);
      const failed = sshFailure({ place, host, knownHosts, lines, code, signedIn: false });
      return failure(failed ?? unexplained(host, lines));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  const check: HostKeys['check'] = async (host) => {
    const known = checks.get(host);
    if (known !== undefined) return known;
    looking += 1;
    const checking = look(host);
    checks.set(host, checking);
    const checked = await checking;
    // Only a yes and a no last; a host that did not answer may do so next time.
    if (!checked.ok && checked.error.kind !== 'cancelled') checks.delete(host);
    return checked;
  };

  return {
    check,
    meet: (hosts) => {
      const strangers = hosts.filter((host) => !met.has(host));
      for (const host of strangers) met.add(host);
      for (const host of strangers) void check(host);
    },
    askAgain: () => {
      checks.clear();
      met.clear();
    },
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

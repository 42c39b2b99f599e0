import { execFileSync, spawn } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A server of OpenSSH as a process of the test, on a free port of this computer, with keys of its own. */
export interface Sshd {
  readonly port: number;
  readonly user: string;
  /** Files of private keys that it takes: without a passphrase, and with this one. */
  readonly key: string;
  readonly lockedKey: string;
  readonly passphrase: string;
  /** A key that it does not take. */
  readonly strangeKey: string;
  readonly folder: string;
  /** `SHA256:...` of its own key. */
  readonly fingerprint: () => string;
  /** What the server said so far. */
  readonly log: () => string;
  /** Sets it up anew: the same place, another key. */
  readonly changeHostKey: () => Promise<void>;
  /** Ends all connections at once, as when the network fails. */
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
}

/** `sshd` of this computer; null, told on the console, where there is none. */
export function findSshd(): string | null {
  const found = ['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/usr/bin/sshd'].find((file) => existsSync(file));
  if (found === undefined) console.warn('No OpenSSH server (sshd): its tests are skipped.');
  return found ?? null;
}

/** Starts the server. `more`: further lines of its configuration, which may name files that it makes in the server's folder. */
export async function startSshd(sshd: string, more: (folder: string) => readonly string[] = () => []): Promise<Sshd> {
  // What the service of the system does before it starts; only needed, and only possible, for root.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'regroup-sshd-')));
  chmodSync(folder, 0o755);
  const file = (name: string): string => join(folder, name);
  const passphrase = 'correct horse';
  const makeKey = (name: string, phrase: string): string => {
    rmSync(file(name), { force: true });
    rmSync(file(`${name}.pub`), { force: true });
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', phrase, '-C', name, '-f', file(name)]);
    return file(name);
  };
  const key = makeKey('key', '');
  const lockedKey = makeKey('locked-key', passphrase);
  const strangeKey = makeKey('strange-key', '');
  const keys = execFileSync('cat', [`${key}.pub`, `${lockedKey}.pub`]);
  writeFileSync(file('authorized_keys'), keys);
  makeKey('host-key', '');
  const port = await freePort();
  const configuration = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${file('host-key')}`,
    `AuthorizedKeysFile ${file('authorized_keys')}`,
    'StrictModes no',
    'UsePAM no',
    'PidFile none',
    'PasswordAuthentication yes',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin yes',
    ...more(folder),
  ];
  writeFileSync(file('sshd_config'), `${configuration.join('\n')}\n`);
  let text = '';
  const begin = (): Promise<ReturnType<typeof spawn>> =>
    new Promise((resolve, reject) => {
      const child = spawn(sshd, ['-D', '-e', '-f', file('sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] });
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`sshd ended: ${text}`)));
      createInterface({ input: child.stderr }).on('line', (line) => {
        text += `${line}\n`;
        if (line.startsWith('Server listening')) resolve(child);
      });
    });
  let server = await begin();
  const cut = (): void => descendants(server.pid ?? 0).forEach(endProcess);
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    cut();
    server.kill();
    await ended;
  };
  return {
    port,
    user: userInfo().username,
    key,
    lockedKey,
    passphrase,
    strangeKey,
    folder,
    fingerprint: () =>
      execFileSync('ssh-keygen', ['-l', '-f', file('host-key.pub')], { encoding: 'utf8' }).split(' ')[1] ?? '',
    log: () => text,
    changeHostKey: async () => {
      await stop();
      makeKey('host-key', '');
      server = await begin();
    },
    cut,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A user of this computer for a test, with a password; null where that is not possible. */
export interface TemporaryUser {
  readonly name: string;
  readonly password: string;
  readonly remove: () => void;
}

/** By their paths, like the server itself: not every PATH has the folder. */
const userTools = { add: '/usr/sbin/useradd', remove: '/usr/sbin/userdel', hash: '/usr/bin/openssl' } as const;

/** Makes a user; only root can. */
export function temporaryUser(): TemporaryUser | null {
  if (process.getuid?.() !== 0 || !Object.values(userTools).every((tool) => existsSync(tool))) {
    console.warn('Users cannot be made here (root, useradd, openssl): the test of a password is skipped.');
    return null;
  }
  const name = `regroup${process.pid}`;
  const password = 'Tr0ub4dor & "3"';
  const hash = execFileSync(userTools.hash, ['passwd', '-6', '-stdin'], { input: password, encoding: 'utf8' }).trim();
  execFileSync(userTools.add, ['--no-create-home', '--home-dir', '/', '--shell', '/bin/sh', '--password', hash, name]);
  return { name, password, remove: () => execFileSync(userTools.remove, [name], { stdio: 'ignore' }) };
}

/** A file at the far end that runs a command line whatever it is given: what is run instead of PowerShell. */
export function farProgram(folder: string, name: string, words: readonly string[]): string {
  const path = join(folder, name);
  const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  writeFileSync(path, `#!/bin/sh\nexec ${quoted}\n`);
  chmodSync(path, 0o755);
  accessSync(path, constants.X_OK);
  return path;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function descendants(ancestor: number): readonly number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): readonly number[] =>
    pairs.flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid, ...below(pid)] : []));
  return below(ancestor);
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

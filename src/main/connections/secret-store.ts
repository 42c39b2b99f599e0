import { z } from 'zod';
import type { Log } from '../log/log';
import { openJsonFile } from '../settings/json-file';

/** The system's way to encrypt what only this user may read. */
export interface Safe {
  /** Whether it keeps anything safe on this computer now. */
  isSafe(): Promise<boolean>;
  encrypt(text: string): Promise<Buffer>;
  /** Fails when it was encrypted by somebody else or is damaged. */
  decrypt(blob: Buffer): Promise<string>;
}

/** Which secret. */
export interface SecretKey {
  /** Id of the connection. */
  readonly connection: string;
  readonly kind: 'password' | 'passphrase';
  /** A password: `ACCOUNT at HOST`; a passphrase: the file of its key. */
  readonly of: string;
}

/** Passwords and passphrases that somebody wanted to be kept, encrypted by the system. */
export interface SecretStore {
  /** Whether there is a safe place to keep one. */
  canKeep(): Promise<boolean>;
  get(key: SecretKey): Promise<string | undefined>;
  /** Does nothing where there is no safe place. */
  put(key: SecretKey, secret: string): Promise<void>;
  remove(key: SecretKey): void;
  /** Forgets all of a connection. */
  removeAll(connection: string): void;
  flush(): void;
}

const fileSchema = z.object({
  secrets: z
    .array(
      z.strictObject({
        connection: z.string(),
        kind: z.enum(['password', 'passphrase']),
        of: z.string(),
        /** Encrypted, base64. */
        blob: z.base64(),
      }),
    )
    .default([]),
});

type Entry = z.output<typeof fileSchema>['secrets'][number];

const writeDelay = 100;
const onlyThisUser = 0o600;

/** Opens the file of secrets. */
export function openSecretStore(path: string, safe: Safe, log: Log): SecretStore {
  const file = openJsonFile({ path, schema: fileSchema, log, delay: writeDelay, mode: onlyThisUser });
  const isOf =
    ({ connection, kind, of }: SecretKey) =>
    (entry: Entry): boolean =>
      entry.connection === connection && entry.kind === kind && entry.of === of;
  const keep = (wanted: (entry: Entry) => boolean): void => {
    const secrets = file.get().secrets.filter(wanted);
    if (secrets.length < file.get().secrets.length) file.set({ secrets });
  };
  const remove = (key: SecretKey): void => {
    const isIt = isOf(key);
    keep((entry) => !isIt(entry));
  };
  return {
    canKeep: () => safe.isSafe(),
    get: async (key) => {
      const entry = file.get().secrets.find(isOf(key));
      if (entry === undefined || !(await safe.isSafe())) return undefined;
      try {
        return await safe.decrypt(Buffer.from(entry.blob, 'base64'));
      } catch {
        log.warn(`The ${key.kind} kept for connection ${key.connection} cannot be read any more, and was forgotten.`);
        remove(key);
        return undefined;
      }
    },
    put: async (key, secret) => {
      if (!(await safe.isSafe())) return;
      try {
        const blob = (await safe.encrypt(secret)).toString('base64');
        remove(key);
        file.set({ secrets: [...file.get().secrets, { ...key, blob }] });
      } catch {
        log.warn(`The ${key.kind} of connection ${key.connection} could not be kept.`);
      }
    },
    remove,
    removeAll: (connection) => keep((entry) => entry.connection !== connection),
    flush: () => file.flush(),
  };
}

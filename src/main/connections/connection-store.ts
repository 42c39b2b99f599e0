import { z } from 'zod';
import { connectionDraftSchema, type ConnectionDraft } from '#shared/contract/connections';
import type { Log } from '../log/log';
import { openJsonFile } from '../settings/json-file';

/** A connection as it is kept between starts. */
export interface KeptConnection {
  /** Random: a name may change. */
  readonly id: string;
  readonly draft: ConnectionDraft;
}

/** The connections of this user, in the order in which they were added. No secrets, ever. */
export interface ConnectionStore {
  all(): readonly KeptConnection[];
  find(id: string): KeptConnection | undefined;
  /** Adds it, or changes the one with this id. */
  put(connection: KeptConnection): void;
  remove(id: string): void;
  flush(): void;
}

const fileSchema = z.object({
  connections: z.array(z.strictObject({ id: z.uuid(), draft: connectionDraftSchema })).default([]),
});

const writeDelay = 100;

/** Opens the file of connections, or starts with none. */
export function openConnectionStore(path: string, log: Log): ConnectionStore {
  const file = openJsonFile({ path, schema: fileSchema, log, delay: writeDelay });
  const all = (): readonly KeptConnection[] => file.get().connections;
  const find = (id: string): KeptConnection | undefined => all().find((connection) => connection.id === id);
  return {
    all,
    find,
    put: (connection) => {
      const connections =
        find(connection.id) === undefined
          ? [...all(), connection]
          : all().map((other) => (other.id === connection.id ? connection : other));
      file.set({ connections: [...connections] });
    },
    remove: (id) => file.set({ connections: all().filter((connection) => connection.id !== id) }),
    flush: () => file.flush(),
  };
}

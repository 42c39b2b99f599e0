import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { computerTime } from '#backend/real-time';
import type { ContractEvents } from '#shared/contract/contract';
import { askerOf } from './asker-of';
import { connectionName } from './connection-name';
import { openConnectionStore } from './connection-store';
import { createPrompts, type Prompts } from './prompts';
import type { RealBackends, RealBackendsOptions } from './real-backends';
import { createRealConnections, type RealConnections, type RealConnectionsOptions } from './real-connections';
import { createTests } from './connection-tests';
import { openSecretStore, type Safe } from './secret-store';

type OpenConnectionsOptions = Omit<RealBackendsOptions, 'asker' | 'nameOf'> &
  Pick<RealConnectionsOptions, 'refusal' | 'onChange' | 'onReopened'> & {
    readonly safe: Safe;
    readonly tell: <Name extends keyof ContractEvents>(name: Name, payload: ContractEvents[Name]) => void;
  };

/** Connections to real clusters with what they ask and keep. */
export interface OpenConnections {
  readonly real: RealConnections;
  readonly prompts: Prompts;
  /** Tries a connection; see `connections.test` of the contract. */
  readonly test: RealBackends['test'];
  /** Forgets what is kept to sign in to a connection. */
  forgetSecrets(id: string): void;
  /** Ends what is open and writes what is not written yet. */
  close(): Promise<void>;
}

/** Opens what is kept, and the connections that are to be open from the start. */
export function openConnections(options: OpenConnectionsOptions): OpenConnections {
  const { userData, safe, tell, log } = options;
  const store = openConnectionStore(join(userData, 'connections.json'), log);
  const secrets = openSecretStore(join(userData, 'secrets.json'), safe, log);
  const prompts = createPrompts({
    newId: randomUUID,
    tell: (prompt) => tell('connections.prompt', prompt),
    withdraw: (prompt) => tell('connections.promptWithdrawn', { prompt }),
  });
  const isKept = (id: string): boolean => store.find(id) !== undefined;
  const nameOf = (id: string): string | null => {
    const kept = store.find(id);
    return kept === undefined ? null : connectionName(kept.draft);
  };
  let loading: Promise<RealBackends> | null = null;
  const load = async (): Promise<RealBackends> => {
    const { realBackends } = await import('./real-backends');
    return realBackends({
      ...options,
      nameOf,
      asker: (connection) => askerOf({ connection, prompts, secrets, isKept }),
    });
  };
  const loadBackends = (): Promise<RealBackends> => (loading ??= load());
  const tests = createTests({ refusal: options.refusal, isKept, loadBackends, time: computerTime });
  const forgetSecrets = (id: string): void => secrets.removeAll(id);
  const real = createRealConnections({
    ...options,
    store,
    loadBackends,
    forgetSecrets,
    newId: randomUUID,
    time: computerTime,
  });
  return {
    real,
    prompts,
    test: tests.run,
    forgetSecrets,
    close: async () => {
      prompts.close();
      store.flush();
      secrets.flush();
      await Promise.all([real.closeAll(), tests.close()]);
    },
  };
}

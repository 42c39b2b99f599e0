import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { failure, success } from '#shared/model/result';
import { noConnection } from '../connections/no-connection';
import type { OpenConnections } from '../connections/open-connections';
import type { Handlers } from './handlers';

type ConnectionMethods =
  | 'add'
  | 'change'
  | 'remove'
  | 'open'
  | 'close'
  | 'test'
  | 'cancelTest'
  | 'openPrompt'
  | 'answer'
  | 'chooseIdentity'
  | 'forgetSecrets';

const done = success(null);

/** What is done with connections to real clusters. */
export function connectionHandlers(
  { real, prompts, forgetSecrets }: Omit<OpenConnections, 'close'>,
  chooseIdentity: () => Promise<string | null>,
): Pick<Handlers, `connections.${ConnectionMethods}`> {
  const isKept = (id: string): boolean => real.list().some((connection) => connection.id === id);
  return {
    'connections.add': ({ draft }) => success(real.add(draft)),
    'connections.change': ({ connection, draft }) => real.change(connection, draft),
    'connections.remove': ({ connection }) => real.remove(connection),
    'connections.open': ({ connection }) => real.open(connection),
    'connections.close': ({ connection }) => real.close(connection),
    'connections.test': () => failure(notYet),
    'connections.cancelTest': () => done,
    'connections.openPrompt': () => success(prompts.open()),
    'connections.answer': ({ prompt, answer }) => prompts.answer(prompt, answer),
    'connections.chooseIdentity': async () => success(await chooseIdentity()),
    'connections.forgetSecrets': ({ connection }) => {
      if (!isKept(connection)) return failure(noConnection(connection));
      forgetSecrets(connection);
      return done;
    },
  };
}

const notYet: ClusterError = clusterError('unsupported', 'Testing a connection is not supported yet.', {
  advice: 'Connect: what goes wrong is told there too.',
});

import { clusterError } from '#shared/model/cluster-error';
import { failure, success } from '#shared/model/result';
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

const notYet = clusterError('unsupported', 'Connections to real clusters are not supported here yet.', {
  advice: 'Use the command line: npm run --silent cli -- snapshot --help.',
});

/** What is done with connections to real clusters: refused so far. */
export function connectionHandlers(): Pick<Handlers, `connections.${ConnectionMethods}`> {
  const refuse = () => failure(notYet);
  return {
    'connections.add': refuse,
    'connections.change': refuse,
    'connections.remove': refuse,
    'connections.open': refuse,
    'connections.close': refuse,
    'connections.test': refuse,
    'connections.cancelTest': () => success(null),
    'connections.openPrompt': () => success(null),
    'connections.answer': refuse,
    'connections.chooseIdentity': refuse,
    'connections.forgetSecrets': refuse,
  };
}

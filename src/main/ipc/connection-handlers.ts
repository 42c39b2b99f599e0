import { failure, success } from '#shared/model/result';
import { noConnection } from '../connections/no-connection';
import type { OpenConnections } from '../connections/open-connections';
import { createCancellations } from './cancellations';
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
  { real, prompts, test, forgetSecrets }: Omit<OpenConnections, 'close'>,
  chooseIdentity: () => Promise<string | null>,
): Pick<Handlers, `connections.${ConnectionMethods}`> {
  const cancellations = createCancellations();
  const isKept = (id: string): boolean => real.list().some((connection) => connection.id === id);
  return {
    'connections.add': ({ draft }) => success(real.add(draft)),
    'connections.change': ({ connection, draft }) => real.change(connection, draft),
    'connections.remove': ({ connection }) => real.remove(connection),
    'connections.open': ({ connection }) => real.open(connection),
    'connections.close': ({ connection }) => real.close(connection),
    'connections.test': ({ call, connection, draft }, caller) =>
      cancellations.run(caller, call, (signal) =>
        test({ id: connection, draft }, signal, (step) => caller.send('connections.testStep', { call, step })),
      ),
    'connections.cancelTest': ({ call }, caller) => {
      cancellations.cancel(caller, call);
      return done;
    },
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

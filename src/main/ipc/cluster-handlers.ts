import type { Attention } from '#backend/attention';
import type { ClusterBackend } from '#backend/cluster-backend';
import { querySchemas, type QueryName, type QueryOutputs } from '#shared/contract/queries';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { Connections } from '../connections/connections';
import { noConnection } from '../connections/no-connection';
import { createCancellations } from './cancellations';
import type { Caller, Handlers } from './handlers';
import type { Subscriptions } from './subscriptions';

type ClusterMethods = 'subscribe' | 'unsubscribe' | 'look' | 'execute' | 'query' | 'cancelQuery' | 'refresh';

const done = success(null);

/** What is asked of one cluster, whichever it is. */
export function clusterHandlers(
  connections: Connections,
  subscriptions: Subscriptions,
  attention: Pick<Attention, 'looks' | 'looksAway'>,
): Pick<Handlers, `cluster.${ClusterMethods}`> {
  const cancellations = createCancellations();
  const looking = new WeakSet<Caller>();
  const withBackend = async <T>(
    id: string,
    use: (backend: ClusterBackend) => Promise<Result<T>> | Result<T>,
  ): Promise<Result<T>> => {
    const backend = await connections.find(id);
    return backend === undefined ? failure(noConnection(id)) : use(backend);
  };
  return {
    'cluster.subscribe': ({ connection }, caller) =>
      withBackend(connection, (backend) => {
        subscriptions.start(caller, connection, backend);
        return done;
      }),
    'cluster.unsubscribe': ({ connection }, caller) => {
      subscriptions.stop(caller, connection);
      return done;
    },
    'cluster.look': (look, caller) => {
      if (caller.gone.aborted) return done;
      attention.looks(caller.window, look);
      if (!looking.has(caller)) caller.gone.addEventListener('abort', () => attention.looksAway(caller.window));
      looking.add(caller);
      return done;
    },
    'cluster.execute': ({ connection, command, input }) =>
      withBackend(connection, (backend) => backend.execute({ command, input })),
    'cluster.query': ({ connection, call, name, input }, caller) =>
      withBackend(connection, (backend) =>
        cancellations.run(caller, call, (signal) => query(backend, name, input, signal)),
      ),
    'cluster.cancelQuery': ({ call }, caller) => {
      cancellations.cancel(caller, call);
      return done;
    },
    'cluster.refresh': ({ connection }) => withBackend(connection, (backend) => backend.refresh()),
  };
}

async function query(
  backend: ClusterBackend,
  name: QueryName,
  input: unknown,
  signal: AbortSignal,
): Promise<Result<QueryOutputs[QueryName]>> {
  const parsed = querySchemas[name].safeParse(input);
  if (!parsed.success) return failure(clusterError('badInput', `${name}: ${parsed.error.message}`));
  return backend.query(name, parsed.data, signal);
}

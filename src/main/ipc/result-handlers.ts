import type { ClusterBackend } from '#backend/cluster-backend';
import { failure, type Result } from '#shared/model/result';
import type { Connections } from '../connections/connections';
import type { ResultFiles } from '../results/result-files';
import { noConnection } from '../connections/no-connection';
import type { Handlers } from './handlers';

/** What leaves the app: files that operations brought back. */
export function resultHandlers(
  connections: Connections,
  files: ResultFiles,
): Pick<Handlers, 'result.save' | 'result.open'> {
  const withBackend = async <T>(
    id: string,
    use: (backend: ClusterBackend) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const backend = await connections.find(id);
    return backend === undefined ? failure(noConnection(id)) : use(backend);
  };
  return {
    'result.save': ({ connection, operation, names }) =>
      withBackend(connection, (backend) => files.save(backend, operation, names)),
    'result.open': ({ connection, operation, name }) =>
      withBackend(connection, (backend) => files.open(backend, operation, name)),
  };
}

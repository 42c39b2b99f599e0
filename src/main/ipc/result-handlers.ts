import type { ClusterBackend } from '#backend/cluster-backend';
import { presentSnapshot } from '#backend/present-snapshot';
import { clusterError } from '#shared/model/cluster-error';
import { clusterView } from '#shared/model/cluster-view';
import type { VirtualMachine } from '#shared/model/virtual-machine';
import { failure, type Result } from '#shared/model/result';
import type { Connections } from '../connections/connections';
import type { ResultFiles } from '../results/result-files';
import { noConnection } from '../connections/no-connection';
import type { Handlers } from './handlers';

interface ResultActions {
  readonly files: ResultFiles;
  /** Starts the platform's viewer of a machine's screen. */
  showMachine(machine: VirtualMachine): Promise<Result<null>>;
}

/** What leaves the app: files that operations brought back, and screens of virtual machines. */
export function resultHandlers(
  connections: Connections,
  actions: ResultActions,
): Pick<Handlers, 'result.save' | 'result.open' | 'machine.connect'> {
  const withBackend = async <T>(
    id: string,
    use: (backend: ClusterBackend) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const backend = await connections.find(id);
    return backend === undefined ? failure(noConnection(id)) : use(backend);
  };
  return {
    'result.save': ({ connection, operation, names }) =>
      withBackend(connection, (backend) => actions.files.save(backend, operation, names)),
    'result.open': ({ connection, operation, name }) =>
      withBackend(connection, (backend) => actions.files.open(backend, operation, name)),
    'machine.connect': ({ connection, vm }) =>
      withBackend(connection, async (backend) => {
        if (backend.capabilities.training)
          return failure(clusterError('unsupported', `${vm} is simulated: it has no screen.`));
        const snapshot = presentSnapshot(backend);
        const machine = snapshot === undefined ? undefined : clusterView(snapshot).virtualMachine(vm);
        return machine === undefined
          ? failure(clusterError('notFound', `There is no virtual machine ${vm}.`))
          : actions.showMachine(machine);
      }),
  };
}

import type { TrainingControl } from '#backend/cluster-backend';
import { faultSchemas, type Fault, type FaultName } from '#shared/faults/fault';
import { clusterError } from '#shared/model/cluster-error';
import { failure, type Result } from '#shared/model/result';
import type { Connections } from '../connections/connections';
import { noConnection } from '../connections/no-connection';
import type { Handlers } from './handlers';

/** What only a training cluster does. A real cluster refuses it. */
export function trainingHandlers(
  connections: Connections,
): Pick<Handlers, `training.${'clock' | 'fault' | 'restart'}`> {
  const withTraining = async (
    id: string,
    use: (training: TrainingControl) => Promise<Result<null>>,
  ): Promise<Result<null>> => {
    const backend = await connections.find(id);
    if (backend === undefined) return failure(noConnection(id));
    return backend.training === null ? failure(onlyTraining) : use(backend.training);
  };
  return {
    'training.clock': ({ connection, ...change }) => withTraining(connection, (training) => training.setClock(change)),
    'training.fault': ({ connection, fault, input }) =>
      withTraining(connection, async (training) => {
        const parsed = parseFault(fault, input);
        return parsed.ok ? training.inject(parsed.value) : parsed;
      }),
    'training.restart': ({ connection }) => withTraining(connection, (training) => training.restart()),
  };
}

const onlyTraining = clusterError('unsupported', 'A real cluster has no simulated clock and no fault switches.', {
  advice: 'Use the training cluster.',
});

function parseFault(fault: FaultName, input: unknown): Result<Fault> {
  const parsed = faultSchemas[fault].safeParse(input);
  if (!parsed.success) return failure(clusterError('badInput', `${fault}: ${parsed.error.message}`));
  return { ok: true, value: { fault, ...parsed.data } as Fault };
}

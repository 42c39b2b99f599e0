import { describeCommand } from './suite/command';
import { describeConnecting } from './suite/connecting';
import { contractOn, type BackendKind } from './suite/contract';
import { describeQuery } from './suite/query';
import { describeSubscriber } from './suite/subscriber';
import { describeTraining } from './suite/training';

/** What every backend must do. */
export function describeBackend(kind: BackendKind): void {
  const contract = contractOn(kind);
  describeConnecting(contract);
  describeSubscriber(contract);
  describeCommand(contract);
  describeQuery(contract);
  if (kind.training) describeTraining(contract);
}

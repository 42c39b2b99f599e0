import { Button } from '@fluentui/react-components';
import { clusterErrorOf } from '../../lib/bridge';
import { useClusterAccess } from '../../lib/cluster-context';
import { useRestartTraining } from '../../lib/mutations';
import { useWindowActions } from '../window-context';

/** The way back from a lost connection. A training cluster that is gone cannot be read again: it begins anew. */
export function RestoreConnection() {
  const { connection } = useClusterAccess();
  return connection.capabilities.training ? <RestartTraining /> : <TryAgain />;
}

function TryAgain() {
  const { connection } = useClusterAccess();
  const actions = useWindowActions();
  return (
    <Button size="small" onClick={() => actions.connection('open', connection.id)}>
      Try Again
    </Button>
  );
}

function RestartTraining() {
  const actions = useWindowActions();
  const restart = useRestartTraining();
  const onError = (cause: unknown): void =>
    actions.showError('The training cluster could not be restarted.', clusterErrorOf(cause));
  return (
    <Button size="small" disabledFocusable={restart.isPending} onClick={() => restart.mutate(undefined, { onError })}>
      Restart the Training Cluster
    </Button>
  );
}

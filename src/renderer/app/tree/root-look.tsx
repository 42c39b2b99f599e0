import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import type { TreeItem } from '../../ui/tree/tree-types';
import type { ClusterStanding } from '../clusters/cluster-standing';
import { TrainingMark } from '../chrome/training-mark';

type RootLook = Pick<TreeItem, 'aside' | 'note' | 'description' | 'mark' | 'busy' | 'quiet'>;

/**
 * How the item of a cluster says how its connection stands: in words, and with an icon where something is wrong.
 * `own`: the cluster's own name where it is called something else.
 */
export function rootLook(standing: ClusterStanding, own: string | null): RootLook {
  const look = standingLook(standing);
  if (own === null) return look;
  const description = [`Cluster ${own}`, look.description].filter((part) => part !== undefined).join(', ');
  return { ...look, aside: own, description };
}

function standingLook({ access, connection, loaded }: ClusterStanding): RootLook {
  const { open, capabilities } = access.connection;
  if (!open) return { note: 'not connected', description: 'Not connected', quiet: true };
  if (connection.status === 'lost') {
    const why = `Connection lost: ${connection.error.message}`;
    return { note: loaded ? 'lost' : 'failed', description: loaded ? why : connection.error.message, mark: 'error' };
  }
  if (!loaded) return { note: 'connecting', description: 'Connecting', busy: true };
  if (capabilities.training) return { note: <TrainingMark />, description: 'Training' };
  const isReadOnly = capabilities.readOnly || (connection.status === 'connected' && connection.onlyLooks === true);
  if (isReadOnly) return { note: <LockClosed16Regular />, description: 'Read-only' };
  return {};
}

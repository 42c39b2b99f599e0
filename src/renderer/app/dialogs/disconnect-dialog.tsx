import { makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { callOrThrow, clusterErrorOf } from '../../lib/bridge';
import type { ClusterAccess } from '../../lib/cluster-context';
import { DialogFrame } from '../../ui/dialog-frame';
import { EffectList } from '../../ui/effect-list';
import { useClusterNames } from '../clusters/standings-context';
import { connectionTitles } from '../connections/connection-act';
import { disconnectLosses } from '../connections/disconnect-losses';

const useStyles = makeStyles({ what: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' } });

interface DisconnectDialogProps {
  readonly access: ClusterAccess;
  readonly onClose: () => void;
  readonly onDisconnected: () => void;
}

/** Asks before a connection ends with which something is lost. */
export function DisconnectDialog({ access, onClose, onDisconnected }: DisconnectDialogProps) {
  const styles = useStyles();
  const { bridge, connection } = access;
  const [losses] = useState(() => disconnectLosses(access));
  const name = useClusterNames().get(connection.id)?.title ?? connection.name;
  const disconnect = useMutation({
    mutationFn: () => callOrThrow(bridge, 'connections.close', { connection: connection.id }),
    onSuccess: () => {
      onDisconnected();
      onClose();
    },
  });
  return (
    <DialogFrame
      title={connectionTitles.close}
      onClose={onClose}
      initialFocus="cancel"
      busy={disconnect.isPending}
      error={disconnect.isError ? clusterErrorOf(disconnect.error) : null}
      action={{ label: connectionTitles.close, isRisky: true, onClick: () => disconnect.mutate() }}
    >
      <p className={styles.what}>Disconnect from {name}?</p>
      <EffectList effects={losses} />
    </DialogFrame>
  );
}

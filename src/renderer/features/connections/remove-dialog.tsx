import { makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection } from '#shared/contract/contract';
import { connectionTitles } from '../../app/connections/connection-act';
import { disconnectLosses } from '../../app/connections/disconnect-losses';
import { useClusterNames } from '../../app/clusters/standings-context';
import { useAppAccess } from '../../lib/app-context';
import { callOrThrow, clusterErrorOf } from '../../lib/bridge';
import { useClusters } from '../../lib/clusters-context';
import { DialogFrame } from '../../ui/dialog-frame';
import { EffectList } from '../../ui/effect-list';

const useStyles = makeStyles({ what: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' } });

interface RemoveDialogProps {
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** Asks before a connection is taken out of the tree. */
export function RemoveDialog({ connection, onClose }: RemoveDialogProps) {
  const styles = useStyles();
  const { bridge } = useAppAccess();
  const { id, open } = connection;
  const name = useClusterNames().get(id)?.title ?? connection.name;
  const access = useClusters().find((one) => one.connection.id === id);
  const [losses] = useState(() => (access === undefined ? [] : disconnectLosses(access)));
  const remove = useMutation({
    mutationFn: () => callOrThrow(bridge, 'connections.remove', { connection: id }),
    onSuccess: onClose,
  });
  return (
    <DialogFrame
      title={connectionTitles.remove}
      onClose={onClose}
      initialFocus="cancel"
      busy={remove.isPending}
      error={remove.isError ? clusterErrorOf(remove.error) : null}
      action={{ label: 'Remove', onClick: () => remove.mutate() }}
    >
      <p className={styles.what}>Remove the connection {name}?</p>
      <EffectList
        effects={[
          ...(open ? ['It is disconnected.', ...losses] : []),
          'How it is reached and its passwords are forgotten on this computer.',
          'Nothing changes in the cluster itself: what runs there goes on.',
        ]}
      />
    </DialogFrame>
  );
}

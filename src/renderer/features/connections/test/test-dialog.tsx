import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Connection } from '#shared/contract/contract';
import { connectionTitles } from '../../../app/connections/connection-act';
import { useClusterNames } from '../../../app/clusters/standings-context';
import { reachedExactly } from '../../../app/connections/place-words';
import { DialogFrame } from '../../../ui/dialog-frame';
import { TestPanel } from './test-panel';
import { useConnectionTest } from './use-connection-test';

const useStyles = makeStyles({ what: { margin: 0, overflowWrap: 'anywhere' } });

interface TestDialogProps {
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** Tests a connection as it is kept; the test begins at once. */
export function TestDialog({ connection, onClose }: TestDialogProps) {
  const styles = useStyles();
  const { run, start, stop } = useConnectionTest();
  const { id, draft } = connection;
  const name = useClusterNames().get(id)?.title ?? connection.name;
  const begun = useRef(false);
  const begin = (): void => (draft === null ? undefined : start(draft, id));
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    begin();
  });
  if (draft === null) return null;
  const running = run.status === 'running';
  return (
    <DialogFrame
      title={connectionTitles.test}
      onClose={onClose}
      width={720}
      secondary={running ? { label: 'Stop', onClick: stop } : { label: 'Test Again', onClick: begin }}
    >
      <p className={styles.what}>
        {name}: {reachedExactly(draft.place)}
      </p>
      <TestPanel run={run} />
    </DialogFrame>
  );
}

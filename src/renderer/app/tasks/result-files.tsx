import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Operation, OperationFile } from '#shared/model/operation';
import { clusterErrorOf } from '../../lib/bridge';
import { exactBytes, formatBytes } from '../../lib/format/bytes';
import { useOpenResult, useSaveResults } from '../../lib/mutations';
import { DialogFrame } from '../../ui/dialog-frame';
import { PlainTable } from '../../ui/plain-table';

const useStyles = makeStyles({
  size: { whiteSpace: 'nowrap' },
  files: { maxHeight: '50vh', overflowY: 'auto' },
  buttons: { display: 'flex', gap: '8px', justifyContent: 'flex-end' },
});

interface ResultFilesProps {
  readonly operation: Operation;
  /** Id of what says which operation it is. */
  readonly describedBy?: string;
}

/** A button for what an operation brought back; nothing when that is nothing. */
export function ResultFiles({ operation, describedBy }: ResultFilesProps) {
  const [shown, setShown] = useState(false);
  const { files = [] } = operation;
  if (files.length === 0) return null;
  return (
    <>
      <Button size="small" aria-describedby={describedBy} aria-haspopup="dialog" onClick={() => setShown(true)}>
        {files.length === 1 ? 'File…' : 'Files…'}
      </Button>
      {shown ? <ResultDialog operation={operation} files={files} onClose={() => setShown(false)} /> : null}
    </>
  );
}

interface ResultDialogProps {
  readonly operation: Operation;
  readonly files: readonly OperationFile[];
  readonly onClose: () => void;
}

/** The files of an operation, to be opened or saved. */
function ResultDialog({ operation, files, onClose }: ResultDialogProps) {
  const styles = useStyles();
  const save = useSaveResults();
  const open = useOpenResult();
  const failed = save.error ?? open.error;
  const forget = (): void => {
    save.reset();
    open.reset();
  };
  const saveFiles = (names: readonly string[]): void => {
    forget();
    save.mutate({ operation: operation.id, names });
  };
  const openFile = (name: string): void => {
    forget();
    open.mutate({ operation: operation.id, name });
  };
  const rows = files.map(({ name, size }) => ({
    id: name,
    cells: [
      name,
      <span key="size" className={styles.size} title={exactBytes(size)}>
        {formatBytes(size)}
      </span>,
      <div key="buttons" className={styles.buttons}>
        <Button size="small" aria-label={`Open ${name}`} onClick={() => openFile(name)}>
          Open
        </Button>
        <Button size="small" aria-label={`Save ${name}`} onClick={() => saveFiles([name])}>
          Save…
        </Button>
      </div>,
    ],
  }));
  const all = { label: 'Save All…', onClick: () => saveFiles(files.map(({ name }) => name)) };
  return (
    <DialogFrame
      title={operation.title}
      width={620}
      onClose={onClose}
      busy={save.isPending}
      error={failed === null ? null : clusterErrorOf(failed)}
      {...(files.length > 1 && { secondary: all })}
    >
      <div className={styles.files}>
        <PlainTable
          wide
          label="Files"
          columns={[{ title: 'File' }, { title: 'Size', align: 'end' }, { title: '' }]}
          rows={rows}
        />
      </div>
    </DialogFrame>
  );
}

import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { Operation, OperationFile } from '#shared/model/operation';
import { exactBytes, formatBytes } from '../../lib/format/bytes';
import { DialogFrame } from '../../ui/dialog-frame';
import { PlainTable } from '../../ui/plain-table';
import { ToneIcon } from '../../ui/status';
import { useResults } from './use-results';

const useStyles = makeStyles({
  size: { whiteSpace: 'nowrap' },
  files: { maxHeight: '50vh', overflowY: 'auto' },
  single: { display: 'inline-flex', gap: '8px', paddingLeft: '4px' },
  note: { overflowWrap: 'anywhere', userSelect: 'text', ':empty': { display: 'none' } },
  failed: { display: 'flex', gap: '6px', alignItems: 'flex-start', paddingTop: '3px' },
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
  const results = useResults(operation);
  const rows = files.map(({ name, size }) => ({
    id: name,
    cells: [
      name,
      <span key="size" className={styles.size} title={exactBytes(size)}>
        {formatBytes(size)}
      </span>,
      <div key="buttons" className={styles.buttons}>
        <Button size="small" aria-label={`Open ${name}`} onClick={() => results.open(name)}>
          Open
        </Button>
        <Button size="small" aria-label={`Save ${name}`} onClick={() => results.save([name])}>
          Save…
        </Button>
      </div>,
    ],
  }));
  const all = { label: 'Save All…', onClick: () => results.save(files.map(({ name }) => name)) };
  return (
    <DialogFrame
      title={operation.title}
      width={620}
      onClose={onClose}
      busy={results.busy}
      error={results.error}
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
      <OpenedNote path={results.openedAt} />
    </DialogFrame>
  );
}

/** What an operation brought back where it is told: a single file to be opened and saved at once, several behind a button. */
export function ResultsInPlace({ operation }: { readonly operation: Operation }) {
  const [first, ...more] = operation.files ?? [];
  return first === undefined || more.length > 0 ? (
    <ResultFiles operation={operation} />
  ) : (
    <SingleResult operation={operation} name={first.name} />
  );
}

function SingleResult({ operation, name }: { readonly operation: Operation; readonly name: string }) {
  const styles = useStyles();
  const { open, save, busy, error, openedAt } = useResults(operation);
  return (
    <>
      <span className={styles.single}>
        <Button size="small" disabledFocusable={busy} aria-label={`Open ${name}`} onClick={() => open(name)}>
          Open
        </Button>
        <Button size="small" disabledFocusable={busy} aria-label={`Save ${name}`} onClick={() => save([name])}>
          Save…
        </Button>
      </span>
      {error === null ? null : (
        <div className={mergeClasses(styles.note, styles.failed)} role="alert">
          <ToneIcon tone="error" />
          <span>
            {error.message} {error.advice}
          </span>
        </div>
      )}
      <OpenedNote path={openedAt} />
    </>
  );
}

/** That a file was opened, and where: its program may come up late, behind the window, or not at all. */
function OpenedNote({ path }: { readonly path: string | null }) {
  const styles = useStyles();
  return (
    <div className={styles.note} role="status">
      {path === null ? '' : `Opened with the program that this computer has for it. The file: ${path}`}
    </div>
  );
}

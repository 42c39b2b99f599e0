import { Checkbox, makeStyles } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ConnectionDraft } from '#shared/contract/connections';
import type { Connection } from '#shared/contract/contract';
import { connectionTitles } from '../../../app/connections/connection-act';
import { useWindowActions } from '../../../app/window-context';
import { useAppAccess } from '../../../lib/app-context';
import { callOrThrow, clusterErrorOf } from '../../../lib/bridge';
import { DialogFrame } from '../../../ui/dialog-frame';
import { TestPanel } from '../test/test-panel';
import { useConnectionTest } from '../test/use-connection-test';
import { KindChoice } from './kind-choice';
import { PlaceFields } from './place-fields';
import { formOf, readForm, type FormField, type PlaceForm } from './place-form';
import { closedBecause } from './place-kinds';

const useStyles = makeStyles({
  form: { display: 'contents' },
  options: { display: 'flex', flexDirection: 'column', marginLeft: '-8px' },
  check: { '& .fui-Checkbox__label': { fontSize: 'inherit', lineHeight: 'inherit' } },
});

interface ConnectDialogProps {
  /** The connection to change; null: a new one. */
  readonly connection: Connection | null;
  readonly onClose: () => void;
}

/** Asks how a cluster is reached, tries it on request, and connects or saves. */
export function ConnectDialog({ connection, onClose }: ConnectDialogProps) {
  const styles = useStyles();
  const { app } = useAppAccess();
  const [form, setForm] = useState(() => formOf(connection?.draft ?? null, app.platform));
  /** Fields whose problems are shown: those that were left, and all of them once something was tried. */
  const [left, setLeft] = useState<ReadonlySet<FormField> | 'all'>(new Set());
  const fields = useRef<HTMLDivElement>(null);
  // The usual way is chosen: what is typed first is where to.
  useEffect(() => fields.current?.querySelector('input')?.focus(), []);
  const test = useConnectionTest();
  const save = useSave(connection, onClose);
  const reading = readForm(form);
  const problems = reading.ok ? {} : reading.problems;
  const closed = closedBecause(form.kind, app);

  const change = (part: Partial<PlaceForm>): void => {
    setForm({ ...form, ...part });
    save.reset();
    if (!('name' in part) && !('readOnly' in part) && !('openAtStart' in part)) test.clear();
  };
  const tryWith = (go: (draft: ConnectionDraft) => void): void => {
    setLeft('all');
    if (reading.ok) go(reading.draft);
    else {
      const first = Object.keys(problems)[0];
      fields.current?.querySelector<HTMLElement>(`[data-field="${first}"] input`)?.focus();
    }
  };
  const running = test.run.status === 'running';
  return (
    <DialogFrame
      title={connection === null ? connectionTitles.add : connectionTitles.edit}
      onClose={onClose}
      width={720}
      busy={save.isPending}
      error={save.isError ? clusterErrorOf(save.error) : null}
      action={{
        label: connection === null ? 'Connect' : 'Save',
        onClick: () => tryWith((draft) => save.mutate(draft)),
        blockedBecause: closed ?? undefined,
      }}
      secondary={
        running
          ? { label: 'Stop Test', onClick: test.stop }
          : {
              label: 'Test',
              onClick: () => tryWith((draft) => test.start(draft, connection?.id ?? null)),
              blockedBecause: closed ?? undefined,
            }
      }
    >
      <KindChoice kind={form.kind} app={app} onChange={(kind) => change({ kind })} />
      <div ref={fields} className={styles.form}>
        <PlaceFields
          form={form}
          problems={left === 'all' ? problems : shownOnly(problems, left)}
          onChange={change}
          onLeave={(field) => setLeft(left === 'all' ? left : new Set([...left, field]))}
        />
      </div>
      <div className={styles.options}>
        {form.kind === 'winrm' || form.kind === 'jea' ? (
          <Checkbox
            className={styles.check}
            label="Use HTTPS (port 5986 unless another is given)"
            checked={form.ssl}
            onChange={(_event, { checked }) => change({ ssl: checked === true })}
          />
        ) : null}
        <Checkbox
          className={styles.check}
          label="Read-only: look, and change nothing"
          checked={form.readOnly}
          onChange={(_event, { checked }) => change({ readOnly: checked === true })}
        />
        <Checkbox
          className={styles.check}
          label="Connect when Regroup starts"
          checked={form.openAtStart}
          onChange={(_event, { checked }) => change({ openAtStart: checked === true })}
        />
      </div>
      <TestPanel run={test.run} />
    </DialogFrame>
  );
}

function shownOnly<Problems extends object>(problems: Problems, fields: ReadonlySet<string>): Partial<Problems> {
  const shown = Object.entries(problems).filter(([field]) => fields.has(field));
  return Object.fromEntries(shown) as Partial<Problems>;
}

/** A new connection is kept, opened and shown; a changed one is kept. */
function useSave(connection: Connection | null, onClose: () => void) {
  const { bridge } = useAppAccess();
  const actions = useWindowActions();
  return useMutation({
    mutationFn: (draft: ConnectionDraft) =>
      connection === null
        ? callOrThrow(bridge, 'connections.add', { draft })
        : callOrThrow(bridge, 'connections.change', { connection: connection.id, draft }),
    onSuccess: ({ id }) => {
      onClose();
      if (connection !== null) return;
      actions.showCluster(id);
      actions.connection('open', id);
    },
  });
}

import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download';
import { useMemo, useRef, useState } from 'react';
import type { AuditRecord } from '#shared/contract/audit';
import { formatCount } from '../../lib/format/numbers';
import { useClusterNames } from '../../app/clusters/standings-context';
import { useColumnWidths, usePaneLayout } from '../../lib/settings';
import { EmptyState } from '../../ui/empty-state';
import { Grid } from '../../ui/grid/grid';
import { GridFilter } from '../../ui/grid/grid-filter';
import { Message } from '../../ui/message';
import { Panes } from '../../ui/panes';
import { recordColumns } from './record-columns';
import { RecordDetails } from './record-details';
import { RecordFilters } from './record-filters';
import { recordRow, type RecordRow } from './record-row';
import { useExportRecords } from './use-export-records';
import { useRecords, type FoundRecords, type RecordSearch } from './use-records';
import { useSettledText } from './use-settled-text';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '6px 8px', alignItems: 'center', padding: '4px 8px 4px 12px' },
  end: { marginLeft: 'auto' },
  // The header of the list and two rows: where the tab is lower, it scrolls.
  panes: { flexGrow: 1, flexShrink: 0, minHeight: '84px' },
  list: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  foot: {
    display: 'flex',
    gap: '16px',
    alignItems: 'center',
    padding: '2px 12px',
    color: tokens.colorNeutralForeground3,
  },
});

const newestFirst = { column: 'time', descending: true } as const;
const everything: RecordSearch = { text: '', outcomes: null, connection: null };

/** Every command that this user gave, with how it ended: searched, filtered, exported. */
export function MyActionsTab() {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const [search, setSearch] = useState(everything);
  const [selected, setSelected] = useState<string | null>(null);
  const settledText = useSettledText(search.text);
  const settled = useMemo(() => ({ ...search, text: settledText }), [search, settledText]);
  const found = useRecords(settled);
  const change = (part: Partial<RecordSearch>): void => setSearch({ ...search, ...part });
  const layout = usePaneLayout('my-actions');
  const record = found.records.find(({ id }) => id === selected);
  return (
    <>
      <div className={styles.bar} role="search" aria-label="My actions">
        <GridFilter
          name="Search my actions"
          value={search.text}
          onChange={(text) => change({ text })}
          placeholder="Search: words, all of them"
          onLeave={() => list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()}
        />
        <RecordFilters search={search} clusters={found.clusters} onChange={change} />
        <ExportButton search={settled} disabled={found.records.length === 0} />
      </div>
      <div className={styles.panes}>
        <Panes
          direction="horizontal"
          {...layout}
          panes={[
            {
              id: 'list',
              minSize: '240px',
              defaultSize: '64%',
              content: (
                <div ref={list} className={styles.list}>
                  <RecordList found={found} search={settled} selected={selected} onSelect={setSelected} />
                </div>
              ),
            },
            {
              id: 'record',
              minSize: '200px',
              defaultSize: '36%',
              label: 'Width of the details of an action',
              content: <SelectedRecord record={record} />,
            },
          ]}
        />
      </div>
    </>
  );
}

interface RecordListProps {
  readonly found: FoundRecords;
  readonly search: RecordSearch;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

function RecordList({ found, search, selected, onSelect }: RecordListProps) {
  const styles = useStyles();
  const { records, brokenLines, loadOlder, error } = found;
  const rows = useRows(records);
  const widths = useColumnWidths('myActions');
  return (
    <>
      {error === null ? null : (
        <Message tone="error" title={error.message}>
          {error.advice}
        </Message>
      )}
      <Grid
        name="My actions"
        rows={rows}
        columns={recordColumns}
        emptyText={found.loading || error !== null ? '' : emptyText(search)}
        selected={selected}
        onSelect={onSelect}
        defaultSort={newestFirst}
        {...widths}
      />
      {loadOlder === undefined && brokenLines === 0 ? null : (
        <div className={styles.foot}>
          {loadOlder === undefined ? null : (
            <Button size="small" appearance="subtle" onClick={loadOlder}>
              Load older actions
            </Button>
          )}
          {brokenLines === 0 ? null : (
            <span role="status">{formatCount(brokenLines, 'line')} of the audit log cannot be read.</span>
          )}
        </div>
      )}
    </>
  );
}

function SelectedRecord({ record }: { readonly record: AuditRecord | undefined }) {
  return (
    <section aria-label="Action" className={useStyles().list}>
      {record === undefined ? (
        <EmptyState>Select an action to read all of it, with its PowerShell to copy.</EmptyState>
      ) : (
        <RecordDetails record={record} />
      )}
    </section>
  );
}

function ExportButton({ search, disabled }: { readonly search: RecordSearch; readonly disabled: boolean }) {
  const { mutate, isPending } = useExportRecords();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={useStyles().end}
          size="small"
          appearance="subtle"
          icon={<ArrowDownload16Regular />}
          disabledFocusable={disabled || isPending}
        >
          Export
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => mutate({ search, type: 'csv' })}>As CSV…</MenuItem>
          <MenuItem onClick={() => mutate({ search, type: 'json' })}>As JSON…</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** TanStack keeps a record the same object until it changes, and so does this its row. */
function useRows(records: readonly AuditRecord[]): readonly RecordRow[] {
  const names = useClusterNames();
  // Another name makes all rows anew.
  const known = useMemo(() => ({ names, rows: new WeakMap<AuditRecord, RecordRow>() }), [names]);
  return useMemo(
    () =>
      records.map((record) => {
        const row = known.rows.get(record) ?? recordRow(record, known.names);
        known.rows.set(record, row);
        return row;
      }),
    [records, known],
  );
}

function emptyText({ text, outcomes, connection }: RecordSearch): string {
  return text.trim() === '' && outcomes === null && connection === null
    ? 'You did nothing yet. Every command that you give on any cluster stands here from then on, with how it ended.'
    : 'No action matches. Take words or filters away to see more.';
}

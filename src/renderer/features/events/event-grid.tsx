import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { ClusterEvent } from '#shared/model/cluster-event';
import { useTimeScale } from '../../lib/cluster-context';
import { formatTime } from '../../lib/format/time';
import { Grid } from '../../ui/grid/grid';
import type { GridColumn } from '../../ui/grid/grid-types';
import { Message } from '../../ui/message';
import { eventRow, type EventRow } from './event-row';
import type { FoundEvents } from './use-events';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  more: {
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    padding: '3px 12px 3px 4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** Nodes that are named before the others are counted. */
const gapLimit = 3;

const noneYetFound = 'None among the events that were read. Load older events to look further back.';

const newestFirst = { column: 'time', descending: true } as const;

export interface EventGridProps {
  readonly name: string;
  readonly found: FoundEvents;
  readonly columns: readonly GridColumn<EventRow>[];
  readonly emptyText: string;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

/** Events newest first, with a way to older ones. */
export function EventGrid({ name, found, columns, emptyText, selected, onSelect }: EventGridProps) {
  const styles = useStyles();
  const rows = useEventRows(found.events);
  return (
    <div className={styles.root}>
      {found.error === null ? null : (
        <Message tone="error" title={found.error.message}>
          {found.error.advice}
        </Message>
      )}
      <Grid
        name={name}
        rows={rows}
        columns={columns}
        emptyText={found.loading ? '' : found.loadOlder === undefined ? emptyText : noneYetFound}
        selected={selected}
        onSelect={onSelect}
        defaultSort={newestFirst}
      />
      <OlderEvents found={found} />
    </div>
  );
}

/** The way to older events, and what is missing of those that are shown. */
function OlderEvents({ found }: { readonly found: FoundEvents }) {
  const styles = useStyles();
  const scale = useTimeScale();
  const { loadOlder, loadingOlder, lookedBackTo, gaps } = found;
  return (
    <>
      {gaps.length === 0 ? null : (
        <Message tone="warn" title="Some events may be missing.">
          {gaps.slice(0, gapLimit).join(' ')}
          {gaps.length > gapLimit ? ` So do ${gaps.length - gapLimit} more nodes.` : ''}
        </Message>
      )}
      {loadOlder === undefined ? null : (
        <div className={styles.more}>
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={loadingOlder}
            icon={loadingOlder ? <Spinner size="extra-tiny" /> : null}
            onClick={loadOlder}
          >
            {loadingOlder ? 'Reading older events' : 'Load older events'}
          </Button>
          {lookedBackTo === null ? null : (
            <span className={styles.faint} role="status">
              Looked back to {formatTime(lookedBackTo, scale)}
            </span>
          )}
        </div>
      )}
    </>
  );
}

function useEventRows(events: readonly ClusterEvent[]): readonly EventRow[] {
  const scale = useTimeScale();
  const [rowOf] = useState(keepingRows);
  return useMemo(() => events.map((event) => rowOf(event, scale)), [events, scale, rowOf]);
}

/** A row stays the same object as long as its event does, so that the grid renders only what is new. */
function keepingRows(): typeof eventRow {
  const known = new WeakMap<ClusterEvent, EventRow>();
  return (event, scale) => {
    const row = known.get(event) ?? eventRow(event, scale);
    known.set(event, row);
    return row;
  };
}

import { Button, makeStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { ClusterEvent } from '#shared/model/cluster-event';
import { useTimeScale } from '../../lib/cluster-context';
import { Grid } from '../../ui/grid/grid';
import type { GridColumn } from '../../ui/grid/grid-types';
import { Message } from '../../ui/message';
import { eventRow, type EventRow } from './event-row';
import type { FoundEvents } from './use-events';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  more: { padding: '4px 12px' },
});

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
        emptyText={found.loading ? '' : emptyText}
        selected={selected}
        onSelect={onSelect}
        defaultSort={newestFirst}
      />
      {found.loadOlder === undefined ? null : (
        <div className={styles.more}>
          <Button size="small" appearance="subtle" onClick={found.loadOlder}>
            Load older events
          </Button>
        </div>
      )}
    </div>
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

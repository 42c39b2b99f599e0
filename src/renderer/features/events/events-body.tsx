import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download';
import { useMemo, useState } from 'react';
import { eventLevels, type EventLevel } from '#shared/model/cluster-event';
import { EmptyState } from '../../ui/empty-state';
import { GridFilter } from '../../ui/grid/grid-filter';
import { eventColumns } from './event-columns';
import { EventDetails } from './event-details';
import { EventGrid } from './event-grid';
import { LevelFilter } from './level-filter';
import { useExportEvents } from './use-export-events';
import { useEvents } from './use-events';
import { useTextFilter } from './use-text-filter';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', padding: '0 8px 6px' },
  end: {
    marginLeft: 'auto',
    display: 'flex',
    flexGrow: 1,
    flexBasis: '250px',
    minWidth: 0,
    gap: '8px',
    alignItems: 'center',
    justifyContent: 'flex-end',
  },
  grid: { display: 'flex', flexGrow: 3, flexBasis: 0, minHeight: '120px' },
  details: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 2,
    flexBasis: 0,
    minHeight: '90px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** All events of the cluster, with a filter by level and by text, all of the selected one below, and export. */
export function EventsBody() {
  const styles = useStyles();
  const [levels, setLevels] = useState<readonly EventLevel[]>(eventLevels);
  const [text, setText] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const search = useMemo(() => ({ levels, limit: 200 }), [levels]);
  const found = useTextFilter(useEvents(search), text);
  const exportEvents = useExportEvents();
  const event = found.events.find(({ sequence }) => String(sequence) === selected);
  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        <LevelFilter levels={levels} onChange={setLevels} />
        <div className={styles.end}>
          <GridFilter value={text} onChange={setText} placeholder="Filter, or node:Demo1 id:1069" />
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowDownload16Regular />}
            disabledFocusable={found.events.length === 0}
            onClick={() => exportEvents(found.events)}
          >
            Export
          </Button>
        </div>
      </div>
      <div className={styles.grid}>
        <EventGrid
          name="Cluster events"
          found={found}
          columns={eventColumns}
          emptyText={emptyText(levels, text)}
          selected={selected}
          onSelect={setSelected}
        />
      </div>
      <section className={styles.details} aria-label="Details" data-pane="details">
        {event === undefined ? (
          <EmptyState>Select an event to read all of it.</EmptyState>
        ) : (
          <EventDetails event={event} />
        )}
      </section>
    </div>
  );
}

function emptyText(levels: readonly EventLevel[], text: string): string {
  if (levels.length === 0) return 'No level is chosen.';
  if (text !== '') return 'Nothing matches the filter.';
  return levels.length === eventLevels.length
    ? 'Nothing was logged yet. Events appear here as soon as they are logged.'
    : 'Nothing of these levels was logged yet.';
}

import type { ClusterEvent } from '#shared/model/cluster-event';
import { useWindowActions } from '../../app/window-context';
import { clusterErrorOf } from '../../lib/bridge';
import { useCluster, useTimeScale } from '../../lib/cluster-context';
import { exactTime } from '../../lib/format/time';
import { useSaveFile } from '../../lib/mutations';
import { eventsAsCsv } from './event-csv';

/** Saves events as a table for a spreadsheet. */
export function useExportEvents(): (events: readonly ClusterEvent[]) => void {
  const scale = useTimeScale();
  const cluster = useCluster((view) => view.snapshot.cluster.name);
  const actions = useWindowActions();
  const save = useSaveFile();
  return (events) => {
    const content = eventsAsCsv(events, (time) => exactTime(time, scale));
    save.mutate(
      { suggestedName: `${cluster} events.csv`, type: 'csv', content },
      { onError: (cause) => actions.showError('The events could not be saved.', clusterErrorOf(cause)) },
    );
  };
}

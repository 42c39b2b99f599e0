import type { GridColumn } from '../../ui/grid/grid-types';
import { Status } from '../../ui/status';
import { levelRank, plainEventColumns, type EventRow } from './event-row';
import { levelStatus } from './event-words';

const { time, number, node, object, message } = plainEventColumns;

const level: GridColumn<EventRow> = {
  id: 'level',
  title: 'Level',
  width: 124,
  value: levelRank,
  text: ({ event }) => levelStatus(event.level).text,
  render: ({ event }) => <Status {...levelStatus(event.level)} />,
};

/** The columns of "Cluster events". */
export const eventColumns: readonly GridColumn<EventRow>[] = [level, time, number, node, object, message];

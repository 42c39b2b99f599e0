import { exactTime, formatTime } from '../../lib/format/time';
import type { GridColumn } from '../../ui/grid/grid-types';
import { Status } from '../../ui/status';
import type { RecordRow } from './record-row';
import { actorOf, clusterWords, explanationOf, outcomeStatus } from './record-words';

/** The columns of "My actions". */
export const recordColumns: readonly GridColumn<RecordRow>[] = [
  {
    id: 'time',
    title: 'Time',
    width: 172,
    value: ({ time }) => time,
    text: ({ time }) => formatTime(time, 'real'),
    tooltip: ({ time }) => exactTime(time, 'real'),
  },
  {
    id: 'result',
    title: 'Result',
    width: 128,
    value: ({ record }) => outcomeStatus(record.outcome).text,
    render: ({ record }) => <Status {...outcomeStatus(record.outcome)} />,
  },
  { id: 'name', title: 'What', width: 230, value: ({ name }) => name },
  { id: 'object', title: 'On what', width: 110, value: ({ record }) => record.target?.name ?? '' },
  { id: 'cluster', title: 'Cluster', width: 150, value: ({ record }) => clusterWords(record) },
  { id: 'who', title: 'Who', width: 130, value: ({ record }) => actorOf(record) },
  { id: 'why', title: 'Why', width: 240, grows: true, value: ({ record }) => explanationOf(record) },
];

import { briefTime, exactTime } from '../../lib/format/time';
import type { GridColumn } from '../../ui/grid/grid-types';
import { Status } from '../../ui/status';
import type { RecordRow } from './record-row';
import { actorOf, explanationOf, outcomeStatus } from './record-words';

/** The columns of "My actions". What leaves where there is no room stands in the details. */
export const recordColumns: readonly GridColumn<RecordRow>[] = [
  {
    id: 'time',
    title: 'Time',
    width: 122,
    value: ({ time }) => time,
    text: ({ time }) => briefTime(time, 'real'),
    tooltip: ({ time }) => exactTime(time, 'real'),
  },
  {
    id: 'result',
    title: 'Result',
    width: 124,
    value: ({ record }) => outcomeStatus(record.outcome).text,
    render: ({ record }) => <Status {...outcomeStatus(record.outcome)} />,
  },
  { id: 'name', title: 'What', width: 200, grows: true, value: ({ name }) => name },
  { id: 'object', title: 'On what', width: 110, yields: 3, value: ({ record }) => record.target?.name ?? '' },
  { id: 'cluster', title: 'Cluster', width: 150, yields: 2, value: ({ cluster }) => cluster },
  { id: 'who', title: 'Who', width: 130, yields: 4, value: ({ record }) => actorOf(record) },
  { id: 'why', title: 'Why', width: 200, grows: true, yields: 1, value: ({ record }) => explanationOf(record) },
];

import { lazy } from 'react';
import type { Feature } from '../../app/feature';

const CollectLogDialog = lazy(() =>
  import('./collect-log-dialog').then((file) => ({ default: file.CollectLogDialog })),
);

/** What reports on the cluster. */
export const reportsFeature: Feature = {
  dialogs: [{ command: 'cluster.collectLog', render: (props) => <CollectLogDialog {...props} /> }],
};

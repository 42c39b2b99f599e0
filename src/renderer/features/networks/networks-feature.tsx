import { lazy } from 'react';
import type { Feature } from '../../app/feature';
import { networkPlace } from './network-place';
import { networksPlace } from './networks-place';

const ClusterUseDialog = lazy(() =>
  import('./dialogs/cluster-use-dialog').then((file) => ({ default: file.ClusterUseDialog })),
);
const RenameDialog = lazy(() => import('./dialogs/rename-dialog').then((file) => ({ default: file.RenameDialog })));

/** Networks: all of them, and each by itself. */
export const networksFeature: Feature = {
  places: [networksPlace, networkPlace],
  dialogs: [
    { command: 'network.setRole', render: (props) => <ClusterUseDialog {...props} /> },
    { command: 'network.rename', render: (props) => <RenameDialog {...props} /> },
  ],
};

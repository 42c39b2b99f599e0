import { lazy } from 'react';
import type { Feature } from '../../app/feature';
import { PromptsProvider } from './prompts/prompts-provider';

const ConnectDialog = lazy(() => import('./connect/connect-dialog').then((file) => ({ default: file.ConnectDialog })));
const TestDialog = lazy(() => import('./test/test-dialog').then((file) => ({ default: file.TestDialog })));
const RemoveDialog = lazy(() => import('./remove-dialog').then((file) => ({ default: file.RemoveDialog })));

/** Connections to real clusters: adding, changing, testing and removing them, and what they ask. */
export const connectionsFeature: Feature = {
  around: PromptsProvider,
  connectionDialog: ({ act, connection, onClose }) => {
    switch (act) {
      case 'add':
        return <ConnectDialog connection={null} onClose={onClose} />;
      case 'edit':
        return <ConnectDialog connection={connection} onClose={onClose} />;
      case 'test':
        return connection === null ? null : <TestDialog connection={connection} onClose={onClose} />;
      case 'remove':
        return connection === null ? null : <RemoveDialog connection={connection} onClose={onClose} />;
    }
  },
};

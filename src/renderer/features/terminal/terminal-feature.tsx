import { lazy } from 'react';
import type { Feature } from '../../app/feature';
import { TerminalSlotProvider } from './terminal-slot';

const ViewerDialog = lazy(async () => ({ default: (await import('./viewer-dialog')).ViewerDialog }));
const TerminalTab = lazy(async () => ({ default: (await import('./terminal-tab')).TerminalTab }));

/** A PowerShell beside the tree, and the terminals of viewers. */
export const terminalFeature: Feature = {
  lowerTabs: [{ id: 'terminal', title: 'PowerShell', render: () => <TerminalTab /> }],
  viewerDialog: (props) => <ViewerDialog {...props} />,
  around: TerminalSlotProvider,
};

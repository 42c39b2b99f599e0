import { lazy } from 'react';
import type { Feature } from '../../app/feature';
import { TerminalSlotProvider } from './terminal-slot';

const TerminalTab = lazy(async () => ({ default: (await import('./terminal-tab')).TerminalTab }));

/** A PowerShell beside the tree. */
export const terminalFeature: Feature = {
  lowerTabs: [{ id: 'terminal', title: 'PowerShell', render: () => <TerminalTab /> }],
  around: TerminalSlotProvider,
};

import { Flash16Regular } from '@fluentui/react-icons/svg/flash';
import { lazy } from 'react';
import { available } from '#shared/commands/command-definition';
import type { Feature, Tool } from '../../app/feature';
import { faultsTool } from '../../app/tools';

const FaultsPanel = lazy(() => import('./faults-panel').then((file) => ({ default: file.FaultsPanel })));

const faults: Tool = {
  id: faultsTool,
  title: 'Faults',
  icon: <Flash16Regular />,
  places: [],
  beside: true,
  trainingOnly: true,
  availability: () => available,
  render: ({ onClose }) => <FaultsPanel onClose={onClose} />,
};

/** What only a training cluster has. */
export const trainingFeature: Feature = { tools: [faults] };

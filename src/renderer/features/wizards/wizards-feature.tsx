import { AppsAddIn16Regular } from '@fluentui/react-icons/svg/apps-add-in';
import { lazy } from 'react';
import { available, unavailable } from '#shared/commands/command-definition';
import type { Feature, Tool } from '../../app/feature';
import { configureRoleTool } from '../../app/tools';
import { wizardTitle } from './configure-role/report';

const ConfigureRoleWizard = lazy(() =>
  import('./configure-role/configure-role-wizard').then((file) => ({ default: file.ConfigureRoleWizard })),
);

const configureRole: Tool = {
  id: configureRoleTool,
  title: wizardTitle,
  icon: <AppsAddIn16Regular />,
  places: ['cluster', 'roles'],
  availability: (view) =>
    view.snapshot.cluster.state === 'Running' ? available : unavailable('The cluster does not run.'),
  render: ({ onClose }) => <ConfigureRoleWizard onClose={onClose} />,
};

/** Wizards that take several pages. */
export const wizardsFeature: Feature = { tools: [configureRole] };

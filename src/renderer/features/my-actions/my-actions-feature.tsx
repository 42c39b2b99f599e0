import { lazy } from 'react';
import type { Feature } from '../../app/feature';

const MyActionsTab = lazy(async () => ({ default: (await import('./my-actions-tab')).MyActionsTab }));

/** What this user did on all clusters, from the audit log. */
export const myActionsFeature: Feature = {
  lowerTabs: [{ id: 'myActions', title: 'My actions', render: () => <MyActionsTab /> }],
};

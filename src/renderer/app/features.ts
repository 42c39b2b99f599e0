import { connectionsFeature } from '../features/connections';
import { eventsFeature } from '../features/events';
import { myActionsFeature } from '../features/my-actions';
import { networksFeature } from '../features/networks';
import { nodesFeature } from '../features/nodes';
import { overviewFeature } from '../features/overview';
import { reportsFeature } from '../features/reports';
import { rolesFeature } from '../features/roles';
import { storageFeature } from '../features/storage';
import { terminalFeature } from '../features/terminal';
import { trainingFeature } from '../features/training';
import { wizardsFeature } from '../features/wizards';
import type { Feature } from './feature';

/** What the window is made of. */
export const features: readonly Feature[] = [
  connectionsFeature,
  overviewFeature,
  rolesFeature,
  nodesFeature,
  storageFeature,
  networksFeature,
  eventsFeature,
  wizardsFeature,
  reportsFeature,
  trainingFeature,
  terminalFeature,
  myActionsFeature,
];

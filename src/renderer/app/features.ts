import { eventsFeature } from '../features/events';
import { nodesFeature } from '../features/nodes';
import { rolesFeature } from '../features/roles';
import { storageFeature } from '../features/storage';
import type { Feature } from './feature';

/** What the window is made of. */
export const features: readonly Feature[] = [rolesFeature, nodesFeature, storageFeature, eventsFeature];

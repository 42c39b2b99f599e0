import type { Feature } from '../../app/feature';
import { nodePlace } from './node-place';
import { nodesPlace } from './nodes-place';

/** Nodes: all of them, and each by itself. */
export const nodesFeature: Feature = { places: [nodesPlace, nodePlace] };

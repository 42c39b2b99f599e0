export { connectionsFeature } from './connections-feature';

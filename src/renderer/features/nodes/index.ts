export { nodeInformation, nodeStatus } from './node-words';
export { nodesFeature } from './nodes-feature';

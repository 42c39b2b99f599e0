export { nodeInformation, nodeStatus } from './node-words';

export { terminalFeature } from './terminal-feature';

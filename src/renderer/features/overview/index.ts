export { overviewFeature } from './overview-feature';

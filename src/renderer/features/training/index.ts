export { trainingFeature } from './training-feature';

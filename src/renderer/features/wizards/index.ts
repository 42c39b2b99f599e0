export { wizardsFeature } from './wizards-feature';

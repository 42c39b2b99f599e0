export { myActionsFeature } from './my-actions-feature';

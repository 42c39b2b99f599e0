export { deviceStatus, diskInformation, diskStatus, sharedVolumeInformation } from './disk-words';
export { storageFeature } from './storage-feature';

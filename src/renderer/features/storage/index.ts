export { deviceStatus, diskInformation, diskStatus, sharedVolumeInformation } from './disk-words';

export { clusterUse, interfaceStatus, networkInformation, networkStatus } from './network-words';

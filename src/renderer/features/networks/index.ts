export { InterfaceTable } from './interface-table';
export { clusterUse, interfaceStatus, networkInformation, networkStatus } from './network-words';
export { networksFeature } from './networks-feature';

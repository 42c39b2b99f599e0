export { InterfaceTable } from './interface-table';
export { interfaceStatus, networkInformation, networkStatus } from './network-words';
export { networksFeature } from './networks-feature';

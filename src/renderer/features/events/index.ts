export { ObjectEvents } from './object-events';
export { levelStatus } from './event-words';
export { useEvents } from './use-events';
export { eventsFeature } from './events-feature';

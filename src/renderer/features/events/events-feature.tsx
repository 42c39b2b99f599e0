import { definePlace, type Feature } from '../../app/feature';
import { EventsBody } from './events-body';

const eventsPlace = definePlace({
  kind: 'events',
  reads: [],
  shows: ['events'],
  title: () => 'Cluster events',
  summary: () => [],
  target: () => null,
  body: () => <EventsBody />,
});

/** The events of the cluster. */
export const eventsFeature: Feature = { places: [eventsPlace] };

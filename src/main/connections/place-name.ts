import type { ConnectionPlace } from '#shared/contract/connections';

/** How a connection without a name is called. */
export function placeName(place: ConnectionPlace): string {
  return place.kind === 'local' ? place.cluster : place.host;
}

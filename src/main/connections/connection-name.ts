import type { ConnectionDraft } from '#shared/contract/connections';

/** How a connection is called: as somebody named it, else as what it leads to. */
export function connectionName({ name, place }: ConnectionDraft): string {
  if (name !== '') return name;
  return place.kind === 'local' ? place.cluster : place.host;
}

/** A place of the tree that the middle of the window can show. Nodes and networks by id, so that a rename keeps the place. */
export type Place =
  | { readonly kind: 'cluster' }
  | { readonly kind: 'roles' }
  | { readonly kind: 'nodes' }
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'storage' }
  | { readonly kind: 'disks' }
  | { readonly kind: 'sharedVolumes' }
  | { readonly kind: 'networks' }
  | { readonly kind: 'network'; readonly id: string }
  | { readonly kind: 'events' };

/** One kind of place. */
export type PlaceKind = Place['kind'];

/** Identifies a place: the id of its tree item, the key of what the window remembers of it. */
export function placeKey(place: Place): string {
  return 'id' in place ? `${place.kind}/${place.id}` : place.kind;
}

import type { ClusterView } from '#shared/model/cluster-view';
import type { ObjectReference } from '#shared/model/object-reference';
import type { Place } from './place';

/** Where an object is shown: its place and its row there. */
export interface Whereabouts {
  readonly place: Place;
  readonly row: string | undefined;
}

/** Where an object is shown; the place alone when the object is gone. */
export function whereabouts(target: ObjectReference, view: ClusterView): Whereabouts {
  const { name } = target;
  switch (target.kind) {
    case 'cluster':
      return { place: { kind: 'cluster' }, row: undefined };
    case 'node':
      return { place: { kind: 'nodes' }, row: view.node(name)?.id };
    case 'role':
      return { place: { kind: 'roles' }, row: view.role(name)?.id };
    case 'resource':
      return ofResource(name, view);
    case 'virtualMachine': {
      const role = view.virtualMachine(name)?.role ?? null;
      return { place: { kind: 'roles' }, row: role === null ? undefined : view.role(role)?.id };
    }
    case 'network':
      return { place: { kind: 'networks' }, row: view.network(name)?.id };
    case 'networkInterface': {
      const found = view.snapshot.networkInterfaces.find((entry) => entry.name === name);
      const row = found === undefined ? undefined : view.network(found.network)?.id;
      return { place: { kind: 'networks' }, row };
    }
    case 'disk':
      return { place: { kind: 'disks' }, row: view.disk(name)?.id };
    case 'sharedVolume':
      return { place: { kind: 'sharedVolumes' }, row: view.sharedVolume(name)?.id };
    case 'storageServer':
    case 'storageDevice':
      return { place: { kind: 'storage' }, row: undefined };
  }
}

function ofResource(name: string, view: ClusterView): Whereabouts {
  const disk = view.disk(name);
  if (disk !== undefined) return { place: { kind: 'disks' }, row: disk.id };
  const resource = view.resource(name);
  if (resource?.isCoreResource === true) return { place: { kind: 'cluster' }, row: undefined };
  return { place: { kind: 'roles' }, row: resource === undefined ? undefined : view.role(resource.ownerGroup)?.id };
}

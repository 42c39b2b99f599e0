import { assertNever } from '#shared/model/assert-never';
import type { ClusterView } from '#shared/model/cluster-view';
import type { ObjectReference } from '#shared/model/object-reference';

/** Whether an object that was acted on is still to be seen. */
export function isThere({ kind, name }: ObjectReference, view: ClusterView): boolean {
  switch (kind) {
    case 'cluster':
      return view.snapshot.cluster.name === name;
    case 'node':
      return view.node(name) !== undefined;
    case 'role':
      return view.role(name) !== undefined;
    case 'resource':
      return view.resource(name) !== undefined;
    case 'network':
      return view.network(name) !== undefined;
    case 'networkInterface':
      return view.snapshot.networkInterfaces.some((entry) => entry.name === name);
    case 'disk':
      return view.disk(name) !== undefined;
    case 'sharedVolume':
      return view.sharedVolume(name) !== undefined;
    case 'virtualMachine':
      return view.virtualMachine(name) !== undefined;
    case 'storageServer':
    case 'storageDevice':
      return false;
    default:
      return assertNever(kind);
  }
}

import type { ClusterView } from '#shared/model/cluster-view';
import type { ObjectReference } from '#shared/model/object-reference';

/** What the events of an object are about: itself, and what an administrator counts to it. */
export function subjectsOf(object: ObjectReference, view: ClusterView): readonly ObjectReference[] {
  const { kind, name } = object;
  switch (kind) {
    case 'role':
      return [object, ...resourcesOf(name, view), ...machineOf(name, view)];
    case 'node':
    case 'network':
      return [object, ...interfacesOf(object, view)];
    case 'disk':
    case 'sharedVolume':
      return [
        { kind: 'disk', name },
        { kind: 'sharedVolume', name },
        { kind: 'resource', name },
      ];
    case 'cluster':
    case 'resource':
    case 'networkInterface':
    case 'virtualMachine':
    case 'storageServer':
    case 'storageDevice':
      return [object];
  }
}

function resourcesOf(role: string, view: ClusterView): readonly ObjectReference[] {
  return view.resourcesOf(role).map(({ name }) => ({ kind: 'resource', name }));
}

function machineOf(role: string, view: ClusterView): readonly ObjectReference[] {
  const machine = view.machineOf(role);
  return machine === undefined ? [] : [{ kind: 'virtualMachine', name: machine.name }];
}

function interfacesOf({ kind, name }: ObjectReference, view: ClusterView): readonly ObjectReference[] {
  return view.snapshot.networkInterfaces
    .filter((entry) => (kind === 'node' ? entry.node : entry.network) === name)
    .map((entry) => ({ kind: 'networkInterface', name: entry.name }));
}

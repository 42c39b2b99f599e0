import type { CommandName } from '#shared/commands/catalogue';
import type { ClusterView } from '#shared/model/cluster-view';
import type { ObjectReference } from '#shared/model/object-reference';

/** An object whose commands stand in the menus of a selected object. */
export interface RelatedTarget {
  readonly target: ObjectReference;
  /** The kind whose commands are meant; undefined: its own. */
  readonly commandsOf?: ObjectReference['kind'];
  /** Which of them; undefined: all. */
  readonly only?: readonly CommandName[];
}

const stateCommands = ['resource.bringOnline', 'resource.takeOffline', 'resource.simulateFailure'] as const;
const machineCommands = ['vm.start', 'vm.shutDown', 'vm.turnOff', 'vm.save', 'vm.migrateStorage'] as const;

/** What an administrator means by an object: a role is its virtual machine too, a disk is its resource too. */
export function relatedTargets(target: ObjectReference, view: ClusterView): readonly RelatedTarget[] {
  return [{ target }, ...others(target, view)];
}

function others({ kind, name }: ObjectReference, view: ClusterView): readonly RelatedTarget[] {
  const resource: readonly RelatedTarget[] =
    view.resource(name) === undefined ? [] : [{ target: { kind: 'resource', name }, only: stateCommands }];
  switch (kind) {
    case 'role': {
      const machine = view.machineOf(name);
      return machine === undefined
        ? []
        : [{ target: { kind: 'virtualMachine', name: machine.name }, only: machineCommands }];
    }
    case 'disk':
      return resource;
    case 'sharedVolume':
      return [...resource, { target: { kind: 'disk', name }, only: ['disk.setMaintenance'] }];
    case 'node':
      return [{ target: { kind, name }, commandsOf: 'cluster', only: ['cluster.collectLog'] }];
    case 'cluster':
    case 'resource':
    case 'network':
    case 'networkInterface':
    case 'virtualMachine':
    case 'storageServer':
    case 'storageDevice':
      return [];
  }
}

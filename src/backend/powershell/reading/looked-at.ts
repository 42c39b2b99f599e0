import { clusterView, existsIn, foldName, type ClusterView } from '#shared/model/cluster-view';
import type { Node } from '#shared/model/node';
import type { Resource } from '#shared/model/resource';
import type { Role } from '#shared/model/role';
import type { VirtualMachine } from '#shared/model/virtual-machine';

/** Something that stands in none of the cheap sections and that somebody has looked at. */
export type Detail =
  | { readonly of: 'role'; readonly what: 'owners'; readonly name: string }
  | { readonly of: 'resource'; readonly what: 'owners' | 'dependencies' | 'parameters'; readonly name: string }
  | { readonly of: 'cluster'; readonly what: 'availableDisks' | 'diskSizes' }
  /** How networks are used for live migration. */
  | { readonly of: 'type'; readonly what: 'parameters' }
  | { readonly of: 'node'; readonly what: 'machines' | 'machineDisks' | 'host'; readonly name: string };

/** Two details with the same key are the same. */
export function keyOfDetail(detail: Detail): string {
  return `${detail.of}/${detail.what}/${'name' in detail ? foldName(detail.name) : ''}`;
}

const named = (one: string | null, other: string | null): boolean => foldName(one ?? '') === foldName(other ?? '');
const isUp = ({ state }: Node): boolean => state === 'Up' || state === 'Paused';

/** The same object; each read of one of these properties is told. */
function watched<T extends object>(object: T, onRead: (property: string | symbol) => void): T {
  return new Proxy(object, {
    get: (target, property) => {
      onRead(property);
      return Reflect.get(target, property) as unknown;
    },
  });
}

/**
 * What `look` looks at in a view that stands in none of the cheap sections, so that only this has to be read for it. `known`: keys
 * of the details that were read. What hosts say of their memory counts for a node that was looked up by its name: where all of
 * them are compared, what is not known of one speaks neither for nor against it, and the cluster decides.
 */
export function lookedAt(
  view: ClusterView,
  known: ReadonlySet<string>,
  look: (view: ClusterView) => void,
): readonly Detail[] {
  const found = new Map<string, Detail>();
  const isKnown = (detail: Detail): boolean => known.has(keyOfDetail(detail));
  const note = (detail: Detail): void => {
    if (!isKnown(detail)) found.set(keyOfDetail(detail), detail);
  };
  const { snapshot } = view;

  const machinesEverywhere = (): void => {
    for (const { name } of snapshot.nodes.filter(isUp)) note({ of: 'node', what: 'machines', name });
  };
  const parametersOf = (resources: readonly Resource[]): void => {
    for (const { name } of resources) note({ of: 'resource', what: 'parameters', name });
  };
  const machineResources = (isWanted: (resource: Resource) => boolean): readonly Resource[] =>
    snapshot.resources.filter((resource) => resource.resourceType === 'Virtual Machine' && isWanted(resource));

  const watchedRole = (role: Role): Role =>
    watched(role, (property) => {
      if (property === 'preferredOwners') note({ of: 'role', what: 'owners', name: role.name });
    });
  const watchedResource = (resource: Resource): Resource =>
    watched(resource, (property) => {
      if (property === 'possibleOwners') note({ of: 'resource', what: 'owners', name: resource.name });
      if (property === 'dependencyExpression') note({ of: 'resource', what: 'dependencies', name: resource.name });
    });
  const watchedMachine = (machine: VirtualMachine): VirtualMachine =>
    watched(machine, (property) => {
      const { computerName } = machine;
      if (property === 'disks' && computerName !== null) note({ of: 'node', what: 'machineDisks', name: computerName });
      // Whose it is stands in the private properties of its resource, whatever role that is in.
      if (property === 'role' && machine.role === null && machine.isClustered)
        parametersOf(machineResources(({ ownerNode }) => named(ownerNode, computerName)));
    });

  const lists = clusterView({
    ...snapshot,
    cluster: watched(snapshot.cluster, (property) => {
      const addresses = snapshot.resources.filter(
        ({ isCoreResource, resourceType }) => isCoreResource && /^ip(v6)? address$/i.test(resourceType),
      );
      if (property === 'address') parametersOf(addresses);
    }),
    quorum: watched(snapshot.quorum, (property) => {
      if (property === 'witness')
        parametersOf(snapshot.resources.filter(({ resourceType }) => resourceType.endsWith('Witness')));
    }),
    roles: snapshot.roles.map(watchedRole),
    resources: snapshot.resources.map(watchedResource),
    networks: snapshot.networks.map((network) =>
      watched(network, (property) => {
        if (property === 'liveMigrationOrder') note({ of: 'type', what: 'parameters' });
      }),
    ),
    disks: snapshot.disks.map((disk) =>
      watched(disk, (property) => {
        const isTold = disk.use === 'SharedVolume' || disk.use === 'NotClustered';
        if (property === 'size' && !isTold) note({ of: 'cluster', what: 'diskSizes' });
      }),
    ),
    virtualMachines: snapshot.virtualMachines.map(watchedMachine),
  });

  const outer: ClusterView = {
    ...lists,
    snapshot: watched(lists.snapshot, (property) => {
      if (property === 'virtualMachines') machinesEverywhere();
    }),
    node: (name) => {
      const node = lists.node(name);
      return (
        node &&
        watched(node, (property) => {
          if (property === 'memoryAvailable') note({ of: 'node', what: 'host', name: node.name });
        })
      );
    },
    disk: (name) => {
      const disk = lists.disk(name);
      if (disk === undefined) note({ of: 'cluster', what: 'availableDisks' });
      return disk;
    },
    virtualMachine: (name) => {
      const machine = lists.virtualMachine(name);
      if (machine !== undefined) return machine;
      // Most machines are clustered, under their own name: only where that is wrong every node is asked.
      const owner = lists.role(name)?.ownerNode ?? null;
      const home: Detail | null = owner === null ? null : { of: 'node', what: 'machines', name: owner };
      if (home === null || isKnown(home)) machinesEverywhere();
      else note(home);
      return undefined;
    },
    machineOf: (name) => {
      const machine = lists.machineOf(name);
      const role = lists.role(name);
      if (machine !== undefined || role?.groupType !== 'VirtualMachine' || role.ownerNode === null) return machine;
      const home: Detail = { of: 'node', what: 'machines', name: role.ownerNode };
      if (isKnown(home)) parametersOf(machineResources(({ ownerGroup }) => named(ownerGroup, name)));
      else note(home);
      return undefined;
    },
    has: (kind, name) => existsIn(outer, kind, name),
  };
  look(outer);
  return [...found.values()];
}

import type { Disk } from './disk';
import type { Network } from './network';
import type { Node } from './node';
import type { ObjectKind, ObjectReference } from './object-reference';
import type { Operation } from './operation';
import type { Resource } from './resource';
import type { Role } from './role';
import type { SharedVolume } from './shared-volume';
import type { ClusterSnapshot } from './snapshot';
import type { VirtualMachine } from './virtual-machine';

/** Finds things in a snapshot by name, as commands, menus and the simulator's answers need them. Names compare without case. */
export interface ClusterView {
  readonly snapshot: ClusterSnapshot;
  node(name: string): Node | undefined;
  role(name: string): Role | undefined;
  resource(name: string): Resource | undefined;
  network(name: string): Network | undefined;
  disk(name: string): Disk | undefined;
  sharedVolume(name: string): SharedVolume | undefined;
  virtualMachine(name: string): VirtualMachine | undefined;
  /** The virtual machine of a role; undefined for a role of another type. */
  machineOf(role: string): VirtualMachine | undefined;
  resourcesOf(role: string): readonly Resource[];
  rolesOn(node: string): readonly Role[];
  /** The running operation whose target is this object; undefined when there is none. */
  runningOperation(target: ObjectReference): Operation | undefined;
  /** Whether the object exists. */
  has(kind: ObjectKind, name: string): boolean;
}

/** The form in which two names are the same, as on Windows. */
export function foldName(name: string): string {
  return name.toLowerCase();
}

function byName<T>(list: () => readonly T[], nameOf: (item: T) => string | null): () => ReadonlyMap<string, T> {
  let index: ReadonlyMap<string, T> | undefined;
  return () => {
    index ??= new Map(
      list().flatMap((item) => {
        const name = nameOf(item);
        return name === null ? [] : [[foldName(name), item] as const];
      }),
    );
    return index;
  };
}

function grouped<T>(
  list: () => readonly T[],
  keyOf: (item: T) => string | null,
): () => ReadonlyMap<string, readonly T[]> {
  let index: Map<string, T[]> | undefined;
  return () => {
    if (index === undefined) {
      index = new Map();
      for (const item of list()) {
        const key = keyOf(item);
        if (key === null) continue;
        const group = index.get(foldName(key));
        if (group === undefined) index.set(foldName(key), [item]);
        else group.push(item);
      }
    }
    return index;
  };
}

/** A view of a snapshot. Each list is read, and its index built, when it is first asked for. */
export function clusterView(snapshot: ClusterSnapshot): ClusterView {
  const nodes = byName(
    () => snapshot.nodes,
    (node) => node.name,
  );
  const roles = byName(
    () => snapshot.roles,
    (role) => role.name,
  );
  const resources = byName(
    () => snapshot.resources,
    (resource) => resource.name,
  );
  const networks = byName(
    () => snapshot.networks,
    (network) => network.name,
  );
  const disks = byName(
    () => snapshot.disks,
    (disk) => disk.name,
  );
  const sharedVolumes = byName(
    () => snapshot.sharedVolumes,
    (volume) => volume.name,
  );
  const machines = byName(
    () => snapshot.virtualMachines,
    (machine) => machine.name,
  );
  const machinesByRole = byName(
    () => snapshot.virtualMachines,
    (machine) => machine.role,
  );
  const resourcesByRole = grouped(
    () => snapshot.resources,
    (resource) => resource.ownerGroup,
  );
  const rolesByNode = grouped(
    () => snapshot.roles,
    (role) => role.ownerNode,
  );
  const running = byName(
    () => snapshot.operations,
    ({ outcome, target }) => (outcome === 'running' && target !== null ? `${target.kind}/${target.name}` : null),
  );
  const view: ClusterView = {
    snapshot,
    node: (name) => nodes().get(foldName(name)),
    role: (name) => roles().get(foldName(name)),
    resource: (name) => resources().get(foldName(name)),
    network: (name) => networks().get(foldName(name)),
    disk: (name) => disks().get(foldName(name)),
    sharedVolume: (name) => sharedVolumes().get(foldName(name)),
    virtualMachine: (name) => machines().get(foldName(name)),
    machineOf: (role) => machinesByRole().get(foldName(role)),
    resourcesOf: (role) => resourcesByRole().get(foldName(role)) ?? [],
    rolesOn: (node) => rolesByNode().get(foldName(node)) ?? [],
    runningOperation: (target) => running().get(foldName(`${target.kind}/${target.name}`)),
    has: (kind, name) => existsIn(view, kind, name),
  };
  return view;
}

/** Whether a view has an object: `has` of every view. */
export function existsIn(view: ClusterView, kind: ObjectKind, name: string): boolean {
  const named = (item: { readonly name: string }): boolean => foldName(item.name) === foldName(name);
  switch (kind) {
    case 'cluster':
      return named(view.snapshot.cluster);
    case 'node':
      return view.node(name) !== undefined;
    case 'role':
      return view.role(name) !== undefined;
    case 'resource':
      return view.resource(name) !== undefined;
    case 'network':
      return view.network(name) !== undefined;
    case 'networkInterface':
      return view.snapshot.networkInterfaces.some(named);
    case 'disk':
      return view.disk(name) !== undefined;
    case 'sharedVolume':
      return view.sharedVolume(name) !== undefined;
    case 'virtualMachine':
      return view.virtualMachine(name) !== undefined;
    case 'storageServer':
      return view.snapshot.storage.servers.some(named);
    case 'storageDevice':
      return view.snapshot.storage.devices.some(named);
  }
}

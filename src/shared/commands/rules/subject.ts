import type { Cluster } from '../../model/cluster';
import { clusterError, type ClusterError } from '../../model/cluster-error';
import type { ClusterView } from '../../model/cluster-view';
import type { Disk } from '../../model/disk';
import type { Network } from '../../model/network';
import type { Node } from '../../model/node';
import type { Resource } from '../../model/resource';
import type { Role } from '../../model/role';
import type { SharedVolume } from '../../model/shared-volume';
import type { VirtualMachine } from '../../model/virtual-machine';
import { refused, type Availability, type CommandCheck } from '../command-definition';
import { offeredUnless, type Objection } from '../objection';
import { clusterNotRunning } from './cluster-rules';

/**
 * What a command acts on. `offer` and `check` first see to it that the cluster runs and has the object, then ask the
 * command's own rule about the object as the snapshot shows it.
 */
export interface Subject<T> {
  offer(name: string, view: ClusterView, rule: (object: T) => Objection): Availability;
  check(name: string, view: ClusterView, verdict: (object: T) => CommandCheck): CommandCheck;
}

function subject<T>(
  find: (view: ClusterView, name: string) => T | undefined,
  missing: (name: string, cluster: string) => ClusterError,
  stopped: (view: ClusterView) => Objection = clusterNotRunning,
  barred: (object: T, view: ClusterView) => Objection = () => null,
): Subject<T> {
  const reach = (name: string, view: ClusterView): { readonly object: T } | ClusterError => {
    const object = find(view, name);
    if (object === undefined) return stopped(view) ?? missing(name, view.snapshot.cluster.name);
    return stopped(view) ?? barred(object, view) ?? { object };
  };
  return {
    offer(name, view, rule) {
      const found = reach(name, view);
      return offeredUnless('object' in found ? rule(found.object) : found);
    },
    check(name, view, verdict) {
      const found = reach(name, view);
      return 'object' in found ? verdict(found.object) : refused(found);
    },
  };
}

function notFound(message: string, code?: number): ClusterError {
  return clusterError('notFound', message, code === undefined ? {} : { code });
}

function clusterMissing(name: string): ClusterError {
  return notFound(`There is no cluster ${name}.`);
}

function nodeMissing(name: string, cluster: string): ClusterError {
  return notFound(`${name} is not a node of ${cluster}.`, 5042);
}

/** The cluster while it runs. Its name is not compared: a view has one cluster. */
export const runningCluster: Subject<Cluster> = subject((view) => view.snapshot.cluster, clusterMissing);

/** The cluster in whatever state. */
export const anyCluster: Subject<Cluster> = subject(
  (view) => view.snapshot.cluster,
  clusterMissing,
  () => null,
);

/** A node of the running cluster, up or not. Windows' number for a missing one: 5042. */
export const nodes: Subject<Node> = subject((view, name) => view.node(name), nodeMissing);

/** A node, whether the cluster runs or not. */
export const servers: Subject<Node> = subject(
  (view, name) => view.node(name),
  nodeMissing,
  () => null,
);

function inGuests(name: string, guestCluster: string | null | undefined): Objection {
  if (guestCluster === null || guestCluster === undefined) return null;
  return clusterError(
    'unsupported',
    `${name} belongs to the guest cluster ${guestCluster}: this cannot be done from here.`,
  );
}

function roleMissing(name: string, cluster: string): ClusterError {
  return notFound(`There is no role ${name} in ${cluster}.`, 5013);
}

function resourceMissing(name: string, cluster: string): ClusterError {
  return notFound(`There is no resource ${name} in ${cluster}.`, 5007);
}

/** A role of the cluster itself: 5013. */
export const roles: Subject<Role> = subject(
  (view, name) => view.role(name),
  roleMissing,
  clusterNotRunning,
  ({ name, guestCluster }) => inGuests(name, guestCluster),
);

/** A role of the cluster itself or of a guest cluster: 5013. */
export const anyRoles: Subject<Role> = subject((view, name) => view.role(name), roleMissing);

/** A resource of the cluster itself: 5007. */
export const resources: Subject<Resource> = subject(
  (view, name) => view.resource(name),
  resourceMissing,
  clusterNotRunning,
  ({ name, ownerGroup }, view) => inGuests(name, view.role(ownerGroup)?.guestCluster),
);

/** A resource of the cluster itself or of a guest cluster: 5007. */
export const anyResources: Subject<Resource> = subject((view, name) => view.resource(name), resourceMissing);

/** A disk, clustered or not, that no guest cluster has: 5007. */
export const disks: Subject<Disk> = subject(
  (view, name) => view.disk(name),
  (name, cluster) => notFound(`There is no disk ${name} in ${cluster}.`, 5007),
  clusterNotRunning,
  ({ name, ownerGroup }, view) => inGuests(name, ownerGroup === null ? null : view.role(ownerGroup)?.guestCluster),
);

/** A shared volume: 5007. */
export const sharedVolumes: Subject<SharedVolume> = subject(
  (view, name) => view.sharedVolume(name),
  (name, cluster) => notFound(`There is no shared volume ${name} in ${cluster}.`, 5007),
);

/** A network: 5045. */
export const networks: Subject<Network> = subject(
  (view, name) => view.network(name),
  (name, cluster) => notFound(`There is no network ${name} in ${cluster}.`, 5045),
);

/** A virtual machine on one of the nodes. One that is not clustered needs no running cluster. */
export const virtualMachines: Subject<VirtualMachine> = subject(
  (view, name) => view.virtualMachine(name),
  (name, cluster) => notFound(`There is no virtual machine ${name} on the nodes of ${cluster}.`),
  () => null,
);

import type { GroupType } from '#shared/model/role';
import type { Simulation } from '../engine/simulation';
import type { Dependency, ResourceState, RestartPolicy } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import { timesOf } from './resource-types';

/** What a new resource is made from; what is left out has the default of its type or of the cluster. */
export interface NewResource {
  readonly name: string;
  readonly type: string;
  readonly dependsOn?: Dependency | null;
  readonly possibleOwners?: readonly string[];
  readonly onlineTime?: number | null;
  readonly offlineTime?: number | null;
  readonly restart?: Partial<RestartPolicy>;
  readonly disk?: string;
  readonly machine?: string;
  readonly address?: string;
}

/** Name of the role that holds the cluster's name, address and witness. */
export const clusterGroupName = 'Cluster Group';

/** Name of the role that holds the disks that no other role has. */
export const availableStorageName = 'Available Storage';

/** Adds an empty role, offline, with the defaults of the cluster. */
export function addRole(sim: Simulation, name: string, groupType: GroupType, owner: string | null): RoleState {
  const role: RoleState = {
    id: sim.nextId('role'),
    name,
    groupType,
    owner,
    previousOwner: null,
    resources: [],
    online: false,
    priority: 2000,
    preferredOwners: [],
    antiAffinity: [],
    failover: { threshold: null, period: sim.db.settings.failoverPeriod },
    failback: { kind: 'prevent' },
    failovers: [],
    transition: null,
    lacking: false,
    preempted: false,
    waiting: false,
    exhausted: false,
    unmonitored: false,
    retry: null,
    failbackDue: null,
    failbackWaits: false,
    reason: null,
    told: 'Offline',
  };
  sim.db.roles.set(role.id, role);
  sim.touch('roles', role.id);
  return role;
}

/** Adds a resource to a role, offline and not meant to be online. */
export function addResource(sim: Simulation, role: RoleState, spec: NewResource): ResourceState {
  const settings = sim.db.settings;
  const times = timesOf(spec.type);
  const resource: ResourceState = {
    id: sim.nextId('resource'),
    name: spec.name,
    type: spec.type,
    role: role.id,
    state: 'Offline',
    wanted: false,
    timer: null,
    dependsOn: spec.dependsOn ?? null,
    possibleOwners: [...(spec.possibleOwners ?? [])],
    onlineTime: spec.onlineTime ?? times.online,
    offlineTime: spec.offlineTime ?? times.offline,
    restart: {
      threshold: spec.restart?.threshold ?? settings.restartThreshold,
      period: spec.restart?.period ?? settings.restartPeriod,
      delay: spec.restart?.delay ?? settings.restartDelay,
      retryAfter: spec.restart?.retryAfter ?? settings.retryPeriodOnFailure,
    },
    restarts: [],
    looksAlive: settings.looksAliveInterval,
    isAlive: settings.isAliveInterval,
    pendingTimeout: settings.pendingTimeout,
    deadlockTimeout: settings.deadlockTimeout,
    disk: spec.disk ?? null,
    machine: spec.machine ?? null,
    address: spec.address ?? null,
    fault: null,
    onlineSince: 0,
    check: null,
    maintenance: false,
    operation: null,
    reason: null,
  };
  sim.db.resources.set(resource.id, resource);
  role.resources.push(resource.id);
  if (spec.disk !== undefined) {
    const disk = sim.disk(spec.disk);
    disk.resource = resource.id;
    disk.clustered = true;
    sim.touch('disks', disk.id);
  }
  sim.touch('resources', resource.id);
  return resource;
}

/** The dependency on all of some resources; null on none. */
export function allOf(resources: readonly ResourceState[]): Dependency | null {
  const terms = resources.map(({ id }) => ({ kind: 'resource' as const, id }));
  const [only] = terms;
  return terms.length < 2 ? (only ?? null) : { kind: 'and', terms };
}

/** Adds the resources of a clustered machine: it depends on its configuration, which depends on the disks in its role. */
export function addMachineResources(
  sim: Simulation,
  role: RoleState,
  machine: { readonly id: string; readonly name: string; readonly disks: readonly string[] },
  more: Pick<NewResource, 'possibleOwners' | 'restart'> = {},
): void {
  const disks = machine.disks.flatMap((id) => {
    const { resource } = sim.disk(id);
    return resource === null ? [] : [sim.resource(resource)];
  });
  const policies = { possibleOwners: more.possibleOwners ?? [], restart: more.restart ?? {} };
  const configuration = addResource(sim, role, {
    ...policies,
    name: `Virtual Machine Configuration ${machine.name}`,
    type: 'Virtual Machine Configuration',
    dependsOn: allOf(disks),
    machine: machine.id,
  });
  addResource(sim, role, {
    ...policies,
    name: `Virtual Machine ${machine.name}`,
    type: 'Virtual Machine',
    dependsOn: allOf([configuration]),
    machine: machine.id,
  });
}

/** What {@link addServiceResources} makes. */
export interface ServiceParts {
  /** Display name of the principal resource's type; null: the role has none. */
  readonly principal: string | null;
  readonly address: string | null;
  readonly disks: readonly ResourceState[];
}

/** Adds the resources of any other role: its address and network name, and the principal resource that depends on them and the disks. */
export function addServiceResources(
  sim: Simulation,
  role: RoleState,
  parts: ServiceParts,
  more: Pick<NewResource, 'possibleOwners' | 'restart'> = {},
): void {
  const providers = [...parts.disks];
  if (parts.address !== null) {
    const address = addResource(sim, role, {
      ...more,
      name: `IP Address ${parts.address}`,
      type: 'IP Address',
      address: parts.address,
    });
    providers.unshift(
      addResource(sim, role, {
        ...more,
        name: `${role.name} Network Name`,
        type: 'Network Name',
        dependsOn: allOf([address]),
      }),
    );
  }
  if (parts.principal === null) return;
  addResource(sim, role, { ...more, name: role.name, type: parts.principal, dependsOn: allOf(providers) });
}

import type { Resource } from '#shared/model/resource';
import type { Role } from '#shared/model/role';
import type { Simulation } from '../engine/simulation';
import { dependencyText } from '../resources/dependencies';
import { roleCondition } from '../resources/role-condition';
import type { ResourceState } from '../state/resource-state';
import type { RoleState } from '../state/role-state';

function nodeName(sim: Simulation, id: string | null): string | null {
  return id === null ? null : sim.node(id).name;
}

function roleInformation(sim: Simulation, role: RoleState): string {
  const { transition } = role;
  const queued = transition?.kind === 'live' && sim.state.migrations.get(transition.migration)?.phase === 'queued';
  const flags = [
    role.preempted ? 'Preempted' : null,
    queued ? 'Queued' : null,
    role.lacking ? 'PhysicalResourcesLacking' : null,
    role.waiting ? 'WaitingToStart' : null,
    role.unmonitored ? 'Unmonitored' : null,
  ].filter((flag) => flag !== null);
  return flags.length === 0 ? 'Normal' : flags.join(', ');
}

/** A role as the running partition knows it; Offline where none runs. `guestCluster`: the one that has it, by name; null: none. */
export function projectRole(sim: Simulation, role: RoleState, guestCluster: string | null): Role {
  const { failback } = role;
  return {
    id: role.id,
    name: role.name,
    groupType: role.groupType,
    isCoreGroup: role.groupType === 'Cluster' || role.groupType === 'AvailableStorage',
    state: sim.running ? roleCondition(sim, role) : 'Offline',
    statusInformation: sim.running ? roleInformation(sim, role) : 'Normal',
    statusReason: sim.running ? role.reason : 'The cluster does not run.',
    guestCluster,
    ownerNode: nodeName(sim, role.owner),
    priority: role.priority,
    preferredOwners: role.preferredOwners.map((node) => sim.node(node).name),
    antiAffinityClassNames: role.antiAffinity,
    failoverThreshold: role.failover.threshold,
    failoverPeriod: Math.round(role.failover.period / 3_600_000),
    autoFailbackType: failback.kind === 'prevent' ? 0 : 1,
    failbackWindowStart: failback.kind === 'window' ? failback.from : null,
    failbackWindowEnd: failback.kind === 'window' ? failback.to : null,
    persistentState: role.online ? 1 : 0,
  };
}

/** A resource as the running partition knows it; Offline where none runs. */
export function projectResource(sim: Simulation, resource: ResourceState): Resource {
  const role = sim.role(resource.role);
  return {
    id: resource.id,
    name: resource.name,
    resourceType: resource.type,
    state: sim.running ? resource.state : 'Offline',
    statusInformation: sim.running && role.unmonitored ? 'Unmonitored' : 'Normal',
    statusReason: sim.running ? resource.reason : null,
    ownerGroup: role.name,
    ownerNode: nodeName(sim, role.owner),
    isCoreResource: role.groupType === 'Cluster',
    dependencyExpression: dependencyText(resource.dependsOn, (id) => sim.resource(id).name),
    possibleOwners: resource.possibleOwners.map((node) => sim.node(node).name),
    maintenanceMode: resource.maintenance,
    looksAlivePollInterval: resource.looksAlive,
    isAlivePollInterval: resource.isAlive,
    pendingTimeout: resource.pendingTimeout,
    deadlockTimeout: resource.deadlockTimeout,
    restartThreshold: resource.restart.threshold,
    restartPeriod: resource.restart.period,
    restartDelay: resource.restart.delay,
    retryPeriodOnFailure: resource.restart.retryAfter,
  };
}

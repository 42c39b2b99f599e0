import { foldName } from '#shared/model/cluster-view';
import { refuse, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { guestsWithRole } from '../guest-clusters/guest-names';
import { storageMigrationOf } from '../hyperv/storage-migration';
import { machinesOf } from '../resources/role-ownership';
import type { MachineState } from '../state/machine-state';
import type { NetworkState } from '../state/network-state';
import type { NodeState } from '../state/node-state';
import type { ResourceState } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import type { DeviceState, DiskState, SessionState, StorageServerState, VolumeState } from '../state/storage-state';

function named<T extends { readonly name: string }>(table: ReadonlyMap<string, T>, name: string): T | undefined {
  const folded = foldName(name);
  for (const item of table.values()) if (foldName(item.name) === folded) return item;
  return undefined;
}

function missing(what: string, name: string, code?: number): never {
  return refuse(`There is no ${what} ${name}.`, code, undefined, 'notFound');
}

/** Refuses while no partition runs the cluster (5925). */
export function requireRunning(sim: Simulation): void {
  if (sim.running) return;
  const message = sim.state.formed
    ? 'The cluster does not run: it has no quorum.'
    : `${sim.db.name} has not been created yet.`;
  refuse(
    message,
    windowsErrors.noQuorum,
    'Start more nodes, or force one to start with Start Cluster Service.',
    'noQuorum',
  );
}

/** A server by name; refuses where there is none (5042). */
export function findServer(sim: Simulation, name: string): NodeState {
  return named(sim.state.nodes, name) ?? missing('node', name, windowsErrors.nodeNotFound);
}

/** A configured node by name; refuses where there is none (5042). */
export function findNode(sim: Simulation, name: string): NodeState {
  const node = findServer(sim, name);
  return sim.db.records.has(node.id) ? node : missing('node', name, windowsErrors.nodeNotFound);
}

/** A node that is a member, up or paused; refuses others (5050). */
export function findMember(sim: Simulation, name: string): NodeState {
  const node = findNode(sim, name);
  return sim.isMember(node.id) ? node : refuse(`${node.name} is down.`, windowsErrors.nodeDown);
}

/** A role of the running cluster by name; refuses where there is none (5013). */
export function findRole(sim: Simulation, name: string): RoleState {
  requireRunning(sim);
  return named(sim.db.roles, name) ?? missing('role', name, windowsErrors.roleNotFound);
}

/** A resource of the running cluster by name; refuses where there is none (5007). */
export function findResource(sim: Simulation, name: string): ResourceState {
  requireRunning(sim);
  return findResourceAnyway(sim, name);
}

/** A resource by name, whether the cluster runs or not; refuses where there is none (5007). */
export function findResourceAnyway(sim: Simulation, name: string): ResourceState {
  return named(sim.db.resources, name) ?? missing('resource', name, windowsErrors.resourceNotFound);
}

/** A network by name; refuses where there is none (5045). */
export function findNetwork(sim: Simulation, name: string): NetworkState {
  return named(sim.state.networks, name) ?? missing('network', name, windowsErrors.networkNotFound);
}

/** A disk by name; refuses where there is none (5007). */
export function findDisk(sim: Simulation, name: string): DiskState {
  return named(sim.state.disks, name) ?? missing('disk', name, windowsErrors.resourceNotFound);
}

/** A shared volume by the name of its disk; refuses where there is none (5007). */
export function findVolume(sim: Simulation, name: string): VolumeState {
  const disk = findDisk(sim, name);
  const volume = disk.volume === null ? undefined : sim.db.volumes.get(disk.volume);
  return volume ?? refuse(`${disk.name} is not a shared volume.`, windowsErrors.resourceNotFound);
}

/** A virtual machine by name, clustered or not; refuses where there is none. */
export function findMachine(sim: Simulation, name: string): MachineState {
  return sim.index.machineNamed(name) ?? missing('virtual machine', name);
}

/** Refuses while the cluster is being shut down (5925). */
export function requireStaying(sim: Simulation): void {
  if (sim.db.shutdown !== null) refuse('The cluster is being shut down.', windowsErrors.noQuorum);
}

/** Refuses while the cluster is being shut down (5925), a role is on its way to another node, or its storage to another disk (5908). */
export function requireSettled(sim: Simulation, role: RoleState): void {
  requireStaying(sim);
  for (const machine of machinesOf(sim, role)) {
    if (storageMigrationOf(sim, machine.id) === undefined) continue;
    const advice = 'Wait until that is done, or cancel it.';
    refuse(`The storage of ${machine.name} is being moved.`, windowsErrors.roleMoving, advice);
  }
  const { transition } = role;
  if (transition === null || (transition.kind !== 'live' && transition.kind !== 'move')) return;
  const to = transition.kind === 'move' ? transition.to : sim.state.migrations.get(transition.migration)?.to;
  const where = to === undefined ? 'another node' : sim.node(to).name;
  refuse(`${role.name} is moving to ${where}; wait until that is done.`, windowsErrors.roleMoving);
}

/** Refuses while a machine of a role starts, stops, or is saved or restored. */
export function requireQuietMachines(sim: Simulation, role: RoleState): void {
  for (const { name, state } of machinesOf(sim, role)) {
    if (state !== 'Running' && state !== 'Off' && state !== 'Saved' && state !== 'PausedCritical')
      refuse(`${name} is busy.`, undefined, 'Wait until that is done.');
  }
}

/** Refuses a name that another role has (5010). */
export function requireFreeRoleName(sim: Simulation, name: string): void {
  for (const role of sim.db.roles.values()) {
    if (foldName(role.name) === foldName(name))
      refuse(`There already is a role ${role.name}.`, windowsErrors.alreadyExists);
  }
  const guests = guestsWithRole(sim, name);
  if (guests !== undefined)
    refuse(`The guest cluster ${guests.db.name} has a role ${name}.`, windowsErrors.alreadyExists);
}

/** A storage server by name; refuses where there is none. */
export function findStorageServer(sim: Simulation, name: string): StorageServerState {
  return named(sim.state.servers, name) ?? missing('storage server', name);
}

/** A mirrored device by name; refuses where there is none. */
export function findDevice(sim: Simulation, name: string): DeviceState {
  return named(sim.state.devices, name) ?? missing('storage device', name);
}

/** The sessions of a node with a storage server; refuses where there is none. */
export function findSessions(sim: Simulation, nodeName: string, serverName: string): readonly SessionState[] {
  const [node, server] = [findServer(sim, nodeName), findStorageServer(sim, serverName)];
  const sessions = [...sim.state.sessions.values()].filter(
    (session) => session.node === node.id && session.server === server.id,
  );
  if (sessions.length > 0) return sessions;
  return refuse(`${node.name} has no session with ${server.name}.`, undefined, undefined, 'notFound');
}

/** Refuses while the owner of a role is down (5050). */
export function requireOwnerUp(sim: Simulation, role: RoleState): void {
  if (role.owner !== null && sim.isMember(role.owner)) return;
  refuse(`The owner of ${role.name} is down.`, windowsErrors.nodeDown);
}

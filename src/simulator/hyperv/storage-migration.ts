import { clusterError } from '#shared/model/cluster-error';
import { cancelOperation, fail, report, succeed } from '../engine/operations';
import { lookUp, type Simulation } from '../engine/simulation';
import { withoutProvider } from '../resources/dependencies';
import { tellDrains } from '../membership/drain-news';
import { endFailbackWait } from '../resources/failback-wait';
import { machinesOf } from '../resources/role-ownership';
import type { MachineState } from '../state/machine-state';
import type { OperationState } from '../state/operation-state';
import type { Dependency } from '../state/resource-state';
import type { RoleState } from '../state/role-state';
import type { StorageMigrationState } from '../state/storage-migration-state';
import type { DiskState } from '../state/storage-state';
import { hasAccess } from '../storage/disk-paths';
import { startFlow, stopFlow } from './flows';
import { diskLinks, linksToDisk } from './links';
import { filesOf } from './machine-files';

/** How many storage migrations a host runs at once (Hyper-V's default of `MaximumStorageMigrations`: 2). */
const slots = 2;

/** Why a node cannot copy from or to a disk now, in a sentence; null: it can. I/O that only waits goes on. */
export function copyObstacle(sim: Simulation, disk: DiskState, node: string): string | null {
  const volume = disk.volume === null ? undefined : sim.db.volumes.get(disk.volume);
  if (volume !== undefined && volume.maintenance !== null) return `${disk.name} is in maintenance mode.`;
  if (volume !== undefined)
    return volume.state === 'Online' || volume.state === 'OnlinePending' ? null : `${disk.name} is not available.`;
  const resource = disk.resource === null ? undefined : sim.db.resources.get(disk.resource);
  if (resource !== undefined && resource.state !== 'Online') return `${disk.name} is not online.`;
  return hasAccess(sim, disk, node) ? null : `${sim.node(node).name} has no path to ${disk.name}.`;
}

/** The storage migration that a machine is in; undefined: its files stay where they are. */
export function storageMigrationOf(sim: Simulation, machine: string): StorageMigrationState | undefined {
  for (const migration of sim.state.storageMigrations.values()) if (migration.machine === machine) return migration;
  return undefined;
}

/** Whether files of a role's machines are on their way to another disk: the cluster does not move it until that is done. */
export function movesStorage(sim: Simulation, role: RoleState): boolean {
  return machinesOf(sim, role).some(({ id }) => storageMigrationOf(sim, id) !== undefined);
}

/** Puts a storage migration into the queue of the machine's host. Whoever calls has checked that it may begin. */
export function requestStorageMigration(
  sim: Simulation,
  machine: MachineState,
  to: DiskState,
  operation: OperationState,
): void {
  const migration: StorageMigrationState = {
    id: sim.nextId('storageMigration'),
    operation: operation.id,
    machine: machine.id,
    node: machine.host,
    to: to.id,
    bytes: filesOf(sim, machine),
    state: machine.state,
    flow: null,
  };
  sim.state.storageMigrations.set(migration.id, migration);
  startNext(sim, migration.node);
}

/** Starts what waits on a host, in order of request, as far as it has slots. */
function startNext(sim: Simulation, node: string): void {
  const here = [...sim.state.storageMigrations.values()].filter((migration) => migration.node === node);
  let running = here.filter(({ flow }) => flow !== null).length;
  for (const migration of here) {
    if (migration.flow !== null) continue;
    if (running < slots) {
      begin(sim, migration);
      running += 1;
    } else report(sim, migration.operation, 'Waits for a storage migration to end');
  }
}

/** The files are copied at the slower of the two disks' throughputs, which others may share. */
function begin(sim: Simulation, migration: StorageMigrationState): void {
  const { id, bytes, operation } = migration;
  const machine = sim.machine(migration.machine);
  const links = [...diskLinks(machine), ...linksToDisk(machine.host, migration.to)];
  migration.flow = startFlow(sim, { purpose: { kind: 'storage', migration: id }, links, bytes, at: sim.now }).id;
  sim.state.progressing.add(operation);
  report(sim, operation, 'Copying the files');
}

function end(sim: Simulation, migration: StorageMigrationState): void {
  if (migration.flow !== null) stopFlow(sim, migration.flow, sim.now);
  sim.state.storageMigrations.delete(migration.id);
  startNext(sim, migration.node);
  const { role: id } = sim.machine(migration.machine);
  const role = id === null ? undefined : sim.db.roles.get(id);
  if (role !== undefined) endFailbackWait(sim, role);
  tellDrains(sim);
}

/** All has been copied: the machine goes on from its new disk, and its old files are deleted. */
export function onStorageCopied(sim: Simulation, id: string): void {
  const migration = lookUp(sim.state.storageMigrations, id);
  const machine = sim.machine(migration.machine);
  migration.flow = null;
  const left = machine.disks.filter((disk) => disk !== migration.to);
  machine.disks = [migration.to];
  dependOnDisk(sim, machine, left, migration.to);
  sim.touch('virtualMachines', machine.id);
  succeed(sim, migration.operation, `On ${sim.disk(migration.to).name}`);
  end(sim, migration);
}

/** The configuration of a clustered machine depends on the disks of its role that hold its files. */
function dependOnDisk(sim: Simulation, machine: MachineState, left: readonly string[], to: string): void {
  const role = machine.role === null ? undefined : sim.db.roles.get(machine.role);
  const configuration = (role === undefined ? [] : sim.resourcesOf(role)).find(
    ({ type, machine: id }) => type === 'Virtual Machine Configuration' && id === machine.id,
  );
  if (configuration === undefined) return;
  let rest: Dependency | null = configuration.dependsOn;
  for (const disk of [...left, to]) {
    const { resource } = sim.disk(disk);
    if (resource !== null) rest = withoutProvider(rest, resource);
  }
  const { resource } = sim.disk(to);
  const added: Dependency | null = resource === null ? null : { kind: 'resource', id: resource };
  configuration.dependsOn = rest === null || added === null ? (rest ?? added) : { kind: 'and', terms: [rest, added] };
  sim.touch('resources', configuration.id);
}

/** Ends a storage migration at an administrator's wish: the files stay where they were. */
export function cancelStorageMigration(sim: Simulation, migration: StorageMigrationState): void {
  cancelOperation(sim, migration.operation);
  end(sim, migration);
}

/** Why a storage migration cannot go on, in a sentence; null: it can. */
function trouble(sim: Simulation, { machine: id, node, to, state }: StorageMigrationState): string | null {
  const machine = sim.machine(id);
  const { name, powered } = sim.node(node);
  if (!powered) return `${name} lost power.`;
  if (machine.host !== node) return `${machine.name} left ${name}.`;
  for (const disk of [...machine.disks, to]) {
    const obstacle = copyObstacle(sim, sim.disk(disk), node);
    if (obstacle !== null) return obstacle;
  }
  return machine.state === state ? null : `${machine.name} did not stay as it was.`;
}

/** Storage migrations that lost their machine, their host or a disk fail: the files stay where they were. */
export function checkStorageMigrations(sim: Simulation): void {
  for (const migration of [...sim.state.storageMigrations.values()]) {
    const reason = trouble(sim, migration);
    if (reason === null) continue;
    const { name } = sim.machine(migration.machine);
    fail(sim, migration.operation, clusterError('refused', `Moving the storage of ${name} failed. ${reason}`));
    end(sim, migration);
  }
}

import type { ClusterError } from '#shared/model/cluster-error';
import { refuse, Refusal, windowsErrors } from '../engine/refusal';
import { lookUp, type Simulation } from '../engine/simulation';
import { cancelMigration, requestLiveMigration } from '../hyperv/live-migration';
import { liveDestinationObstacle, liveMigrationObstacle, moveDestinationObstacle } from '../hyperv/migration-obstacles';
import { quickMigrate, type QuickAction } from '../hyperv/quick-migration';
import { cancelStorageMigration, storageMigrationOf } from '../hyperv/storage-migration';
import { stayOffline } from '../resources/automatic-start';
import { bestPossibleNode } from '../resources/placement';
import { bringOnline, moveRole, supersede, takeOffline } from '../resources/role-actions';
import { hasMachines, machinesOf } from '../resources/role-ownership';
import { noRoomText, roleFits } from '../resources/room';
import type { OperationState } from '../state/operation-state';
import type { RoleState } from '../state/role-state';
import type { CommandHandlers } from './command-handler';
import { findNode, findRole, requireOwnerUp, requireSettled } from './find';

/** Where a role goes: the named node, if nothing speaks against it, or the best possible one. */
function destinationOf(
  sim: Simulation,
  role: RoleState,
  name: string | undefined,
  obstacle: (node: string) => ClusterError | null,
): string {
  if (name === undefined) {
    const best = bestPossibleNode(sim, role, (node) => obstacle(node) === null);
    return best ?? refuseWithoutDestination(sim, role, obstacle);
  }
  const node = findNode(sim, name);
  if (node.id === role.owner)
    refuse(`${role.name} is already on ${node.name}.`, windowsErrors.nodeUp, 'Choose another node.');
  const error = obstacle(node.id);
  if (error !== null) throw new Refusal(error);
  return node.id;
}

/** No node can take it: the refusal says why of the only other node, or of each. */
function refuseWithoutDestination(
  sim: Simulation,
  role: RoleState,
  obstacle: (node: string) => ClusterError | null,
): never {
  const others = [...sim.db.records.keys()].filter((node) => node !== role.owner);
  const errors = others.flatMap((node) => obstacle(node) ?? []);
  const codes = errors.flatMap((error) => error.code ?? []);
  const code = codes.find((each) => each === windowsErrors.noRoomToMove) ?? codes[0];
  const reasons = errors.map((error) => error.message).join(' ');
  return refuse(
    `No other node can take ${role.name}. ${reasons}`.trim(),
    errors.length === 0 ? windowsErrors.nodeDown : code,
  );
}

function startMove(
  sim: Simulation,
  role: RoleState,
  name: string | undefined,
  operation: OperationState,
  action: QuickAction,
): null {
  requireSettled(sim, role);
  requireOwnerUp(sim, role);
  const to = destinationOf(sim, role, name, (node) => moveDestinationObstacle(sim, role, node, action));
  supersede(sim, role);
  const how = { cause: 'command', operation: operation.id } as const;
  if (hasMachines(role)) quickMigrate(sim, role, to, { ...how, action });
  else moveRole(sim, role, to, how);
  return null;
}

function startLive(sim: Simulation, role: RoleState, name: string | undefined, operation: OperationState): null {
  requireSettled(sim, role);
  requireOwnerUp(sim, role);
  const obstacle = liveMigrationObstacle(sim, role);
  if (obstacle !== null) throw new Refusal(obstacle);
  const [machine] = machinesOf(sim, role);
  if (machine === undefined) return refuse(`${role.name} is not a virtual machine.`);
  const to = destinationOf(sim, role, name, (node) => liveDestinationObstacle(sim, role, node));
  supersede(sim, role);
  requestLiveMigration(sim, role, machine, to, operation);
  return null;
}

/** A role that waits for a node, because its owner is gone and no other can take it, waits no more. Answers whether it did. */
function stopWaiting(sim: Simulation, role: RoleState): boolean {
  if (role.unmonitored || (role.owner !== null && sim.isMember(role.owner))) return false;
  stayOffline(sim, role);
  sim.db.lacking.delete(role.id);
  role.reason = null;
  return true;
}

/** Commands that bring roles online and offline and move them. */
export const roleCommands: CommandHandlers<
  | 'role.bringOnline'
  | 'role.takeOffline'
  | 'role.move'
  | 'role.liveMigrate'
  | 'role.quickMigrate'
  | 'role.cancelMigration'
  | 'cluster.moveCoreResources'
> = {
  'role.bringOnline': (sim, input, operation) => {
    const role = findRole(sim, input.role);
    requireSettled(sim, role);
    requireOwnerUp(sim, role);
    if (role.owner !== null && !roleFits(sim, role, role.owner)) {
      refuse(
        noRoomText(sim, role, role.owner),
        windowsErrors.noRoomToStart,
        'Move it to a node with more free memory.',
      );
    }
    bringOnline(sim, role, operation.id);
    return null;
  },
  'role.takeOffline': (sim, input, operation) => {
    const role = findRole(sim, input.role);
    requireSettled(sim, role);
    if (stopWaiting(sim, role)) return 'Offline';
    requireOwnerUp(sim, role);
    takeOffline(sim, role, operation.id);
    return null;
  },
  'role.move': (sim, { role, destination }, operation) =>
    startMove(sim, findRole(sim, role), destination, operation, 'offlineAction'),
  'role.quickMigrate': (sim, input, operation) => {
    const role = findRole(sim, input.role);
    if (!hasMachines(role)) refuse(`${role.name} is not a virtual machine.`);
    return startMove(sim, role, input.destination, operation, 'save');
  },
  'role.liveMigrate': (sim, { role, destination }, operation) =>
    startLive(sim, findRole(sim, role), destination, operation),
  'role.cancelMigration': (sim, input) => {
    const role = findRole(sim, input.role);
    const [storage] = machinesOf(sim, role).flatMap(({ id }) => storageMigrationOf(sim, id) ?? []);
    if (storage !== undefined) {
      cancelStorageMigration(sim, storage);
      return 'Cancelled';
    }
    if (role.transition?.kind !== 'live') return refuse(`${role.name} is not live migrating.`);
    const error = cancelMigration(sim, lookUp(sim.state.migrations, role.transition.migration));
    if (error !== null) throw new Refusal(error);
    return 'Cancelled';
  },
  'cluster.moveCoreResources': (sim, { destination }, operation) =>
    startMove(sim, findRole(sim, 'Cluster Group'), destination, operation, 'offlineAction'),
};

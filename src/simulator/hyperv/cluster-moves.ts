import { commandOf, type CommandName } from '#shared/commands/catalogue';
import type { ClusterError } from '#shared/model/cluster-error';
import { beginOperation } from '../engine/operations';
import type { Simulation } from '../engine/simulation';
import { moveRole } from '../resources/role-actions';
import { roleReference } from '../resources/role-advance';
import { hasMachines, machinesOf } from '../resources/role-ownership';
import type { OperationState } from '../state/operation-state';
import type { MoveCause, RoleState } from '../state/role-state';
import { requestLiveMigration } from './live-migration';
import { liveDestinationObstacle, liveMigrationObstacle, moveDestinationObstacle } from './migration-obstacles';
import { quickMigrate } from './quick-migration';

/**
 * How the cluster moves a role by itself: a machine of high or medium priority that runs live migrates, a low one quick
 * migrates, all else moves. Before 2012, which has no drain, every machine quick migrates.
 */
type WayOut = 'live' | 'quick' | 'move';

/** The way in which a drain or a failback moves a role. */
function wayOut(sim: Simulation, role: RoleState): WayOut {
  if (!hasMachines(role)) return 'move';
  const live = sim.db.settings.nodeDrain && role.priority >= 2000 && liveMigrationObstacle(sim, role) === null;
  return live && machinesOf(sim, role)[0]?.state === 'Running' ? 'live' : 'quick';
}

const commands: { readonly [Way in WayOut]: CommandName } = {
  live: 'role.liveMigrate',
  quick: 'role.quickMigrate',
  move: 'role.move',
};

/** Why the cluster cannot move a role to a node by itself; null: it can. `live: false`: no machine live migrates. */
export function clusterMoveObstacle(sim: Simulation, role: RoleState, node: string, live = true): ClusterError | null {
  return live && wayOut(sim, role) === 'live'
    ? liveDestinationObstacle(sim, role, node)
    : moveDestinationObstacle(sim, role, node, 'offlineAction');
}

/** Starts a move that the cluster makes by itself, with an operation of its own. `live: false`: no machine live migrates. */
export function moveByCluster(
  sim: Simulation,
  role: RoleState,
  to: string,
  how: { readonly cause: MoveCause; readonly parent: string | null; readonly live?: boolean },
): OperationState {
  const possible = wayOut(sim, role);
  const way = possible === 'live' && how.live === false ? 'quick' : possible;
  const command = commands[way];
  const input = { role: role.name, destination: sim.node(to).name };
  if (how.cause === 'failback') {
    sim.log(1154, to, roleReference(role), role.name, sim.node(role.owner ?? to).name, sim.node(to).name);
  }
  const operation = beginOperation(sim, {
    ...{ command, input, target: roleReference(role), initiator: 'cluster', parent: how.parent },
    title: commandOf(command).describe(input),
  });
  const [machine] = machinesOf(sim, role);
  if (way === 'live' && machine !== undefined) requestLiveMigration(sim, role, machine, to, operation);
  else if (way === 'quick')
    quickMigrate(sim, role, to, { cause: how.cause, operation: operation.id, action: 'offlineAction' });
  else moveRole(sim, role, to, { cause: how.cause, operation: operation.id });
  return operation;
}

import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { moveObstacle } from '../resources/placement';
import { machinesOf } from '../resources/role-ownership';
import type { MachineState } from '../state/machine-state';
import type { RoleState } from '../state/role-state';
import type { QuickAction } from './quick-migration';
import { processorObstacle } from './processor-fit';
import { migrationNetwork } from './migration-network';

/** Why a role cannot be live migrated at all; null: it can, as far as it goes. */
export function liveMigrationObstacle(sim: Simulation, role: RoleState): ClusterError | null {
  if (!sim.db.settings.liveMigration) {
    return clusterError('unsupported', `Windows Server ${sim.state.release} has no live migration.`, {
      advice: 'Use quick migration.',
    });
  }
  const machines = machinesOf(sim, role);
  if (machines.length === 0) return clusterError('refused', `${role.name} is not a virtual machine.`);
  if (machines.length > 1) {
    return clusterError(
      'refused',
      `${role.name} holds several virtual machines that share a disk: they cannot be live migrated.`,
      {
        advice: 'Use quick migration, or put each machine on a shared volume.',
      },
    );
  }
  return null;
}

/** Why a running role cannot be live migrated to a node; null: it can. */
export function liveDestinationObstacle(sim: Simulation, role: RoleState, node: string): ClusterError | null {
  const moving = moveObstacle(sim, role, node);
  if (moving !== null) return moving;
  const [machine] = machinesOf(sim, role);
  if (machine === undefined || role.owner === null) return null;
  const processor = storageObstacle(machine) ?? processorObstacle(sim, machine, machine.host, node);
  if (processor !== null) return processor;
  if (migrationNetwork(sim, role.owner, node) !== undefined) return null;
  const nodes = `${sim.node(role.owner).name} and ${sim.node(node).name}`;
  return clusterError('refused', `No network for live migration works between ${nodes}.`);
}

/**
 * Why a role cannot move to a node by going offline here and coming online there; null: it can. The memory of a machine that is
 * saved on the way has to fit the processor there, and one without its storage cannot be saved.
 */
export function moveDestinationObstacle(
  sim: Simulation,
  role: RoleState,
  node: string,
  action: QuickAction,
): ClusterError | null {
  const moving = moveObstacle(sim, role, node);
  if (moving !== null) return moving;
  for (const machine of machinesOf(sim, role)) {
    const lost = storageObstacle(machine);
    if (lost !== null) return lost;
    const processor = isSaved(machine, action) ? processorObstacle(sim, machine, machine.host, node) : null;
    if (processor !== null) return processor;
  }
  return null;
}

/** A machine that stands still without its storage can neither be saved nor copied (5004): it goes on when that is back. */
function storageObstacle({ name, state }: MachineState): ClusterError | null {
  if (state !== 'PausedCritical') return null;
  const advice = 'Wait until its storage is back, or turn it off.';
  return clusterError('refused', `${name} has lost its storage.`, { code: windowsErrors.resourceNotOnline, advice });
}

/** Whether the memory of a machine that runs is saved when it is taken offline. */
function isSaved({ memoryOn, guest, offlineAction }: MachineState, action: QuickAction): boolean {
  return memoryOn !== null && guest !== 'none' && (action === 'save' || offlineAction === 'save');
}

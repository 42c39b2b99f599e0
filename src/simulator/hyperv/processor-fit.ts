import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { machinesOf } from '../resources/role-ownership';
import type { MachineState } from '../state/machine-state';
import type { RoleState } from '../state/role-state';

/**
 * Why memory that a machine had on one node cannot go on on another (5953): never between processor vendors, between models of one
 * vendor only with processor compatibility mode. That holds for live migration and for saving and restoring (Microsoft, "Processor
 * compatibility for Hyper-V virtual machines"). Null: it can.
 */
export function processorObstacle(
  sim: Simulation,
  machine: MachineState,
  origin: string,
  node: string,
): ClusterError | null {
  const [from, to] = [sim.node(origin), sim.node(node)];
  const code = windowsErrors.incompatibleNodes;
  if (from.processor.vendor !== to.processor.vendor) {
    const message = `${to.name} has a processor of ${to.processor.vendor}, ${from.name} one of ${from.processor.vendor}.`;
    return clusterError('refused', message, { code, advice: 'Shut the machine down first, then move it.' });
  }
  if (from.processor.model === to.processor.model || machine.cpuCompatibility) return null;
  return clusterError(
    'refused',
    `The processor of ${to.name} (${to.processor.model}) differs from that of ${from.name} (${from.processor.model}).`,
    { code, advice: `Turn on processor compatibility for ${machine.name}.` },
  );
}

/** Why the saved memory of a machine cannot be restored on a node; null: it can, or none is saved. */
export function restoreObstacle(sim: Simulation, machine: MachineState, node: string): ClusterError | null {
  if (machine.state !== 'Saved' || machine.savedOn === null) return null;
  return processorObstacle(sim, machine, machine.savedOn, node);
}

/** The same for all machines of a role. */
export function roleRestoreObstacle(sim: Simulation, role: RoleState, node: string): ClusterError | null {
  for (const machine of machinesOf(sim, role)) {
    const obstacle = restoreObstacle(sim, machine, node);
    if (obstacle !== null) return obstacle;
  }
  return null;
}

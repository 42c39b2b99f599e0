import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import type { Simulation } from '../engine/simulation';
import { moveObstacle } from '../resources/placement';
import { machinesOf } from '../resources/role-ownership';
import type { MachineState } from '../state/machine-state';
import type { RoleState } from '../state/role-state';
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
  const processor = processorObstacle(sim, machine, node);
  if (processor !== null) return processor;
  if (migrationNetwork(sim, role.owner, node) !== undefined) return null;
  const nodes = `${sim.node(role.owner).name} and ${sim.node(node).name}`;
  return clusterError('refused', `No network for live migration works between ${nodes}.`);
}

/** Live migration between processor vendors is impossible; between models of one vendor it needs processor compatibility mode. */
function processorObstacle(sim: Simulation, machine: MachineState, node: string): ClusterError | null {
  const [from, to] = [sim.node(machine.host), sim.node(node)];
  if (from.processor.vendor !== to.processor.vendor) {
    return clusterError(
      'refused',
      `${to.name} has a processor of ${to.processor.vendor}, ${from.name} one of ${from.processor.vendor}.`,
      { advice: 'Use quick migration after shutting the machine down.' },
    );
  }
  if (from.processor.model === to.processor.model || machine.cpuCompatibility) return null;
  return clusterError(
    'refused',
    `The processor of ${to.name} (${to.processor.model}) differs from that of ${from.name} (${from.processor.model}).`,
    { advice: `Turn on processor compatibility for ${machine.name}.` },
  );
}

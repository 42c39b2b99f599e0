import type { Destination } from '#shared/contract/queries';
import type { MigrationPrediction } from '#shared/model/live-migration';
import { findRole } from '../commands/find';
import { Refusal } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { guestsWithRole } from '../guest-clusters/guest-names';
import { handoverTime } from '../hyperv/handover-time';
import { migrationRate } from '../hyperv/links';
import { predictLiveMigration } from '../hyperv/migration-model';
import { migrationNetwork } from '../hyperv/migration-network';
import { liveDestinationObstacle, liveMigrationObstacle, moveDestinationObstacle } from '../hyperv/migration-obstacles';
import { predictQuickMigration } from '../hyperv/quick-migration';
import { bestCandidates, formerOwner, mostFreeMemory, withoutAffine } from '../resources/placement';
import { machinesOf } from '../resources/role-ownership';
import type { RoleState } from '../state/role-state';
import { memoryAvailable } from './project-nodes';

/** How a role would move. */
export type MoveKind = 'move' | 'live' | 'quick';

function obstacleOf(sim: Simulation, role: RoleState, kind: MoveKind, node: string): string | null {
  const { name } = sim.node(node);
  if (node === role.owner) return `${role.name} is already on ${name}.`;
  const obstacle =
    kind === 'live'
      ? (liveMigrationObstacle(sim, role) ?? liveDestinationObstacle(sim, role, node))
      : moveDestinationObstacle(sim, role, node, kind === 'quick' ? 'save' : 'offlineAction');
  return obstacle?.message ?? null;
}

function prediction(sim: Simulation, role: RoleState, kind: MoveKind, node: string): MigrationPrediction | null {
  const [machine] = machinesOf(sim, role);
  if (machine === undefined || role.owner === null || machine.state !== 'Running') return null;
  if (kind !== 'live') return predictQuickMigration(sim, role, machine);
  const network = migrationNetwork(sim, role.owner, node);
  const rate = network === undefined ? 0 : migrationRate(sim, network.id);
  return predictLiveMigration(machine, rate, sim.db.settings, handoverTime(sim, role));
}

function warningOf(
  sim: Simulation,
  role: RoleState,
  node: string,
  kind: MoveKind,
  predicted: MigrationPrediction | null,
): string | null {
  if (kind === 'live' && predicted !== null && predicted.downtime > sim.db.settings.tcpTimeout) {
    return 'The interruption would be so long that clients lose their connections.';
  }
  const others = [...sim.db.records.keys()];
  const passedOver = role.antiAffinity.length > 0 && !withoutAffine(sim, role, others).includes(node);
  return passedOver ? `${sim.node(node).name} already hosts a role of the same anti-affinity class.` : null;
}

/** The nodes a role could move to, each with what it would cost or why not, and which "best possible node" would choose. */
export function destinationsOf(hosts: Simulation, name: string, kind: MoveKind): readonly Destination[] {
  const sim = guestsWithRole(hosts, name) ?? hosts;
  let role: RoleState;
  try {
    role = findRole(sim, name);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
  const candidates = bestCandidates(sim, role, (node) => obstacleOf(sim, role, kind, node) === null);
  const former = formerOwner(role, candidates);
  const [first] = role.preferredOwners.length > 0 ? candidates : mostFreeMemory(sim, candidates);
  const best = former ?? first;
  return [...sim.db.records.keys()].map((node) => {
    const excluded = obstacleOf(sim, role, kind, node);
    const predicted = excluded === null ? prediction(sim, role, kind, node) : null;
    const state = sim.node(node);
    return {
      node: state.name,
      excluded,
      best: node === best,
      memoryAvailable: memoryAvailable(sim, state),
      predicted,
      warning: excluded === null ? warningOf(sim, role, node, kind, predicted) : null,
    };
  });
}

import { refuse } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { beginDrain, moveByCluster } from '../membership/drain';
import { failWaitingTo } from '../hyperv/live-migration';
import { movesStorage } from '../hyperv/storage-migration';
import { announceRoom } from '../hyperv/machine-power';
import { clusterMoveObstacle } from '../hyperv/cluster-moves';
import { failBackTo } from '../resources/failback';
import { isAlive } from '../membership/alive';
import type { NodeState } from '../state/node-state';
import type { CommandHandlers } from './command-handler';
import { findMember, requireRunning, requireStaying } from './find';

/** Roles that a drain took away come back, as far as the node can take them. */
function bringBack(sim: Simulation, node: NodeState, all: boolean): void {
  const record = sim.record(node.id);
  const roles = record.drained.flatMap((id) => sim.db.roles.get(id) ?? []);
  record.drained = [];
  for (const role of roles) {
    if (role.owner === null || role.owner === node.id || role.transition !== null || movesStorage(sim, role)) continue;
    if (!isAlive(sim, role.owner)) continue;
    if (!all && role.failback.kind !== 'immediate') continue;
    if (clusterMoveObstacle(sim, role, node.id) === null)
      moveByCluster(sim, role, node.id, { cause: 'failback', parent: null });
  }
}

/** Commands that pause and resume members. */
export const nodeCommands: CommandHandlers<'node.pause' | 'node.resume'> = {
  'node.pause': (sim, input, operation) => {
    requireRunning(sim);
    requireStaying(sim);
    const node = findMember(sim, input.node);
    const record = sim.record(node.id);
    const destination = !input.drain || input.destination === undefined ? null : findMember(sim, input.destination).id;
    if (input.drain && !sim.db.settings.nodeDrain) {
      refuse(
        `Windows Server ${sim.state.release} cannot drain a node.`,
        undefined,
        'Pause it and move its roles yourself.',
        'unsupported',
      );
    }
    if (record.drain.status === 'InProgress')
      refuse(`${node.name} is already being drained.`, undefined, 'Wait until that is done, or resume it.');
    record.paused = true;
    failWaitingTo(sim, node.id);
    sim.touch('nodes', node.id);
    if (!input.drain) return 'Paused';
    beginDrain(sim, node.id, { operation: operation.id, destination, then: 'pause' });
    return null;
  },
  'node.resume': (sim, input) => {
    requireRunning(sim);
    const node = findMember(sim, input.node);
    const record = sim.record(node.id);
    if (!record.paused) refuse(`${node.name} is not paused.`);
    record.paused = false;
    if (record.drain.status !== 'InProgress') record.drain.status = 'NotInitiated';
    record.drain.ended = 'NotInitiated';
    sim.touch('nodes', node.id);
    announceRoom(sim);
    if (input.failback === 'none') record.drained = [];
    else bringBack(sim, node, input.failback === 'immediate');
    if (input.failback === 'policy' || !sim.db.settings.nodeDrain) failBackTo(sim, node.id);
    return 'Resumed';
  },
};

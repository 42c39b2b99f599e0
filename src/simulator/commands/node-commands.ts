import { refuse, windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { beginDrain, moveByCluster } from '../membership/drain';
import { formCluster } from '../membership/form';
import { onServiceStart } from '../membership/join';
import { canLeave } from '../membership/leave';
import { leavingCostsQuorum } from '../membership/drain-end';
import { endQuarantine } from '../membership/quarantine';
import { assignVotes } from '../membership/votes';
import { witnessOnline } from '../membership/witness';
import { inPartitionOf } from '../membership/node-power';
import { announceRoom } from '../hyperv/machine-power';
import { failBackTo } from '../resources/failback';
import { moveObstacle } from '../resources/placement';
import type { NodeState } from '../state/node-state';
import type { CommandHandlers } from './command-handler';
import { findMember, findNode, requireRunning } from './find';

/** Roles that a drain took away come back, as far as the node can take them. */
function bringBack(sim: Simulation, node: NodeState, all: boolean): void {
  const record = sim.record(node.id);
  const roles = record.drained.flatMap((id) => sim.db.roles.get(id) ?? []);
  record.drained = [];
  for (const role of roles) {
    if (role.owner === node.id || role.transition !== null) continue;
    if (!all && role.failback.kind !== 'immediate') continue;
    if (moveObstacle(sim, role, node.id) === null) moveByCluster(sim, role, node.id, { cause: 'failback', parent: null });
  }
}

/** Starts a node by force: it forms a partition without asking for votes. */
function forceStart(sim: Simulation, node: NodeState): void {
  if (sim.running) refuse(`The cluster runs: ${node.name} can join it.`, undefined, 'Start it without force quorum.');
  node.service = 'waiting';
  formCluster(sim, [node.id], { forced: true });
}

/** Commands about nodes that are members or want to be. */
export const nodeCommands: CommandHandlers<
  'node.pause' | 'node.resume' | 'node.startService' | 'node.stopService' | 'node.setVote'
> = {
  'node.pause': (sim, input, operation) => {
    requireRunning(sim);
    const node = findMember(sim, input.node);
    const record = sim.record(node.id);
    const destination = input.destination === undefined ? null : findMember(sim, input.destination).id;
    if (input.drain && !sim.db.settings.nodeDrain) {
      refuse(`Windows Server ${sim.state.release} cannot drain a node.`, undefined, 'Pause it and move its roles yourself.', 'unsupported');
    }
    if (record.paused && !input.drain) refuse(`${node.name} is already paused.`, windowsErrors.nodePaused);
    if (record.drain.status === 'InProgress') refuse(`${node.name} is already being drained.`);
    record.paused = true;
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
    sim.touch('nodes', node.id);
    announceRoom(sim);
    if (input.failback === 'none') record.drained = [];
    else bringBack(sim, node, input.failback === 'immediate');
    if (input.failback === 'policy') failBackTo(sim, node.id);
    return 'Resumed';
  },
  'node.startService': (sim, input) => {
    const node = findNode(sim, input.node);
    if (input.clearQuarantine === true) endQuarantine(sim, node.id);
    if (!node.powered) refuse(`${node.name} has no power.`, windowsErrors.nodeDown, 'Turn it on first.');
    if (node.service === 'running') refuse(`The cluster service on ${node.name} already runs.`, windowsErrors.nodeUp);
    node.preventQuorum = input.preventQuorum ?? false;
    sim.cancel(node.starting);
    node.starting = null;
    if (input.forceQuorum === true) forceStart(sim, node);
    else {
      node.service = 'stopped';
      onServiceStart(sim, node.id);
    }
    return node.database === null ? 'The service started and waits for a cluster' : 'Started';
  },
  'node.stopService': (sim, input, operation) => {
    const node = findNode(sim, input.node);
    if (node.service === 'waiting') {
      sim.cancel(node.starting);
      node.starting = null;
      node.service = 'stopped';
      sim.touch('nodes', node.id);
      return 'Stopped';
    }
    return inPartitionOf(sim, node.id, () => {
      findMember(sim, input.node);
      if (!canLeave(sim, node.id)) refuse(leavingCostsQuorum(node.name), windowsErrors.noQuorum, 'Use Shut Down Cluster.');
      beginDrain(sim, node.id, { operation: operation.id, destination: null, then: 'stop' });
      return null;
    });
  },
  'node.setVote': (sim, { node: name, vote }) => {
    requireRunning(sim);
    const node = findNode(sim, name);
    sim.record(node.id).weight = vote;
    assignVotes(sim, sim.db.members, witnessOnline(sim));
    return 'Set';
  },
};

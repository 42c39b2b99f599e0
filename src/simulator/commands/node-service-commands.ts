import { refuse, windowsErrors } from '../engine/refusal';
import { lookUp, type Simulation } from '../engine/simulation';
import { beginDrain } from '../membership/drain';
import { leavingCostsQuorum } from '../membership/drain-end';
import { onServiceStart } from '../membership/join';
import { canLeave } from '../membership/leave';
import { inPartitionOf } from '../membership/partition-of';
import { endQuarantine } from '../membership/quarantine';
import { keepsQuorum, reconsiderVotes } from '../membership/quorum-change';
import { isDynamic } from '../membership/votes';
import type { NodeState } from '../state/node-state';
import type { CommandHandlers } from './command-handler';
import { findNode, findServer, requireRunning, requireStaying } from './find';

/** The node of a name in the configuration that it has itself, wherever it belongs to now. */
function findOwn(sim: Simulation, name: string): NodeState {
  const node = findServer(sim, name);
  return inPartitionOf(sim, node.id, () => findNode(sim, name));
}

/** Clears a quarantine in every configuration that knows of it. */
function clearQuarantine(sim: Simulation, node: string): void {
  for (const database of sim.state.databases.values()) sim.within(database, () => endQuarantine(sim, node));
}

function howItStands(sim: Simulation, node: NodeState): string {
  if (node.service === 'running') return 'Started';
  const { quarantine } = lookUp(lookUp(sim.state.databases, node.copy).records, node.id);
  return quarantine === null
    ? 'The service started and waits for a cluster'
    : 'The service started; the node is in quarantine';
}

function requireGoodVote(sim: Simulation, node: NodeState, vote: 0 | 1): void {
  const record = sim.record(node.id);
  const before = record.weight;
  record.weight = vote;
  const keeps = keepsQuorum(sim, {
    dynamic: isDynamic(sim),
    mode: sim.db.quorum.mode,
    witness: sim.db.quorum.witness !== null,
  });
  record.weight = before;
  if (!keeps) refuse(`Without the vote of ${node.name} the cluster would lose its quorum.`, windowsErrors.noQuorum);
}

/** Commands about the cluster service and the vote of a node. */
export const nodeServiceCommands: CommandHandlers<'node.startService' | 'node.stopService' | 'node.setVote'> = {
  'node.startService': (sim, input) => {
    const node = findOwn(sim, input.node);
    if (input.forceQuorum === true && input.preventQuorum === true) {
      refuse('Force quorum and prevent quorum exclude each other.', undefined, undefined, 'badInput');
    }
    if (!node.powered) refuse(`${node.name} has no power.`, windowsErrors.nodeDown, 'Turn it on first.');
    if (input.clearQuarantine === true) clearQuarantine(sim, node.id);
    if (node.service === 'running') return 'It already runs';
    node.preventQuorum = input.preventQuorum ?? false;
    node.forceQuorum = (input.forceQuorum ?? false) && !inPartitionOf(sim, node.id, () => sim.isMember(node.id));
    if (node.booting) return 'The service starts when the node has booted';
    onServiceStart(sim, node.id);
    return howItStands(sim, node);
  },
  'node.stopService': (sim, input, operation) => {
    const node = findOwn(sim, input.node);
    if (node.service !== 'running') {
      if (!node.booting) sim.cancel(node.starting);
      if (!node.booting) node.starting = null;
      node.service = 'stopped';
      sim.touch('nodes', node.id);
      return 'It does not run';
    }
    return inPartitionOf(sim, node.id, () => {
      requireStaying(sim);
      if (!canLeave(sim, node.id))
        refuse(leavingCostsQuorum(node.name), windowsErrors.noQuorum, 'Use Shut Down Cluster.');
      beginDrain(sim, node.id, { operation: operation.id, destination: null, then: 'stop' });
      return null;
    });
  },
  'node.setVote': (sim, { node: name, vote }) => {
    requireRunning(sim);
    const node = findNode(sim, name);
    if (sim.record(node.id).weight === vote) return 'It already is so';
    requireGoodVote(sim, node, vote);
    sim.record(node.id).weight = vote;
    sim.touch('nodes', node.id);
    reconsiderVotes(sim);
    return 'Set';
  },
};

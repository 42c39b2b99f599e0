import { attached } from '../fabric/reachability';
import type { Simulation } from '../engine/simulation';
import { diskReachable, hasAccess } from '../storage/disk-paths';
import { aliveMembers } from './alive';

/** Whether a node reaches the witness as it physically is: a disk over its paths, a share or cloud over a network for clients. */
export function nodeReachesWitness(sim: Simulation, node: string): boolean {
  const { witness } = sim.db.quorum;
  if (witness === null) return false;
  if (witness.kind === 'disk') return diskReachable(sim, sim.disk(witness.disk), node);
  if (!sim.state.witnessWorking) return false;
  for (const network of sim.state.networks.values()) {
    if (network.role === 'clusterAndClient' && attached(sim, network, node)) return true;
  }
  return false;
}

/** Whether the health check of the witness on a node succeeds: I/O to a disk may still wait for a path. */
export function witnessAnswers(sim: Simulation, node: string): boolean {
  const { witness } = sim.db.quorum;
  return witness?.kind === 'disk' ? hasAccess(sim, sim.disk(witness.disk), node) : nodeReachesWitness(sim, node);
}

/** What the witness is called: its disk, share or address; null without one. */
export function witnessName(sim: Simulation): string | null {
  const { witness } = sim.db.quorum;
  if (witness === null) return null;
  return witness.kind === 'disk' ? sim.disk(witness.disk).name : witness.address;
}

/** Whether some of these nodes reach the witness. */
export function reachesWitness(sim: Simulation, nodes: readonly string[]): boolean {
  return nodes.some((node) => nodeReachesWitness(sim, node));
}

/** Whether the witness is there for the running partition: its resource is online. */
export function witnessOnline(sim: Simulation): boolean {
  const { witness } = sim.db.quorum;
  return witness !== null && sim.running && sim.resource(witness.resource).state === 'Online';
}

/** Whether the witness counts among the votes that are there, as the partition knows it. */
export function witnessCounts(sim: Simulation): boolean {
  return sim.running && (witnessOnline(sim) || witnessThere(sim));
}

/**
 * Whether the running partition can count on its witness: it is meant to be online, has not failed, and a member reaches it.
 * One that is on its way from node to node with the core group is there; offline or failed it never votes.
 */
export function witnessThere(sim: Simulation): boolean {
  const { witness } = sim.db.quorum;
  if (witness === null) return false;
  const { wanted, state } = sim.resource(witness.resource);
  return wanted && state !== 'Failed' && reachesWitness(sim, aliveMembers(sim));
}

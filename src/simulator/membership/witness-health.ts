import type { Simulation } from '../engine/simulation';
import { setResourceState, stopTimer } from '../resources/resource-state-change';
import { reachesWitness } from './quorum-decision';
import { assignVotes } from './votes';

/** The witness cannot be reached any more: its resource fails, and with dynamic witness its vote goes (1562 for a share). */
export function onWitnessBroken(sim: Simulation): void {
  const { witness } = sim.db.quorum;
  if (witness === null || !sim.running) return;
  const resource = sim.resource(witness.resource);
  if (witness.kind === 'disk') sim.disk(witness.disk).working = false;
  if (reachesWitness(sim, sim.db.members) || resource.state === 'Failed') return;
  stopTimer(sim, resource);
  resource.reason = 'The witness cannot be reached.';
  setResourceState(sim, resource, 'Failed');
  const role = sim.role(resource.role);
  const node = role.owner ?? sim.db.members[0] ?? '';
  if (witness.kind === 'share') sim.log(1562, node, { kind: 'resource', name: resource.name }, witness.address);
  sim.log(1069, node, { kind: 'resource', name: resource.name }, resource.name, resource.type, role.name, resource.reason);
  assignVotes(sim, sim.db.members, false);
}

/** The witness answers again: its resource comes online and votes are set anew. */
export function onWitnessRepaired(sim: Simulation): void {
  const { witness } = sim.db.quorum;
  if (witness === null) return;
  if (witness.kind === 'disk') sim.disk(witness.disk).working = true;
  if (!sim.running || !reachesWitness(sim, sim.db.members)) return;
  const resource = sim.resource(witness.resource);
  if (resource.state !== 'Failed') return;
  resource.reason = null;
  setResourceState(sim, resource, 'Online');
  assignVotes(sim, sim.db.members, true);
}

import type { Simulation } from '../engine/simulation';
import { regainPlainVolumes } from '../storage/plain-storage';
import { forgetUnused } from './databases';

/**
 * A node runs the present partition from now on, with its configuration. One that has the configuration of another partition
 * loses what it changed there (5396).
 */
export function becomeMember(sim: Simulation, id: string): void {
  const node = sim.node(id);
  sim.db.members = [...sim.db.members, id].sort((a, b) => sim.node(a).number - sim.node(b).number);
  sim.cancel(node.starting);
  node.starting = null;
  node.service = 'running';
  node.database = sim.db.id;
  node.preventQuorum = false;
  regainPlainVolumes(sim, id);
  sim.touch('nodes', id);
  if (sim.db.shutdown !== null) sim.soon({ type: 'shutdown.check' });
  if (node.copy === sim.db.id) return;
  node.copy = sim.db.id;
  sim.log(5396, id, { kind: 'node', name: node.name }, node.name);
  forgetUnused(sim);
}

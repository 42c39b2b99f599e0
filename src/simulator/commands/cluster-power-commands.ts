import type { Simulation } from '../engine/simulation';
import { refuse } from '../engine/refusal';
import { beginWaiting } from '../membership/join';
import { shutDown } from '../membership/shut-down';
import { awakeWaiting } from '../membership/waiting';
import type { CommandHandlers } from './command-handler';
import { requireRunning } from './find';

/** Starts the service on every node that has power and does not run it. */
function startAll(sim: Simulation): number {
  let started = 0;
  for (const id of sim.db.records.keys()) {
    const node = sim.node(id);
    if (!node.powered || node.booting || node.service === 'running') continue;
    beginWaiting(sim, id);
    started += 1;
  }
  awakeWaiting(sim);
  return started;
}

/** Commands that stop and start the whole cluster. */
export const clusterPowerCommands: CommandHandlers<'cluster.shutDown' | 'cluster.start'> = {
  'cluster.shutDown': (sim, _input, operation) => {
    requireRunning(sim);
    if (sim.db.shutdown !== null)
      refuse(`${sim.db.name} is already shutting down.`, undefined, 'Wait until it has stopped.');
    shutDown(sim, operation.id);
    return null;
  },
  'cluster.start': (sim) => {
    if (!sim.state.formed) refuse(`${sim.db.name} has not been created yet.`, undefined, 'Use Create Cluster first.');
    if (sim.running) return 'It already runs';
    const started = startAll(sim);
    if (started === 0) refuse('No node has power.', undefined, 'Turn a node on first.');
    return 'The service started on every node that has power';
  },
};

import { failMigrationsOf } from '../hyperv/live-migration';
import { pauseCritical } from '../hyperv/critical-pause';
import { stopMachine } from '../hyperv/machine-power';
import type { Simulation } from '../engine/simulation';

/** The cluster service of a node does not run any more, whatever its partition knows of it yet. */
export function endService(sim: Simulation, id: string): void {
  const node = sim.node(id);
  node.service = 'stopped';
  node.database = null;
  node.configurationVersion = sim.db.version;
  sim.touch('nodes', id);
}

/**
 * A node without quorum stops its cluster service (1177) and starts it again after `serviceRestart`. Where the release has
 * resiliency its machines stand still and keep their memory; before, they are turned off.
 */
export function stopForLackOfQuorum(sim: Simulation, id: string): void {
  sim.log(1177, id, { kind: 'node', name: sim.node(id).name }, sim.node(id).name);
  failMigrationsOf(sim, id, `${sim.node(id).name} lost quorum.`);
  endService(sim, id);
  holdMachines(sim, id);
  startServiceLater(sim, id, sim.db.settings.serviceRestart);
}

/** The machines of a node whose cluster service ended without them. */
export function holdMachines(sim: Simulation, node: string): void {
  for (const machine of sim.index.machinesOn(node)) {
    if (machine.role === null || machine.state === 'Off' || machine.state === 'Saved') continue;
    if (sim.db.settings.resiliencyPeriod > 0 && machine.memoryOn === node && machine.state === 'Running') {
      pauseCritical(sim, machine);
    } else stopMachine(sim, machine, 'Off');
  }
}

/** The service of a node starts by itself after a time. */
export function startServiceLater(sim: Simulation, id: string, after: number): void {
  const node = sim.node(id);
  sim.cancel(node.starting);
  node.starting = sim.schedule(sim.now + after, { type: 'service.start', node: id });
}

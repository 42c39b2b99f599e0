import { fabricChanged } from '../fabric/fabric-change';
import type { Simulation } from '../engine/simulation';
import { releaseMemory, stopMachine } from '../hyperv/machine-power';
import { stopFlow } from '../hyperv/flows';
import { forgetHeartbeats, loseAtOnce } from './heartbeats';
import { stopCluster } from './stopped-cluster';
import { holdMachines, startServiceLater } from './service';
import { onServiceStart } from './join';

/** Does something for the partition that a node belongs to, or for the one that is shown when it belongs to none. */
export function inPartitionOf<T>(sim: Simulation, id: string, work: () => T): T {
  const { database } = sim.node(id);
  const own = database === null ? undefined : sim.state.databases.get(database);
  return own === undefined ? work() : sim.within(own, work);
}

/** A node loses power: its memory is gone at once, but the others know only when its heartbeats have been missed. */
export function losePower(sim: Simulation, id: string): void {
  const node = sim.node(id);
  if (!node.powered) return;
  node.powered = false;
  node.service = 'stopped';
  sim.cancel(node.starting);
  node.starting = null;
  for (const machine of sim.index.machinesOn(id)) {
    releaseMemory(sim, machine);
    sim.cancel(machine.booting);
    machine.booting = null;
    if (machine.role === null && machine.state !== 'Saved') stopMachine(sim, machine, 'Off');
  }
  stopFlowsOf(sim, id);
  sim.touch('nodes', id);
  stopIfDeserted(sim);
  fabricChanged(sim);
}

/** When the last member dies nobody is left to notice: the cluster has stopped. */
function stopIfDeserted(sim: Simulation): void {
  const lives = sim.db.members.some((member) => sim.node(member).powered && sim.node(member).service === 'running');
  if (!sim.running || lives) return;
  stopCluster(sim);
  forgetHeartbeats(sim);
}

/** Memory that was being written or read on a node without power goes nowhere. */
function stopFlowsOf(sim: Simulation, node: string): void {
  for (const flow of [...sim.state.flows.values()]) {
    if (flow.purpose.kind !== 'memory') continue;
    const resource = sim.db.resources.get(flow.purpose.resource);
    if (resource !== undefined && sim.role(resource.role).owner === node) stopFlow(sim, flow.id, sim.now);
  }
}

/** A node gets power: it boots, and its service joins after `nodeBoot`. */
export function powerOn(sim: Simulation, id: string): void {
  const node = sim.node(id);
  if (node.powered) return;
  node.powered = true;
  sim.cancel(node.starting);
  node.starting = sim.schedule(sim.now + sim.db.settings.nodeBoot, { type: 'node.booted', node: id });
  sim.touch('nodes', id);
  fabricChanged(sim);
}

/** The node has booted: its cluster service starts. */
export function onNodeBooted(sim: Simulation, id: string): void {
  onServiceStart(sim, id);
}

/**
 * The cluster service of a node crashes: noticed at once, because its connections close, and an ungraceful leave. It starts
 * again after `serviceRestart`.
 */
export function crashService(sim: Simulation, id: string): void {
  const node = sim.node(id);
  if (node.service === 'stopped') return;
  const wasMember = node.service === 'running';
  node.service = 'stopped';
  sim.touch('nodes', id);
  startServiceLater(sim, id, sim.db.settings.serviceRestart);
  if (!wasMember) return;
  holdMachines(sim, id);
  stopIfDeserted(sim);
  loseAtOnce(sim, id);
  fabricChanged(sim);
}

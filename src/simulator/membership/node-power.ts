import { fabricChanged } from '../fabric/fabric-change';
import type { Simulation } from '../engine/simulation';
import { releaseMemory } from '../hyperv/machine-power';
import { losePlain } from '../hyperv/plain-machine';
import { stopFlow } from '../hyperv/flows';
import { aliveMembers } from './alive';
import { loseAtOnce } from './heartbeats';
import { onServiceStart } from './join';
import { inPartitionOf } from './partition-of';
import { endPartition } from './quorum-loss';
import { endService, startServiceLater } from './service';

/** A node loses power: its memory is gone at once, but the others know only when its heartbeats have been missed. */
export function losePower(sim: Simulation, id: string): void {
  const node = sim.node(id);
  if (!node.powered) return;
  node.powered = false;
  node.booting = false;
  inPartitionOf(sim, id, () => {
    sim.cancel(node.starting);
    node.starting = null;
    if (node.service === 'running') endService(sim, id);
    node.service = 'stopped';
    for (const machine of sim.index.machinesOn(id)) {
      releaseMemory(sim, machine);
      sim.cancel(machine.booting);
      machine.booting = null;
      if (machine.role === null) losePlain(sim, machine, `${node.name} lost its power.`);
    }
    stopFlowsOf(sim, id);
    sim.touch('nodes', id);
    stopIfDeserted(sim);
  });
  fabricChanged(sim);
}

/** When the last member dies nobody is left to notice: the cluster has stopped. */
function stopIfDeserted(sim: Simulation): void {
  if (sim.running && aliveMembers(sim).length === 0) endPartition(sim);
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
  node.booting = true;
  sim.cancel(node.starting);
  node.starting = sim.schedule(sim.now + sim.db.settings.nodeBoot, { type: 'node.booted', node: id });
  sim.touch('nodes', id);
  fabricChanged(sim);
}

/** The node has booted: its cluster service starts. */
export function onNodeBooted(sim: Simulation, id: string): void {
  sim.node(id).booting = false;
  onServiceStart(sim, id);
}

/**
 * The cluster service of a node crashes: noticed at once, because its connections close, and an ungraceful leave. It starts
 * again after `serviceRestart`.
 */
export function crashService(sim: Simulation, id: string): void {
  const node = sim.node(id);
  if (node.service === 'stopped') return;
  inPartitionOf(sim, id, () => {
    const member = node.service === 'running';
    if (member) endService(sim, id);
    node.service = 'stopped';
    sim.touch('nodes', id);
    startServiceLater(sim, id, sim.db.settings.serviceRestart);
    if (!member) return;
    stopIfDeserted(sim);
    loseAtOnce(sim, id);
  });
}

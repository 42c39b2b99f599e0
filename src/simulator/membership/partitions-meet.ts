import { clusterConnected } from '../fabric/reachability';
import type { Simulation } from '../engine/simulation';
import { failMigrationsOf } from '../hyperv/live-migration';
import type { DatabaseState } from '../state/database-state';
import { aliveMembers } from './alive';
import { newestFirst } from './databases';
import { nextBeat } from './patience';
import { endPartition } from './quorum-loss';
import { endService, startServiceLater } from './service';

/** The partition started by force last that another one reaches; undefined: none overrules it. */
function overruledBy(sim: Simulation, partition: DatabaseState): DatabaseState | undefined {
  const newer = newestFirst(sim);
  const alive = sim.within(partition, () => aliveMembers(sim));
  return newer
    .slice(0, newer.indexOf(partition))
    .find(({ members }) => members.some((a) => alive.some((b) => clusterConnected(sim, a, b))));
}

/** Two running partitions that reach each other hear each other's next beat. */
export function watchPartitions(sim: Simulation): void {
  const running = newestFirst(sim).filter(({ members }) => members.length > 0);
  if (running.length < 2 || !running.some((partition) => overruledBy(sim, partition) !== undefined)) return;
  sim.schedule(nextBeat(sim.now, sim.db.settings.sameSubnetDelay), { type: 'partitions.meet' });
}

/** The one that was not started by force stops (5396): its nodes lose what they changed, start again and join the other. */
export function onPartitionsMeet(sim: Simulation): void {
  for (const partition of newestFirst(sim)) {
    const winner = partition.members.length === 0 ? undefined : overruledBy(sim, partition);
    if (winner !== undefined) sim.within(partition, () => giveWay(sim, winner));
  }
}

function giveWay(sim: Simulation, winner: DatabaseState): void {
  for (const id of aliveMembers(sim)) {
    const node = sim.node(id);
    sim.log(5396, id, { kind: 'node', name: node.name }, node.name);
    failMigrationsOf(sim, id, 'The partition stopped.');
    endService(sim, id);
    node.copy = winner.id;
    node.configurationVersion = 0;
    startServiceLater(sim, id, sim.db.settings.serviceRestart);
  }
  endPartition(sim);
}

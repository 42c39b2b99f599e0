import { lookUp, type Simulation } from '../engine/simulation';
import { shareAround } from '../hyperv/flows';
import { failMigration } from '../hyperv/live-migration';
import { watchHeartbeats } from '../membership/heartbeats';
import { watchPartitions } from '../membership/partitions-meet';
import { awakeWaiting } from '../membership/waiting';
import { watchPaths } from '../storage/path-watch';
import { checkNetworks } from './network-states';
import { connected } from './reachability';

/** Something physical changed: heartbeats, interface states, the witness, migrations and waiting nodes look at it anew. */
export function fabricChanged(sim: Simulation): void {
  sim.changes.fabric = true;
  sim.touchSingle('storage');
  sim.touchSingle('quorum');
  for (const database of [...sim.state.databases.values()]) {
    sim.within(database, () => {
      watchHeartbeats(sim);
      checkNetworks(sim);
      failBrokenMigrations(sim);
    });
  }
  watchPartitions(sim);
  watchPaths(sim);
  shareAround(sim, [...sim.index.flowsByLink.keys()], sim.now);
  awakeWaiting(sim);
}

/** A migration whose network broke fails; one whose peer lost power stands still until the peer leaves the membership. */
function failBrokenMigrations(sim: Simulation): void {
  for (const id of [...sim.db.migrations]) {
    const { network, phase, from, to } = lookUp(sim.state.migrations, id);
    if (network === null || phase === 'handover' || phase === 'resume') continue;
    if (!sim.node(from).powered || !sim.node(to).powered || connected(sim, sim.network(network), from, to)) continue;
    failMigration(
      sim,
      lookUp(sim.state.migrations, id),
      `Network ${sim.network(network).name} broke during the migration.`,
    );
  }
}

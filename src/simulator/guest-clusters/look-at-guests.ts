import type { Simulation } from '../engine/simulation';
import { lookUp } from '../engine/simulation';
import { fabricChanged } from '../fabric/fabric-change';
import { aliveMembers } from '../membership/alive';
import { stopListening } from '../membership/heartbeats';
import { mirrorDisks } from './guest-disks';
import { mirrorNetworks } from './guest-networks';
import { setPresence } from './guest-presence-change';
import { presenceOf } from './presence';

/**
 * Lets guest clusters see what has become of their machines, their networks and their disk. Comes after everything that happens
 * to their hosts, so that no rule of the hosts has to know of them; costs nothing where there are none.
 */
export function lookAtGuests(sim: Simulation): void {
  for (const [id, guests] of sim.guests) {
    const cluster = lookUp(sim.state.guestClusters, id);
    let changed = mirrorNetworks(sim, guests);
    for (const machine of cluster.nodes.keys()) {
      if (setPresence(guests, machine, presenceOf(sim, sim.machine(machine)))) changed = true;
    }
    if (mirrorDisks(sim, guests, cluster)) changed = true;
    if (!changed) continue;
    fabricChanged(guests);
    for (const database of guests.state.databases.values()) {
      guests.within(database, () => {
        if (guests.running && aliveMembers(guests).length === 0) stopListening(guests);
      });
    }
    guests.showPrimary();
  }
}

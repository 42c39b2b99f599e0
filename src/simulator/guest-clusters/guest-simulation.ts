import type { SnapshotListName } from '#shared/model/snapshot';
import { Simulation } from '../engine/simulation';
import type { GuestClusterState } from '../state/guest-cluster-state';
import { isShownByHosts } from './guest-names';
import { guestState } from './guest-state';

/** The simulation of a guest cluster: the same rules, with machines as nodes. What it changes is shown by its hosts' cluster. */
class GuestSimulation extends Simulation {
  constructor(
    private readonly hosts: Simulation,
    cluster: GuestClusterState,
  ) {
    super(guestState(hosts.state, cluster));
  }

  override touch(list: SnapshotListName, id: string): void {
    if (this.isShown(list, id)) this.hosts.touch(list, id);
  }

  /** Of a guest cluster the snapshot has roles with their resources, and the disk if it is one of the hosts' file. */
  private isShown(list: SnapshotListName, id: string): boolean {
    if (list === 'roles') return isShownByHosts(this.role(id));
    if (list === 'resources') return isShownByHosts(this.role(this.resource(id).role));
    return list === 'operations' || (list === 'disks' && this.hosts.state.disks.has(id));
  }

  override touchSingle(): void {
    // Cluster, quorum and storage of the snapshot are those of the hosts.
  }
}

/** Lets a guest cluster of the state be simulated. */
export function attachGuestCluster(sim: Simulation, cluster: GuestClusterState): Simulation {
  const guests = new GuestSimulation(sim, cluster);
  sim.guests.set(cluster.id, guests);
  return guests;
}

/** Lets all guest clusters of a state be simulated, after it was loaded. */
export function attachGuestClusters(sim: Simulation): Simulation {
  for (const cluster of sim.state.guestClusters.values()) attachGuestCluster(sim, cluster);
  return sim;
}

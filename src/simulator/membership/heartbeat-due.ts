import { checkNetworks } from '../fabric/network-states';
import type { Simulation } from '../engine/simulation';
import { noticeHeartbeats, watchHeartbeats } from './heartbeats';

/** Missed heartbeats, or ones that are back, are noticed: by the membership first, then as states of networks and interfaces. */
export function onHeartbeatDue(sim: Simulation): void {
  sim.db.heartbeat = null;
  noticeHeartbeats(sim);
  checkNetworks(sim);
  watchHeartbeats(sim, sim.now + 1);
}

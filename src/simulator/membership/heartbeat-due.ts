import { checkNetworks } from '../fabric/network-states';
import type { Simulation } from '../engine/simulation';
import { noticeHeartbeats, watchHeartbeats } from './heartbeats';

/**
 * Missed heartbeats, or ones that are back, are noticed: by the membership first, then as states of networks and interfaces. What is
 * noticed at the moment at which a regroup ends is no part of it any more: the regroup ends first and looks at the heartbeats anew.
 */
export function onHeartbeatDue(sim: Simulation): void {
  sim.db.heartbeat = null;
  if (sim.db.regroup?.endsAt === sim.now) return;
  noticeHeartbeats(sim);
  checkNetworks(sim);
  watchHeartbeats(sim, sim.now + 1);
}

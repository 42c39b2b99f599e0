import type { NetworkState } from '../state/network-state';

/** Metric of a network: cluster-only networks before those with clients, the rest last (Windows: 30240, 70384 …, by role and speed). */
export function metricOf(role: NetworkState['role'], place: number): number {
  const start = { cluster: 30240, clusterAndClient: 70240, none: 79840 }[role];
  return start + place;
}

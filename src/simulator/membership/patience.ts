import { interfaceOf } from '../fabric/reachability';
import type { Simulation } from '../engine/simulation';
import type { NetworkState } from '../state/network-state';

/** How often a beat is sent, in milliseconds, and how many in a row may be missed. */
export interface Patience {
  readonly delay: number;
  readonly threshold: number;
}

/**
 * Nodes of different sites use the cross-site values, nodes whose addresses on a network lie in different subnets the cross-subnet
 * values. Null: a network that they have in common does not exist.
 */
export function patienceBetween(sim: Simulation, network: NetworkState | null, a: string, b: string): Patience {
  const { settings } = sim.db;
  const [siteA, siteB] = [sim.node(a).site, sim.node(b).site];
  if (siteA !== null && siteB !== null && siteA !== siteB) {
    return { delay: settings.crossSiteDelay, threshold: settings.crossSiteThreshold };
  }
  const [nicA, nicB] = network === null ? [] : [interfaceOf(sim, a, network.id), interfaceOf(sim, b, network.id)];
  if (nicA !== undefined && nicB !== undefined && !sim.index.inSameSubnet(nicA, nicB)) {
    return { delay: settings.crossSubnetDelay, threshold: settings.crossSubnetThreshold };
  }
  return { delay: settings.sameSubnetDelay, threshold: settings.sameSubnetThreshold };
}

/** The time of the first beat at or after a moment: beats go at whole multiples of the delay. */
export function nextBeat(now: number, delay: number): number {
  return Math.ceil(now / delay) * delay;
}

/** When missed beats are noticed: threshold x delay after the first missed one. */
export function noticedAt(firstMissed: number, { delay, threshold }: Patience): number {
  return firstMissed + threshold * delay;
}

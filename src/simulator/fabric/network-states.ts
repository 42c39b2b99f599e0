import type { Simulation } from '../engine/simulation';
import { missesBeats } from '../membership/heartbeats';
import type { InterfaceState, NetworkState } from '../state/network-state';
import { attached } from './reachability';

type Verdict = InterfaceState['known'];

/** Whether the loss of a connection is known: by missed heartbeats where the network carries them, else only a dead adapter tells, at once. */
function noticedBroken(sim: Simulation, network: NetworkState, a: string, b: string): boolean {
  if (network.role === 'none') return !attached(sim, network, a) || !attached(sim, network, b);
  const [first, second] = sim.node(a).number < sim.node(b).number ? [a, b] : [b, a];
  return missesBeats(sim, network, first, second);
}

/**
 * Failed: it reaches no other interface because its own adapter or the whole network is broken. Unreachable: it works, but at
 * least one other working interface cannot be reached (Windows' ClusterNetInterface states).
 */
function verdictOf(sim: Simulation, network: NetworkState, nic: InterfaceState, others: readonly InterfaceState[]): Verdict {
  const broken = others.filter((other) => noticedBroken(sim, network, nic.node, other.node));
  if (!attached(sim, network, nic.node)) return broken.length > 0 || others.length === 0 ? 'Failed' : nic.known;
  return broken.some((other) => attached(sim, network, other.node)) ? 'Unreachable' : 'Up';
}

/** Down: no node reaches another and fewer than two adapters work. Partitioned: some nodes do not reach each other. */
function networkVerdict(nics: readonly InterfaceState[]): NetworkState['known'] {
  const working = nics.filter((nic) => nic.known !== 'Failed').length;
  if (nics.length > 0 && working < Math.min(2, nics.length)) return 'Down';
  return nics.some((nic) => nic.known !== 'Up') ? 'Partitioned' : 'Up';
}

function announceInterface(sim: Simulation, network: NetworkState, nic: InterfaceState, verdict: Verdict): void {
  if (nic.known === verdict) return;
  nic.known = verdict;
  sim.touch('networkInterfaces', nic.id);
  if (verdict === 'Up') return;
  const node = sim.node(nic.node).name;
  const name = `${node} - ${network.name}`;
  const subject = { kind: 'networkInterface', name } as const;
  sim.log(verdict === 'Failed' ? 1127 : 1125, nic.node, subject, name, node, network.name);
}

/** A member that lost power or its cluster service says nothing of its interfaces any more: it leaves the membership. */
function isAlive(sim: Simulation, node: string): boolean {
  const { powered, service } = sim.node(node);
  return powered && service === 'running';
}

/** Tells what is known of the networks and interfaces of the members now: 1125, 1127, 1128, 1129, 1130. */
export function checkNetworks(sim: Simulation): void {
  const byNetwork = new Map<string, InterfaceState[]>();
  for (const nic of sim.state.interfaces.values()) {
    if (!sim.isMember(nic.node)) nic.known = 'Up';
    else if (isAlive(sim, nic.node)) byNetwork.set(nic.network, [...(byNetwork.get(nic.network) ?? []), nic]);
  }
  for (const network of sim.state.networks.values()) {
    const nics = byNetwork.get(network.id) ?? [];
    const verdicts = nics.map((nic) => verdictOf(sim, network, nic, nics.filter((other) => other !== nic)));
    nics.forEach((nic, place) => announceInterface(sim, network, nic, verdicts[place] ?? 'Up'));
    const known = networkVerdict(nics);
    if (known === network.known) continue;
    network.known = known;
    sim.touch('networks', network.id);
    const first = sim.db.members[0];
    const id = ({ Up: 1128, Partitioned: 1129, Down: 1130 } as const)[known];
    if (first !== undefined) sim.log(id, first, { kind: 'network', name: network.name }, network.name);
  }
}

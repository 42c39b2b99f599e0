import type { Simulation } from '../engine/simulation';
import { aliveMembers } from '../membership/alive';
import { knownBreaks } from '../membership/heartbeats';
import type { InterfaceState, NetworkState } from '../state/network-state';
import { attached, plugged } from './reachability';

/** Whether a node can send on a network. On one without heartbeats nobody notices that a node has no power. */
function sends(sim: Simulation, network: NetworkState, node: string): boolean {
  return network.role === 'none' ? plugged(sim, network, node) : attached(sim, network, node);
}

/**
 * Failed: it reaches no other interface because its own adapter or the whole network is broken. Unreachable: it works, but at
 * least one other working interface cannot be reached (Microsoft: CLUSTER_NETINTERFACE_STATE). That is known by missed heartbeats
 * where the network carries them, else only a dead adapter tells, at once.
 */
function verdictsOf(
  sim: Simulation,
  network: NetworkState,
  nics: readonly InterfaceState[],
): readonly InterfaceState['known'][] {
  const working = new Set(nics.flatMap(({ node }) => (sends(sim, network, node) ? [node] : [])));
  if (network.role === 'none') return nics.map(({ node }) => (working.has(node) ? 'Up' : 'Failed'));
  const breaks = knownBreaks(sim, network);
  const onNetwork = new Set(nics.map(({ node }) => node));
  const apartFrom = (node: string): readonly string[] =>
    [...(breaks.get(node) ?? [])].filter((other) => onNetwork.has(other));
  const unbroken = nics.flatMap(({ node, known }) => (known === 'Failed' ? [] : [node]));
  const failed = new Set(
    nics.flatMap(({ node, known }) => {
      if (working.has(node)) return [];
      const others = unbroken.filter((other) => other !== node);
      const alone = nics.length === 1 && sim.node(node).powered;
      return known === 'Failed' || alone || isKnownLost(sim, node, others, apartFrom(node)) ? [node] : [];
    }),
  );
  return nics.map(({ node, known }) => {
    if (failed.has(node)) return 'Failed';
    if (!working.has(node)) return known;
    return apartFrom(node).some((other) => !failed.has(other)) ? 'Unreachable' : 'Up';
  });
}

/**
 * Whether missed heartbeats tell that an interface is silent. What is apart because the other one is Failed tells nothing of it. A node
 * knows of its own adapter; that one is silent for lack of power only those know who miss it, all of them.
 */
function isKnownLost(sim: Simulation, node: string, others: readonly string[], apart: readonly string[]): boolean {
  if (!sim.node(node).powered) return others.length > 0 && others.every((other) => apart.includes(other));
  return others.length === 0 ? apart.length > 0 : apart.some((other) => others.includes(other));
}

/** Down: fewer than two adapters work, so that no node reaches another. Partitioned: some do not (Microsoft: CLUSTER_NETWORK_STATE). */
function networkVerdict(nics: readonly InterfaceState[]): NetworkState['known'] {
  const working = nics.filter((nic) => nic.known !== 'Failed').length;
  if (nics.length > 0 && working < Math.min(2, nics.length)) return 'Down';
  return nics.some((nic) => nic.known !== 'Up') ? 'Partitioned' : 'Up';
}

/** An interface Failed (1127) or is Unreachable (1125), as its node logs it, or another member where that node is dead. */
function announceInterface(
  sim: Simulation,
  network: NetworkState,
  nic: InterfaceState,
  verdict: InterfaceState['known'],
  alive: readonly string[],
): void {
  if (nic.known === verdict) return;
  nic.known = verdict;
  sim.touch('networkInterfaces', nic.id);
  const logs = alive.includes(nic.node) ? nic.node : alive[0];
  if (verdict === 'Up' || logs === undefined) return;
  const node = sim.node(nic.node).name;
  const name = `${node} - ${network.name}`;
  const subject = { kind: 'networkInterface', name } as const;
  sim.log(verdict === 'Failed' ? 1127 : 1125, logs, subject, name, node, network.name);
}

const networkEvents = { Up: 1128, Partitioned: 1129, Down: 1130 } as const;

/** A network is Partitioned (1129) or Down (1130), or Up again (1128), as the first member logs it. */
function announceNetwork(
  sim: Simulation,
  network: NetworkState,
  verdict: NetworkState['known'],
  logs: string | undefined,
): void {
  if (network.known === verdict) return;
  network.known = verdict;
  sim.touch('networks', network.id);
  if (logs !== undefined) sim.log(networkEvents[verdict], logs, { kind: 'network', name: network.name }, network.name);
}

/** The interfaces on each network of the members, also of one that is dead without anyone knowing; of others nothing is known. */
function knownInterfaces(sim: Simulation): ReadonlyMap<string, readonly InterfaceState[]> {
  const byNetwork = new Map<string, InterfaceState[]>();
  const members = new Set(sim.db.members);
  for (const nic of sim.state.interfaces.values()) {
    if (!members.has(nic.node)) {
      nic.known = 'Up';
      continue;
    }
    const list = byNetwork.get(nic.network);
    if (list === undefined) byNetwork.set(nic.network, [nic]);
    else list.push(nic);
  }
  return byNetwork;
}

/**
 * Tells what the partition that is shown knows of its networks now. While a regroup is under way, what is lost is a matter of
 * the membership: nothing is announced until it has decided.
 */
export function checkNetworks(sim: Simulation): void {
  if (sim.db.id !== sim.state.primary || sim.db.regroup !== null) return;
  const alive = aliveMembers(sim);
  const known = knownInterfaces(sim);
  for (const network of sim.state.networks.values()) {
    const nics = known.get(network.id) ?? [];
    const verdicts = verdictsOf(sim, network, nics);
    nics.forEach((nic, place) => announceInterface(sim, network, nic, verdicts[place] ?? 'Up', alive));
    announceNetwork(sim, network, networkVerdict(nics), alive[0]);
  }
}

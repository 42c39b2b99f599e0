import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { windowsErrors } from '../engine/refusal';
import type { Simulation } from '../engine/simulation';
import { closedToRoles } from '../membership/node-records';
import { roleRestoreObstacle } from '../hyperv/processor-fit';
import type { RoleState } from '../state/role-state';
import { preemptable } from './preemption';
import { freeMemory, noRoomText, roleFits } from './room';

/** The nodes on which all resources of a role may run, by number. */
export function possibleOwnersOf(sim: Simulation, role: RoleState): readonly string[] {
  return [...sim.db.records.keys()].filter((node) => isPossibleOwner(sim, role, node));
}

/** Whether all resources of a role may run on a node of the cluster. */
function isPossibleOwner(sim: Simulation, role: RoleState, node: string): boolean {
  return role.resources.every((id) => {
    const { possibleOwners } = sim.resource(id);
    return possibleOwners.length === 0 || possibleOwners.includes(node);
  });
}

/** Why a role cannot move to a node, with Windows' number; null: it can. */
export function moveObstacle(sim: Simulation, role: RoleState, node: string): ClusterError | null {
  const { name } = sim.node(node);
  const refused = (message: string, code: number): ClusterError => clusterError('refused', message, { code });
  if (!sim.isMember(node)) return refused(`${name} is down.`, windowsErrors.nodeDown);
  const closed = closedToRoles(sim, node);
  if (closed !== null) return refused(closed, windowsErrors.nodePaused);
  if (!isPossibleOwner(sim, role, node)) {
    return refused(`${name} is not a possible owner of ${role.name}.`, windowsErrors.notPossibleOwner);
  }
  if (role.online && !roleFits(sim, role, node)) {
    return refused(noRoomText(sim, role, node), windowsErrors.noRoomToMove);
  }
  return roleRestoreObstacle(sim, role, node);
}

/** Whether a node may get a role, room aside. */
function mayHost(sim: Simulation, role: RoleState, node: string): boolean {
  const open = sim.isMember(node) && closedToRoles(sim, node) === null && isPossibleOwner(sim, role, node);
  return open && roleRestoreObstacle(sim, role, node) === null;
}

/** Where a role is on its way to; null: nowhere. */
export function destinationOf(sim: Simulation, { transition }: RoleState): string | null {
  if (transition?.kind === 'move') return transition.to;
  return transition?.kind === 'live' ? (sim.state.migrations.get(transition.migration)?.to ?? null) : null;
}

/** Nodes that host a role of the same anti-affinity class, or that one is on its way to, are passed over unless only such are left. */
export function withoutAffine(sim: Simulation, role: RoleState, nodes: readonly string[]): readonly string[] {
  if (role.antiAffinity.length === 0) return nodes;
  const taken = new Set<string | null>();
  for (const other of sim.db.roles.values()) {
    if (other.id === role.id || !other.online) continue;
    if (!other.antiAffinity.some((name) => role.antiAffinity.includes(name))) continue;
    taken.add(other.owner);
    taken.add(destinationOf(sim, other));
  }
  const free = nodes.filter((node) => !taken.has(node));
  return free.length > 0 ? free : nodes;
}

/** Preferred owners in order, then all other nodes by number. */
export function nodeList(sim: Simulation, role: RoleState): readonly string[] {
  const others = [...sim.db.records.keys()].filter((node) => !role.preferredOwners.includes(node));
  return [...role.preferredOwners, ...others.sort((a, b) => sim.node(a).number - sim.node(b).number)];
}

/** The nodes of a list after the present owner, wrapping round, without it. */
function downTheList(list: readonly string[], owner: string | null): readonly string[] {
  const place = owner === null ? -1 : list.indexOf(owner);
  return [...list.slice(place + 1), ...list.slice(0, Math.max(0, place))];
}

/** Nodes that may get a role after a failure, in the order of its list; those with room, else those where it can be made by preemption, and of them those with paths to its disks; others if there are none. */
function candidates(sim: Simulation, role: RoleState): readonly string[] {
  const possible = downTheList(nodeList(sim, role), role.owner).filter((node) => mayHost(sim, role, node));
  const roomy = possible.filter((node) => !role.online || roleFits(sim, role, node));
  const made = roomy.length > 0 ? roomy : possible.filter((node) => preemptable(sim, role, node).length > 0);
  const fitting = made.length > 0 ? made : possible;
  const reaching = fitting.filter((node) => reachesDisks(sim, role, node));
  return withoutAffine(sim, role, reaching.length > 0 ? reaching : fitting);
}

/** Whether a node has a path to every disk of a role, as far as its partition knows. */
function reachesDisks(sim: Simulation, role: RoleState, node: string): boolean {
  return sim.resourcesOf(role).every(({ disk }) => {
    const path = disk === null ? undefined : sim.disk(disk).paths.get(node);
    return path === undefined || path.state === 'retrying';
  });
}

/** Of the nodes that can take it the core group goes to its previous owner. Undefined for other roles, and where that cannot take it. */
export function formerOwner({ groupType, previousOwner }: RoleState, nodes: readonly string[]): string | undefined {
  return groupType === 'Cluster' ? nodes.find((node) => node === previousOwner) : undefined;
}

/** After a failed resource: the next node down the list from the present owner. Undefined: there is none. */
export function nextAfterResourceFailure(sim: Simulation, role: RoleState): string | undefined {
  const nodes = candidates(sim, role);
  return formerOwner(role, nodes) ?? nodes[0];
}

/** After a lost node: with preferred owners the next down the list, without a random one that fits. */
export function nextAfterNodeLoss(sim: Simulation, role: RoleState): string | undefined {
  const nodes = candidates(sim, role);
  const former = formerOwner(role, nodes);
  if (former !== undefined) return former;
  return role.preferredOwners.length > 0 ? nodes[0] : sim.pick(nodes);
}

/**
 * The best possible node for a move: with preferred owners the first of the list that fits and is not the present one;
 * without, the node with most free memory, ties at random. `accepts` excludes more nodes.
 */
export function bestPossibleNode(
  sim: Simulation,
  role: RoleState,
  accepts: (node: string) => boolean = () => true,
): string | undefined {
  const fitting = bestCandidates(sim, role, accepts);
  const former = formerOwner(role, fitting);
  if (former !== undefined || role.preferredOwners.length > 0) return former ?? fitting[0];
  return sim.pick(mostFreeMemory(sim, fitting));
}

/** The nodes that {@link bestPossibleNode} chooses from by chance or takes the first of. */
export function bestCandidates(
  sim: Simulation,
  role: RoleState,
  accepts: (node: string) => boolean,
): readonly string[] {
  const fitting = nodeList(sim, role).filter(
    (node) => node !== role.owner && moveObstacle(sim, role, node) === null && accepts(node),
  );
  return withoutAffine(sim, role, fitting);
}

/** Those of some nodes that have most free memory. */
export function mostFreeMemory(sim: Simulation, nodes: readonly string[]): readonly string[] {
  const most = Math.max(...nodes.map((node) => freeMemory(sim, node)));
  return nodes.filter((node) => freeMemory(sim, node) === most);
}

import { foldName, type ClusterView } from '../../model/cluster-view';
import type { Node } from '../../model/node';
import type { Role } from '../../model/role';
import { objection, type Objection } from '../objection';
import { holdsMemory, memoryLacking, memoryOf } from './memory-rules';
import { isRunning, nodeCannotReceive } from './node-rules';

/** Every resource of the role must allow the node: 5016. */
function notPossibleOwner(role: Role, node: Node, view: ClusterView): Objection {
  const barred = view
    .resourcesOf(role.name)
    .find(
      ({ possibleOwners }) =>
        possibleOwners.length > 0 && !possibleOwners.some((owner) => foldName(owner) === foldName(node.name)),
    );
  return barred === undefined ? null : objection(`${node.name} is not a possible owner of ${barred.name}.`, 5016);
}

/**
 * Why a role cannot move to a node: it is down (5050), paused (5070), no possible owner (5016) or has too little memory
 * for the running machine (5957). `free` overrides the node's free memory, for a plan of several moves.
 */
export function cannotMoveTo(role: Role, node: Node, view: ClusterView, free = node.memoryAvailable): Objection {
  const machine = view.machineOf(role.name);
  return (
    nodeCannotReceive(node) ??
    notPossibleOwner(role, node, view) ??
    (machine !== undefined && holdsMemory(machine) ? memoryLacking(machine, node, free, 5957) : null)
  );
}

/** The nodes that a role is not on. */
function otherNodes(role: Role, view: ClusterView): readonly Node[] {
  const owner = foldName(role.ownerNode ?? '');
  return view.snapshot.nodes.filter((node) => foldName(node.name) !== owner);
}

/** Why no node can take a role; null when one can. Names what is in the way of each, up to three nodes. */
export function nowhereToGo(role: Role, view: ClusterView): Objection {
  const others = otherNodes(role, view);
  const up = view.snapshot.nodes.filter(isRunning);
  const reasons = others.map((node) => cannotMoveTo(role, node, view));
  if (reasons.includes(null)) return null;
  const [first] = reasons;
  if (first === undefined || first === null)
    return objection(`${role.ownerNode ?? 'No node'} is the only node of the cluster.`, 5036);
  const [only] = up;
  if (up.length === 1 && only !== undefined && !others.includes(only))
    return objection(`${only.name} is the only node that is up.`, first.code ?? undefined);
  if (others.length === 1) return first;
  const said = reasons
    .slice(0, 3)
    .map((reason) => reason?.message ?? '')
    .join(' ');
  const more = reasons.length > 3 ? ' The others cannot take it either.' : '';
  return objection(`No other node can take ${role.name}. ${said}${more}`, sharedCode(reasons) ?? 5036);
}

function sharedCode(reasons: readonly Objection[]): number | null {
  const codes = new Set(reasons.map((reason) => reason?.code ?? null));
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? code : null;
}

/** Where a role is expected to go, or why it can go nowhere. */
export type Placement =
  { readonly role: Role; readonly node: Node } | { readonly role: Role; readonly node: null; readonly reason: string };

/**
 * Where roles that leave a node are expected to go, as the best possible node is chosen: preferred owners in order, else
 * the node with most memory free; nodes with a role of the same anti-affinity class only when no other is left. Memory
 * that one takes is gone for the next. `destination` leaves only that node.
 */
export function expectedPlacements(
  leaving: readonly Role[],
  view: ClusterView,
  destination?: string,
): readonly Placement[] {
  const free = new Map(view.snapshot.nodes.map((node) => [node.name, node.memoryAvailable]));
  return leaving.map((role): Placement => {
    const candidates = otherNodes(role, view).filter(
      (node) => destination === undefined || foldName(node.name) === foldName(destination),
    );
    const fitting = candidates.filter((node) => cannotMoveTo(role, node, view, free.get(node.name)) === null);
    const node = preferred(role, apart(role, fitting, view), free);
    if (node === undefined) {
      const first = candidates.map((candidate) => cannotMoveTo(role, candidate, view, free.get(candidate.name)))[0];
      const reason = candidates.length === 1 && first ? first : nowhereToGo(role, view);
      return { role, node: null, reason: reason?.message ?? 'No other node has room for it.' };
    }
    const machine = view.machineOf(role.name);
    const before = free.get(node.name) ?? null;
    if (machine !== undefined && holdsMemory(machine) && before !== null)
      free.set(node.name, before - memoryOf(machine));
    return { role, node };
  });
}

function apart(role: Role, nodes: readonly Node[], view: ClusterView): readonly Node[] {
  const hosts = nodes.filter(
    (node) =>
      !view
        .rolesOn(node.name)
        .some((other) => other.antiAffinityClassNames.some((name) => role.antiAffinityClassNames.includes(name))),
  );
  return hosts.length > 0 ? hosts : nodes;
}

function preferred(role: Role, nodes: readonly Node[], free: ReadonlyMap<string, number | null>): Node | undefined {
  const wanted = role.preferredOwners
    .map((owner) => nodes.find((node) => foldName(node.name) === foldName(owner)))
    .find((node) => node !== undefined);
  const room = (node: Node): number => free.get(node.name) ?? 0;
  return wanted ?? [...nodes].sort((one, other) => room(other) - room(one))[0];
}

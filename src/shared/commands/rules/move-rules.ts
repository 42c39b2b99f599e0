import { foldName, type ClusterView } from '../../model/cluster-view';
import type { Role } from '../../model/role';
import { accepted, refused, type CommandCheck } from '../command-definition';
import { objection, refusal, type Objection } from '../objection';
import { cannotMoveToGuest, noOtherGuest, openGuests } from './guest-placement';
import { nodesUnknown } from './node-rules';
import { cannotMoveTo, expectedPlacements, nowhereToGo } from './placement';
import { roleBusy, roleLostStorage, roleUnmonitored } from './role-rules';

/** Whatever the way: the role stands still, is reachable, and some other node can take it. */
export function cannotLeave(role: Role, view: ClusterView): Objection {
  return roleBusy(role, view) ?? roleUnmonitored(role, view) ?? roleLostStorage(role, view) ?? nowhere(role, view);
}

function nowhere(role: Role, view: ClusterView): Objection {
  return role.guestCluster === null ? nowhereToGo(role, view) : noOtherGuest(role, view);
}

/** The node a role is expected on: the chosen one, else where the best possible node can only be; null: open. */
export function expectedNode(role: Role, destination: string | undefined, view: ClusterView): string | null {
  if (role.guestCluster !== null) {
    const open = openGuests(role, view);
    return destination ?? (open.length === 1 ? (open[0]?.name ?? null) : null);
  }
  const chosen = destination === undefined ? undefined : view.node(destination);
  if (chosen !== undefined) return chosen.name;
  const fitting = view.snapshot.nodes.filter(
    (node) => foldName(node.name) !== foldName(role.ownerNode ?? '') && cannotMoveTo(role, node, view) === null,
  );
  return fitting.length === 1 ? (expectedPlacements([role], view)[0]?.node?.name ?? null) : null;
}

function cannotGoTo(role: Role, destination: string, view: ClusterView): Objection {
  if (role.guestCluster !== null) return cannotMoveToGuest(role, destination, view);
  const node = view.node(destination);
  return node === undefined ? nodesUnknown([destination], view) : cannotMoveTo(role, node, view);
}

/** The checks of a way of moving, then what it does. `onSameNode` answers for a destination that the role is on already. */
export function moveCheck(
  role: Role,
  destination: string | undefined,
  view: ClusterView,
  rule: (role: Role, view: ClusterView) => Objection,
  onSameNode: (node: string) => CommandCheck,
  effects: (where: string) => readonly string[],
): CommandCheck {
  if (destination !== undefined && foldName(destination) === foldName(role.ownerNode ?? ''))
    return onSameNode(role.ownerNode ?? destination);
  const problem = (destination === undefined ? null : cannotGoTo(role, destination, view)) ?? rule(role, view);
  return refusal(problem) ?? accepted(...effects(expectedNode(role, destination, view) ?? 'the best possible node'));
}

/** The answer of a migration to a node that the machine is on already. */
export function alreadyThere(role: Role): (node: string) => CommandCheck {
  return (node) => refused(objection(`${role.name} is already on ${node}.`, undefined, 'Choose another node.'));
}

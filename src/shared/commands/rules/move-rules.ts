import { foldName, type ClusterView } from '../../model/cluster-view';
import type { Role } from '../../model/role';
import { accepted, refused, type CommandCheck } from '../command-definition';
import { objection, refusal, type Objection } from '../objection';
import { nodesUnknown } from './node-rules';
import { cannotMoveTo, expectedPlacements, nowhereToGo } from './placement';
import { roleBusy, roleUnmonitored } from './role-rules';

/** Whatever the way: the role stands still, is reachable, and some other node can take it. */
export function cannotLeave(role: Role, view: ClusterView): Objection {
  return roleBusy(role, view) ?? roleUnmonitored(role, view) ?? nowhereToGo(role, view);
}

/** The node a role is expected on: the chosen one, else where the best possible node can only be; null: open. */
function expectedNode(role: Role, destination: string | undefined, view: ClusterView): string | null {
  const chosen = destination === undefined ? undefined : view.node(destination);
  if (chosen !== undefined) return chosen.name;
  const fitting = view.snapshot.nodes.filter(
    (node) => foldName(node.name) !== foldName(role.ownerNode ?? '') && cannotMoveTo(role, node, view) === null,
  );
  return fitting.length === 1 ? (expectedPlacements([role], view)[0]?.node?.name ?? null) : null;
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
  const node = destination === undefined ? undefined : view.node(destination);
  if (node !== undefined && foldName(node.name) === foldName(role.ownerNode ?? '')) return onSameNode(node.name);
  const problem =
    (destination === undefined ? null : nodesUnknown([destination], view)) ??
    (node === undefined ? null : cannotMoveTo(role, node, view)) ??
    rule(role, view);
  return refusal(problem) ?? accepted(...effects(expectedNode(role, destination, view) ?? 'the best possible node'));
}

/** The answer of a migration to a node that the machine is on already. */
export function alreadyThere(role: Role): (node: string) => CommandCheck {
  return (node) => refused(objection(`${role.name} is already on ${node}.`));
}

import type { Destination, QueryInput } from '#shared/contract/queries';
import type { Objection } from '#shared/commands/objection';
import { releaseLacks } from '#shared/commands/rules/cluster-rules';
import { cannotMoveTo, expectedPlacements } from '#shared/commands/rules/placement';
import { notAMachine } from '#shared/commands/rules/role-rules';
import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { Node } from '#shared/model/node';
import type { Role } from '#shared/model/role';

/** How a role would move. */
type MoveKind = QueryInput<'destinations'>['kind'];

function cannotLiveMigrate(role: Role, view: ClusterView): Objection {
  return notAMachine(role) ?? releaseLacks(view, '2008R2', 'live migration');
}

function obstacle(role: Role, node: Node, kind: MoveKind, view: ClusterView): string | null {
  if (foldName(node.name) === foldName(role.ownerNode ?? '')) return `${role.name} is already on ${node.name}.`;
  const live = kind === 'live' ? cannotLiveMigrate(role, view) : null;
  return (live ?? cannotMoveTo(role, node, view))?.message ?? null;
}

function warning(role: Role, node: Node, view: ClusterView): string | null {
  const shares = view
    .rolesOn(node.name)
    .some(
      (other) =>
        other.id !== role.id && other.antiAffinityClassNames.some((name) => role.antiAffinityClassNames.includes(name)),
    );
  return shares ? `${node.name} already hosts a role of the same anti-affinity class.` : null;
}

/**
 * The nodes that a role could move to, or why not, as far as the snapshot tells. How long a move would take cannot be
 * said: a cluster does not tell how fast its networks are, nor how fast a machine changes its memory.
 */
export function destinationsOf(name: string, kind: MoveKind, view: ClusterView): readonly Destination[] {
  const role = view.role(name);
  if (role === undefined) return [];
  const [placement] = expectedPlacements([role], view);
  return view.snapshot.nodes.map((node) => {
    const excluded = obstacle(role, node, kind, view);
    return {
      node: node.name,
      excluded,
      best: excluded === null && placement?.node?.id === node.id,
      memoryAvailable: node.memoryAvailable,
      predicted: null,
      warning: excluded === null ? warning(role, node, view) : null,
    };
  });
}

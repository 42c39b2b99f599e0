import type { ClusterView } from '#shared/model/cluster-view';
import { nodeStatus } from '../nodes';
import { ownRoles } from '../roles';
import type { Problem } from './problem';

/** Tells of roles that are all on one node while no other node can take them. */
export function noFailoverProblems(view: ClusterView): readonly Problem[] {
  const { cluster, nodes } = view.snapshot;
  const owners = new Set(ownRoles(view).flatMap(({ ownerNode }) => (ownerNode === null ? [] : [ownerNode])));
  const [owner] = owners;
  const others = nodes.filter(({ name }) => name !== owner);
  if (owner === undefined || owners.size > 1 || others.length === 0) return [];
  if (view.node(owner)?.state === 'Down' || others.some(({ state }) => state === 'Up')) return [];
  const why = others.map((node) => `${node.name} is ${nodeStatus(node).text.toLowerCase()}`).join(', ');
  return [
    {
      object: { kind: 'cluster', name: cluster.name },
      kind: 'Cluster',
      status: { tone: 'warn', text: 'Without failover' },
      reason: `All roles are on ${owner}. No other node can take over: ${why}`,
    },
  ];
}

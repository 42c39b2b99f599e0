import { z } from 'zod';
import { foldName, type ClusterView } from '../model/cluster-view';
import type { Node } from '../model/node';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { nodeLimit } from './rules/cluster-rules';
import { leaving } from './rules/leaving-effects';
import { isRunning, runningNodes } from './rules/node-rules';
import { nodes, runningCluster } from './rules/subject';
import { call, cmdletCall, setProperty } from './script-step';
import { aboutCluster, aboutNode } from './targets';
import { countOf, listOf, releaseInWords } from './words';

function clusterFull(view: ClusterView): Objection {
  const { cluster, nodes: members } = view.snapshot;
  if (members.length < nodeLimit(view)) return null;
  return objection(
    `${cluster.name} has ${members.length} nodes, as many as ${releaseInWords(cluster.release)} allows.`,
    5935,
  );
}

/** Adds a server to the cluster. */
export const addNode = defineCommand({
  name: 'node.add',
  title: 'Add Node',
  ...aboutCluster,
  input: z.strictObject({ node: objectName }),
  risk: 'safe',
  asks: true,
  targetOf: () => null,
  describe: ({ node }) => `Add ${node} to the cluster`,
  availability: (name, view) => runningCluster.offer(name, view, () => clusterFull(view)),
  check: ({ node }, view) =>
    runningCluster.check('', view, (cluster) => {
      const member = view.node(node);
      return (
        refusal(
          member === undefined
            ? clusterFull(view)
            : objection(`${member.name} is already a node of ${cluster.name}.`, 5065),
        ) ??
        accepted(
          `${node} joins ${cluster.name} and gets its configuration.`,
          'Nothing moves to it by itself, and nothing is interrupted.',
        )
      );
    }),
  script: ({ node }) => [call('Add-ClusterNode', { Name: [node] })],
});

function lastNode(node: Node, view: ClusterView): Objection {
  if (!isRunning(node) || runningNodes(view, node.name).length > 0) return null;
  return objection(
    `${node.name} is the only node that is up.`,
    5009,
    'To remove the whole cluster use Destroy Cluster.',
  );
}

/** Roles with a resource that only this node could own may run on every node when it is evicted: their lists are empty then. */
function freedRoles(node: Node, view: ClusterView): readonly string[] {
  const freed = view.snapshot.resources.filter(
    ({ possibleOwners: [only, ...others] }) =>
      only !== undefined && others.length === 0 && foldName(only) === foldName(node.name),
  );
  const roles = [...new Set(freed.map(({ ownerGroup }) => ownerGroup))];
  return roles.length === 0
    ? []
    : [`${listOf(roles)} may run on every node then: ${node.name} was the only possible owner.`];
}

/** Takes a server out of the cluster for good. */
export const evictNode = defineCommand({
  name: 'node.evict',
  title: 'Evict',
  ...aboutNode,
  input: z.strictObject({ node: objectName }),
  risk: 'destructive',
  asks: false,
  describe: ({ node }) => `Evict ${node}`,
  availability: (name, view) => nodes.offer(name, view, (node) => lastNode(node, view)),
  check: ({ node: name }, view) =>
    nodes.check(name, view, (node) => {
      const { moves, stays } = isRunning(node) ? leaving(node.name, view) : { moves: [], stays: [] };
      return (
        refusal(lastNode(node, view)) ??
        accepted(
          `${node.name} leaves ${view.snapshot.cluster.name} for good: its cluster configuration is deleted, and its vote is gone.`,
          ...moves,
          ...stays,
          ...(node.state === 'Down'
            ? [`${node.name} is down: run Clear-ClusterNode on it before it joins a cluster again.`]
            : []),
          `It disappears from all lists of owners. To have it back, use Add Node.`,
          ...freedRoles(node, view),
        )
      );
    }),
  script: ({ node }) => [call('Remove-ClusterNode', { Name: [node], Force: true, Confirm: false })],
});

function lastVote(node: Node, view: ClusterView): Objection {
  const { quorum, nodes: members } = view.snapshot;
  const others = members.filter((other) => other.nodeWeight === 1 && other.name !== node.name);
  if (others.length > 0 || quorum.witness !== null) return null;
  return objection(`${node.name} has the only vote of ${view.snapshot.cluster.name}.`, 5954);
}

/** Gives a node a vote or takes it away. */
export const setVote = defineCommand({
  name: 'node.setVote',
  title: 'Set Vote',
  ...aboutNode,
  input: z.strictObject({ node: objectName, vote: z.union([z.literal(0), z.literal(1)]) }),
  risk: 'safe',
  asks: true,
  describe: ({ node, vote }) => (vote === 1 ? `Give ${node} a vote` : `Take the vote of ${node} away`),
  availability: (name, view) => nodes.offer(name, view, () => null),
  check: ({ node: name, vote }, view) =>
    nodes.check(name, view, (node) => {
      if (node.nodeWeight === vote)
        return unchanged(vote === 1 ? `${node.name} already has a vote.` : `${node.name} already has no vote.`);
      const voters = view.snapshot.nodes.filter((other) => other.nodeWeight === 1).length + (vote === 1 ? 1 : -1);
      const { witness } = view.snapshot.quorum;
      return (
        refusal(vote === 0 ? lastVote(node, view) : null) ??
        accepted(
          vote === 1 ? `${node.name} counts for the quorum.` : `${node.name} no longer counts for the quorum.`,
          `${countOf(voters, 'node')}${witness === null ? '' : ` and ${witness}`} can vote then.`,
        )
      );
    }),
  script: ({ node, vote }) => [setProperty(cmdletCall('Get-ClusterNode', { Name: [node] }), 'NodeWeight', vote)],
});

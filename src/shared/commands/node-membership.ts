import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { clusterNotRunning } from './objections/cluster-objections';
import { nodeMissing } from './objections/node-objections';
import { call, cmdletCall, setProperty } from './script-step';

/** Adds a server to the cluster. */
export const addNode = defineCommand({
  name: 'node.add',
  title: 'Add Node',
  target: 'cluster',
  input: z.strictObject({ node: objectName }),
  risk: 'safe',
  asks: true,
  inputFor: () => ({}),
  targetOf: () => null,
  describe: ({ node }) => `Add ${node} to the cluster`,
  availability: (_name, view) => offeredUnless(clusterNotRunning(view)),
  check: (_input, view) => refusal(clusterNotRunning(view)) ?? accepted(),
  script: ({ node }) => [call('Add-ClusterNode', { Name: [node] })],
});

/** Takes a server out of the cluster for good. */
export const evictNode = defineCommand({
  name: 'node.evict',
  title: 'Evict',
  target: 'node',
  input: z.strictObject({ node: objectName }),
  risk: 'destructive',
  asks: false,
  inputFor: (node) => ({ node }),
  targetOf: ({ node }) => ({ kind: 'node', name: node }),
  describe: ({ node }) => `Evict ${node}`,
  availability: (node, view) => offeredUnless(clusterNotRunning(view) ?? nodeMissing(node, view)),
  check: ({ node }, view) => refusal(clusterNotRunning(view) ?? nodeMissing(node, view)) ?? accepted(),
  script: ({ node }) => [call('Remove-ClusterNode', { Name: [node], Force: true, Confirm: false })],
});

/** Gives a node a vote or takes it away. */
export const setVote = defineCommand({
  name: 'node.setVote',
  title: 'Set Vote',
  target: 'node',
  input: z.strictObject({ node: objectName, vote: z.union([z.literal(0), z.literal(1)]) }),
  risk: 'safe',
  asks: true,
  inputFor: (node) => ({ node }),
  targetOf: ({ node }) => ({ kind: 'node', name: node }),
  describe: ({ node, vote }) => (vote === 1 ? `Give ${node} a vote` : `Take the vote of ${node} away`),
  availability: (node, view) => offeredUnless(clusterNotRunning(view) ?? nodeMissing(node, view)),
  check: ({ node }, view) => refusal(clusterNotRunning(view) ?? nodeMissing(node, view)) ?? accepted(),
  script: ({ node, vote }) => [setProperty(cmdletCall('Get-ClusterNode', { Name: [node] }), 'NodeWeight', vote)],
});

import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { clusterNotRunning } from './objections/cluster-objections';
import { nodeMissing, nodeNotRunning } from './objections/node-objections';
import { call } from './script-step';

/** Starts the cluster service on a node. */
export const startService = defineCommand({
  name: 'node.startService',
  title: 'Start Cluster Service',
  target: 'node',
  input: z.strictObject({
    node: objectName,
    /** Forms a cluster without quorum. */
    forceQuorum: z.boolean().optional(),
    /** Joins only; never forms a cluster. */
    preventQuorum: z.boolean().optional(),
    /** Ends its quarantine. */
    clearQuarantine: z.boolean().optional(),
  }),
  risk: 'safe',
  asks: false,
  inputFor: (node) => ({ node }),
  targetOf: ({ node }) => ({ kind: 'node', name: node }),
  describe: ({ node, forceQuorum }) =>
    forceQuorum === true
      ? `Start the cluster service on ${node} without quorum`
      : `Start the cluster service on ${node}`,
  availability: (node, view) => offeredUnless(nodeMissing(node, view)),
  check: ({ node }, view) => refusal(nodeMissing(node, view)) ?? accepted(),
  script: ({ node, forceQuorum, preventQuorum, clearQuarantine }) => [
    call('Start-ClusterNode', {
      Name: [node],
      ForceQuorum: forceQuorum === true ? true : undefined,
      PreventQuorum: preventQuorum === true ? true : undefined,
      ClearQuarantine: clearQuarantine === true ? true : undefined,
    }),
  ],
});

/** Stops the cluster service on a node; its roles move away first. */
export const stopService = defineCommand({
  name: 'node.stopService',
  title: 'Stop Cluster Service',
  target: 'node',
  input: z.strictObject({ node: objectName }),
  risk: 'disruptive',
  asks: false,
  inputFor: (node) => ({ node }),
  targetOf: ({ node }) => ({ kind: 'node', name: node }),
  describe: ({ node }) => `Stop the cluster service on ${node}`,
  availability: (node, view) => offeredUnless(clusterNotRunning(view) ?? nodeNotRunning(node, view)),
  check: ({ node }, view) => refusal(clusterNotRunning(view) ?? nodeNotRunning(node, view)) ?? accepted(),
  script: ({ node }) => [call('Stop-ClusterNode', { Name: [node], Confirm: false })],
});

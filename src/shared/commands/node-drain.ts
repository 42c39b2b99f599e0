import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { clusterNotRunning } from './objections/cluster-objections';
import { nodeNotRunning } from './objections/node-objections';
import { call } from './script-step';

/** Keeps new roles away from a node and, with drain, moves what is there. */
export const pauseNode = defineCommand({
  name: 'node.pause',
  title: 'Pause',
  target: 'node',
  input: z.strictObject({
    node: objectName,
    /** Whether its roles move to other nodes. */
    drain: z.boolean().default(false),
    /** Where they move; left out: each to its best possible node. */
    destination: objectName.optional(),
  }),
  risk: 'disruptive',
  asks: true,
  inputFor: (node) => ({ node }),
  targetOf: ({ node }) => ({ kind: 'node', name: node }),
  describe: ({ node, drain, destination }) => {
    if (!drain) return `Pause ${node}`;
    return destination === undefined ? `Pause and drain ${node}` : `Pause and drain ${node} to ${destination}`;
  },
  availability: (node, view) => offeredUnless(clusterNotRunning(view) ?? nodeNotRunning(node, view)),
  check: ({ node }, view) => refusal(clusterNotRunning(view) ?? nodeNotRunning(node, view)) ?? accepted(),
  script: ({ node, drain, destination }) => [
    call('Suspend-ClusterNode', {
      Name: [node],
      Drain: drain ? true : undefined,
      TargetNode: drain ? destination : undefined,
      Confirm: false,
    }),
  ],
});

const failbackTypes = { none: 'NoFailback', immediate: 'Immediate', policy: 'Policy' } as const;

/** Lets roles come to a paused node again. */
export const resumeNode = defineCommand({
  name: 'node.resume',
  title: 'Resume',
  target: 'node',
  input: z.strictObject({
    node: objectName,
    /** Whether what was drained comes back: not, at once, or as each role's failback policy says. */
    failback: z.enum(['none', 'immediate', 'policy']).default('none'),
  }),
  risk: 'safe',
  asks: true,
  inputFor: (node) => ({ node }),
  targetOf: ({ node }) => ({ kind: 'node', name: node }),
  describe: ({ node, failback }) => (failback === 'none' ? `Resume ${node}` : `Resume ${node} and fail roles back`),
  availability: (node, view) => offeredUnless(clusterNotRunning(view) ?? nodeNotRunning(node, view)),
  check: ({ node }, view) => refusal(clusterNotRunning(view) ?? nodeNotRunning(node, view)) ?? accepted(),
  script: ({ node, failback }) => [call('Resume-ClusterNode', { Name: [node], Failback: failbackTypes[failback] })],
});

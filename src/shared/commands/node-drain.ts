import { z } from 'zod';
import { foldName, type ClusterView } from '../model/cluster-view';
import { isAtLeast } from '../model/release';
import type { Node } from '../model/node';
import { accepted, defineCommand, unchanged, type CommandCheck } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { badInput, releaseLacks } from './rules/cluster-rules';
import { leaving } from './rules/leaving-effects';
import { nodeCannotReceive, nodeNotRunning, nodesUnknown } from './rules/node-rules';
import { nodes } from './rules/subject';
import { call } from './script-step';
import { aboutNode } from './targets';
import { countOf } from './words';

function draining(node: Node): Objection {
  return node.drainStatus === 'InProgress' ? objection(`${node.name} is already being drained.`, 5962) : null;
}

function unfitDestination(node: Node, destination: string | undefined, view: ClusterView): Objection {
  if (destination === undefined) return null;
  if (foldName(destination) === foldName(node.name)) return badInput(`${node.name} cannot be drained to itself.`);
  const target = view.node(destination);
  return target === undefined ? nodesUnknown([destination], view) : nodeCannotReceive(target);
}

function drainCheck(node: Node, destination: string | undefined, view: ClusterView): CommandCheck {
  const refused = refusal(
    releaseLacks(view, '2012', 'drain; move the roles away first') ??
      draining(node) ??
      unfitDestination(node, destination, view),
  );
  if (refused !== null) return refused;
  const { moves, stays, staying } = leaving(node.name, view, destination);
  return accepted(
    ...(moves.length + stays.length === 0 ? [`No role is on ${node.name}.`] : moves),
    ...stays,
    ...(staying === 0
      ? []
      : [
          `The drain of ${node.name} fails for ${countOf(staying, 'role')}: what cannot move stays there and keeps its state.`,
        ]),
    `No role comes to ${node.name} until it is resumed.`,
  );
}

/** Keeps new roles away from a node and, with drain, moves what is there. */
export const pauseNode = defineCommand({
  name: 'node.pause',
  title: 'Pause',
  ...aboutNode,
  input: z.strictObject({
    node: objectName,
    /** Whether its roles move to other nodes; as the cmdlet, it does not when left out. */
    drain: z.boolean().default(false),
    /** Where they move; left out: each to its best possible node. */
    destination: objectName.optional(),
  }),
  risk: 'disruptive',
  asks: true,
  describe: ({ node, drain, destination }) => {
    if (!drain) return `Pause ${node}`;
    return destination === undefined ? `Pause and drain ${node}` : `Pause and drain ${node} to ${destination}`;
  },
  availability: (name, view) =>
    nodes.offer(name, view, (node) =>
      node.state === 'Paused' ? objection(`${node.name} is already paused.`) : nodeNotRunning(node),
    ),
  check: ({ node: name, drain, destination }, view) =>
    nodes.check(name, view, (node) => {
      const down = refusal(nodeNotRunning(node));
      if (down !== null) return down;
      if (drain) return drainCheck(node, destination, view);
      if (node.state === 'Paused') return unchanged(`${node.name} is already paused.`);
      const leaves = refusal(draining(node));
      if (leaves !== null) return leaves;
      const roles = view.rolesOn(node.name).filter((role) => !role.isCoreGroup);
      return accepted(
        roles.length === 0
          ? `No role is on ${node.name}.`
          : `${countOf(roles.length, 'role')} on ${node.name} ${roles.length === 1 ? 'stays' : 'stay'} there and ${roles.length === 1 ? 'keeps' : 'keep'} running.`,
        `No role comes to ${node.name}, and none comes online there, until it is resumed.`,
      );
    }),
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

const failbackInWords = {
  none: 'Nothing moves back by itself.',
  immediate: 'The roles that were drained from it move back at once.',
  policy: 'The roles that were drained from it move back as the failback setting of each says.',
} as const;

function notPaused(node: Node): Objection {
  return node.state === 'Up' ? objection(`${node.name} is not paused.`, 5058) : nodeNotRunning(node);
}

/** Lets roles come to a paused node again. */
export const resumeNode = defineCommand({
  name: 'node.resume',
  title: 'Resume',
  ...aboutNode,
  input: z.strictObject({
    node: objectName,
    /** Whether what was drained comes back: not, at once, or as each role's failback setting says. Left out: not. */
    failback: z.enum(['none', 'immediate', 'policy']).default('none'),
  }),
  risk: 'safe',
  asks: true,
  describe: ({ node, failback }) => (failback === 'none' ? `Resume ${node}` : `Resume ${node} and fail roles back`),
  availability: (name, view) => nodes.offer(name, view, notPaused),
  check: ({ node: name, failback }, view) =>
    nodes.check(
      name,
      view,
      (node) =>
        refusal(
          notPaused(node) ?? (failback === 'none' ? null : releaseLacks(view, '2012', 'drain to fail back from')),
        ) ??
        accepted(
          `${node.name} takes roles again.`,
          isAtLeast(view.snapshot.cluster.release, '2012')
            ? failbackInWords[failback]
            : 'Roles whose failback is allowed move back to it.',
        ),
    ),
  script: ({ node, failback }) => [call('Resume-ClusterNode', { Name: [node], Failback: failbackTypes[failback] })],
});

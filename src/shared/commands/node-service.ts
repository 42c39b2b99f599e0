import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import type { Node } from '../model/node';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { badInput, releaseLacks } from './rules/cluster-rules';
import { leaving } from './rules/leaving-effects';
import { isRunning, nodeNotRunning, runningNodes } from './rules/node-rules';
import { nodes, servers } from './rules/subject';
import { call } from './script-step';
import { aboutNode } from './targets';

function notFormed(view: ClusterView): Objection {
  const { cluster } = view.snapshot;
  return cluster.state === 'NotFormed' ? objection(`${cluster.name} has not been created yet.`) : null;
}

function serviceRuns(node: Node): Objection {
  if (node.state === 'Joining') return objection(`${node.name} is already joining the cluster.`, 5061);
  return isRunning(node) ? objection(`The cluster service already runs on ${node.name}.`, 5061) : null;
}

function forcedEffects(node: Node, view: ClusterView): readonly string[] {
  const { cluster } = view.snapshot;
  return [
    `${node.name} starts ${cluster.name} without quorum, with the configuration it has itself.`,
    cluster.state === 'Running'
      ? `${cluster.name} already runs elsewhere: if ${node.name} cannot reach the other nodes, the same roles and disks may come online twice.`
      : 'Be sure that no other node runs the cluster unseen: the same roles and disks would come online twice.',
    'Nodes that start later join it and lose what they changed meanwhile.',
  ];
}

/** Starts the cluster service on a node. */
export const startService = defineCommand({
  name: 'node.startService',
  title: 'Start Cluster Service',
  ...aboutNode,
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
  describe: ({ node, forceQuorum }) =>
    forceQuorum === true
      ? `Start the cluster service on ${node} without quorum`
      : `Start the cluster service on ${node}`,
  availability: (name, view) => servers.offer(name, view, (node) => notFormed(view) ?? serviceRuns(node)),
  check: ({ node: name, forceQuorum = false, preventQuorum = false, clearQuarantine = false }, view) =>
    servers.check(name, view, (node) => {
      const running = serviceRuns(node);
      if (running !== null && !isRunning(node)) return unchanged(running.message);
      const refused = refusal(
        notFormed(view) ??
          (forceQuorum && preventQuorum ? badInput('Force quorum and prevent quorum exclude each other.') : null) ??
          (clearQuarantine ? releaseLacks(view, '2016', 'quarantine') : null),
      );
      if (refused !== null) return refused;
      // Whether a node that is seen up has lost its service just now, no snapshot tells.
      if (running !== null) return accepted(running.message);
      if (forceQuorum) return accepted(...forcedEffects(node, view));
      const quarantined = node.statusInformation.includes('Quarantined') && !clearQuarantine;
      return accepted(
        view.snapshot.cluster.state === 'Running' || preventQuorum
          ? `The cluster service starts on ${node.name} and joins ${view.snapshot.cluster.name} as soon as it reaches it.`
          : `The cluster service starts on ${node.name}; ${view.snapshot.cluster.name} runs as soon as enough nodes for quorum have started.`,
        ...(quarantined
          ? [`${node.name} is in quarantine: it may not join before that ends or is cleared.`]
          : ['If it has no power, start the server first.']),
      );
    }),
  script: ({ node, forceQuorum, preventQuorum, clearQuarantine }) => [
    call('Start-ClusterNode', {
      Name: [node],
      ForceQuorum: forceQuorum === true ? true : undefined,
      PreventQuorum: preventQuorum === true ? true : undefined,
      ClearQuarantine: clearQuarantine === true ? true : undefined,
    }),
  ],
});

function lastMember(node: Node, view: ClusterView): Objection {
  if (runningNodes(view, node.name).length > 0) return null;
  return objection(
    `${node.name} is the only node that is up.`,
    5925,
    'To stop the whole cluster use Shut Down Cluster.',
  );
}

/** Stops the cluster service on a node; its roles move away first. */
export const stopService = defineCommand({
  name: 'node.stopService',
  title: 'Stop Cluster Service',
  ...aboutNode,
  input: z.strictObject({ node: objectName }),
  risk: 'disruptive',
  asks: false,
  describe: ({ node }) => `Stop the cluster service on ${node}`,
  availability: (name, view) => nodes.offer(name, view, (node) => nodeNotRunning(node) ?? lastMember(node, view)),
  check: ({ node: name }, view) =>
    servers.check(name, view, (node) => {
      if (node.state === 'Down')
        return accepted(`${node.name} is down. If its cluster service waits for the cluster there, it stops.`);
      const refused = refusal(nodeNotRunning(node) ?? lastMember(node, view));
      if (refused !== null) return refused;
      const { moves, stays } = leaving(node.name, view);
      return accepted(
        ...moves,
        ...stays,
        ...(stays.length === 0 ? [] : ['What cannot move goes offline.']),
        `${node.name} leaves ${view.snapshot.cluster.name} until the cluster service is started again.`,
      );
    }),
  script: ({ node }) => [call('Stop-ClusterNode', { Name: [node], Confirm: false })],
});

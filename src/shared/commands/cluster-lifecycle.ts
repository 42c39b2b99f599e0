import { z } from 'zod';
import type { Cluster } from '../model/cluster';
import { foldName, type ClusterView } from '../model/cluster-view';
import { isAtLeast } from '../model/release';
import { accepted, available, defineCommand, unchanged } from './command-definition';
import { objectName, objectNames, text } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { namedTwice } from './rules/node-rules';
import { anyCluster, runningCluster } from './rules/subject';
import { call } from './script-step';
import { clusterTarget } from './targets';
import { countOf, listOf, releaseInWords } from './words';

function alreadyFormed(cluster: Cluster): Objection {
  return cluster.state === 'NotFormed' ? null : objection(`${cluster.name} has already been created.`, 5890);
}

/** Limit of nodes by release: 16 before Windows Server 2012, 64 from then on. */
export function nodeLimit(view: ClusterView): number {
  return isAtLeast(view.snapshot.cluster.release, '2012') ? 64 : 16;
}

function unfitServers(names: readonly string[], view: ClusterView): Objection {
  const { nodes, cluster } = view.snapshot;
  const known = new Map(nodes.map((node) => [foldName(node.name), node]));
  const unknown = names.find((name) => nodes.length > 0 && !known.has(foldName(name)));
  if (unknown !== undefined) return objection(`There is no server ${unknown}.`, 5042);
  if (names.length > nodeLimit(view))
    return objection(
      `A cluster of ${releaseInWords(cluster.release)} has at most ${nodeLimit(view)} nodes; these are ${names.length}.`,
      5935,
    );
  return namedTwice(names);
}

/** Creates a cluster from servers. */
export const createCluster = defineCommand({
  name: 'cluster.create',
  title: 'Create Cluster',
  target: 'cluster',
  input: z.strictObject({
    name: objectName,
    nodes: objectNames,
    /** Addresses of the cluster on its client networks; left out: by DHCP. */
    addresses: z.array(text).max(100).optional(),
    /** Whether every disk that fits is added to the cluster; left out: all. */
    storage: z.enum(['all', 'none']).optional(),
  }),
  risk: 'safe',
  asks: true,
  inputFor: (name) => ({ name }),
  targetOf: () => null,
  describe: ({ name }) => `Create the cluster ${name}`,
  availability: (name, view) => anyCluster.offer(name, view, alreadyFormed),
  check: ({ name, nodes, storage, addresses = [] }, view) =>
    anyCluster.check(
      name,
      view,
      (cluster) =>
        refusal(alreadyFormed(cluster) ?? unfitServers(nodes, view)) ??
        accepted(
          `${name} is created with ${countOf(nodes.length, 'node')}: ${listOf(nodes)}.`,
          addresses.length === 0 ? 'Its address comes from DHCP.' : `Its address is ${listOf(addresses)}.`,
          storage === 'none'
            ? 'No disks are added to it.'
            : 'Every disk that all of them see and that fits is added to Available Storage.',
        ),
    ),
  script: ({ name, nodes, addresses, storage }) => [
    call('New-Cluster', {
      Name: name,
      Node: nodes,
      StaticAddress: addresses,
      NoStorage: storage === 'none' ? true : undefined,
      Force: true,
    }),
  ],
});

/** Runs the tests of Validate a Configuration. */
export const validateCluster = defineCommand({
  name: 'cluster.validate',
  title: 'Validate a Configuration',
  target: 'cluster',
  input: z.strictObject({
    nodes: objectNames,
    /** Names of tests or categories; left out: all. */
    tests: z.array(text).min(1).max(200).optional(),
  }),
  risk: 'safe',
  asks: true,
  inputFor: () => ({}),
  targetOf: (_input, view) => clusterTarget(view),
  describe: ({ nodes }) => `Validate ${listOf(nodes)}`,
  availability: () => available,
  check: ({ nodes, tests }, view) =>
    refusal(unfitServers(nodes, view)) ??
    accepted(
      tests === undefined
        ? `All tests run on ${listOf(nodes)}.`
        : `${countOf(tests.length, 'test or category', 'tests or categories')} run on ${listOf(nodes)}: ${listOf(tests)}.`,
      'Disks that roles use are not tested, and nothing goes offline.',
    ),
  script: ({ nodes, tests }) => [call('Test-Cluster', { Node: nodes, Include: tests, Confirm: false })],
});

/** Stops every role and the cluster service on every node. */
export const shutDownCluster = defineCommand({
  name: 'cluster.shutDown',
  title: 'Shut Down Cluster',
  target: 'cluster',
  input: z.strictObject({}),
  risk: 'disruptive',
  asks: false,
  inputFor: () => ({}),
  targetOf: (_input, view) => clusterTarget(view),
  describe: () => 'Shut down the cluster',
  availability: (name, view) => runningCluster.offer(name, view, () => null),
  check: (_input, view) =>
    runningCluster.check('', view, (cluster) => {
      const online = view.snapshot.roles.filter((role) => !role.isCoreGroup && role.state !== 'Offline');
      const machines = online.filter((role) => role.groupType === 'VirtualMachine');
      return accepted(
        online.length === 0
          ? `No service or application of ${cluster.name} is online.`
          : `${countOf(online.length, 'service or application', 'services and applications')} go offline: clients lose their connections.`,
        ...(machines.length === 0
          ? []
          : [
              `${countOf(machines.length, 'virtual machine')} among them ${machines.length === 1 ? 'is' : 'are'} saved, or shut down where that is set.`,
            ]),
        'The cluster service stops on every node. Nothing in the cluster can be reached until Start Cluster.',
      );
    }),
  script: () => [call('Stop-Cluster', { Force: true, Confirm: false })],
});

/** Starts the cluster service on every node. */
export const startCluster = defineCommand({
  name: 'cluster.start',
  title: 'Start Cluster',
  target: 'cluster',
  input: z.strictObject({}),
  risk: 'safe',
  asks: false,
  inputFor: () => ({}),
  targetOf: (_input, view) => clusterTarget(view),
  describe: () => 'Start the cluster',
  availability: (name, view) =>
    anyCluster.offer(name, view, (cluster) => {
      if (cluster.state === 'NotFormed') return objection(`${cluster.name} has not been created yet.`);
      return cluster.state === 'Running' ? objection(`${cluster.name} is already running.`) : null;
    }),
  check: (_input, view) =>
    anyCluster.check('', view, (cluster) => {
      if (cluster.state === 'Running') return unchanged(`${cluster.name} is already running.`);
      if (cluster.state === 'NotFormed')
        return refusal(objection(`${cluster.name} has not been created yet.`)) ?? accepted();
      return accepted(
        'The cluster service starts on every node that has power.',
        `${cluster.name} runs as soon as enough nodes for quorum have joined; then its roles come online.`,
      );
    }),
  script: () => [call('Start-Cluster')],
});

/** Removes the cluster; the servers stay. */
export const destroyCluster = defineCommand({
  name: 'cluster.destroy',
  title: 'Destroy Cluster',
  target: 'cluster',
  input: z.strictObject({}),
  risk: 'destructive',
  asks: false,
  inputFor: () => ({}),
  targetOf: (_input, view) => clusterTarget(view),
  describe: () => 'Destroy the cluster',
  availability: (name, view) => runningCluster.offer(name, view, () => null),
  check: (_input, view) =>
    runningCluster.check('', view, (cluster) => {
      const roles = view.snapshot.roles.filter((role) => !role.isCoreGroup);
      const down = view.snapshot.nodes.filter((node) => node.state === 'Down').map((node) => node.name);
      return accepted(
        `The configuration of ${cluster.name} is deleted on every node. This cannot be undone.`,
        ...(roles.length === 0
          ? []
          : [
              `${countOf(roles.length, 'service or application', 'services and applications')} are no longer highly available and go offline. Virtual machines and what is on the disks stay.`,
            ]),
        ...(down.length === 0
          ? []
          : [`${listOf(down)} cannot be reached and must be cleaned up later with Clear-ClusterNode.`]),
      );
    }),
  script: () => [call('Remove-Cluster', { Force: true, Confirm: false })],
});

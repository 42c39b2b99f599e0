import { z } from 'zod';
import { accepted, available, defineCommand, unchanged, unavailable } from './command-definition';
import { objectName, objectNames, text } from './input-fields';
import { objection, offeredUnless, refusal, type Objection } from './objection';
import { clusterNotRunning } from './objections/cluster-objections';
import { call } from './script-step';
import { clusterTarget } from './targets';
import { countOf, listOf } from './words';
import type { ClusterView } from '../model/cluster-view';

function alreadyFormed(view: ClusterView): Objection {
  const { cluster } = view.snapshot;
  return cluster.state === 'NotFormed' ? null : objection(`${cluster.name} has already been created.`);
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
  availability: (_name, view) => offeredUnless(alreadyFormed(view)),
  check: ({ name, nodes, storage }, view) =>
    refusal(alreadyFormed(view)) ??
    accepted(
      `The cluster ${name} is created with ${listOf(nodes)}.`,
      storage === 'none'
        ? 'No disks are added to it.'
        : 'Every disk that all of them see and that fits is added to Available Storage.',
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
  check: ({ nodes }) =>
    accepted(`The tests run on ${listOf(nodes)}. Disks that are in use are not tested, and nothing goes offline.`),
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
  availability: (_name, view) => offeredUnless(clusterNotRunning(view)),
  check: (_input, view) => {
    const online = view.snapshot.roles.filter((role) => !role.isCoreGroup && role.state !== 'Offline');
    return (
      refusal(clusterNotRunning(view)) ??
      accepted(
        `The cluster service stops on every node; ${countOf(online.length, 'role')} of ${view.snapshot.cluster.name} go offline.`,
        'No client reaches anything in the cluster until it is started again.',
      )
    );
  },
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
  availability: (_name, view) => {
    const { cluster } = view.snapshot;
    if (cluster.state === 'Running') return unavailable(`${cluster.name} is already running.`);
    return cluster.state === 'NotFormed' ? unavailable(`${cluster.name} has not been created yet.`) : available;
  },
  check: (_input, view) => {
    const { cluster } = view.snapshot;
    if (cluster.state === 'NotFormed') return refusal(clusterNotRunning(view)) ?? accepted();
    if (cluster.state === 'Running') return unchanged(`${cluster.name} is already running.`);
    return accepted(
      'The cluster service starts on every node that has power.',
      'The cluster runs as soon as enough of them for quorum have started; then its roles come online.',
    );
  },
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
  availability: (_name, view) => offeredUnless(clusterNotRunning(view)),
  check: (_input, view) => refusal(clusterNotRunning(view)) ?? accepted(`${view.snapshot.cluster.name} is destroyed.`),
  script: () => [call('Remove-Cluster', { Force: true, Confirm: false })],
});

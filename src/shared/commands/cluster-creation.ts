import { z } from 'zod';
import type { Cluster } from '../model/cluster';
import { foldName, type ClusterView } from '../model/cluster-view';
import { accepted, available, defineCommand } from './command-definition';
import { objectName, objectNames, text } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { nodeLimit } from './rules/cluster-rules';
import { namedTwice } from './rules/node-rules';
import { anyCluster } from './rules/subject';
import { call } from './script-step';
import { aboutCluster } from './targets';
import { countOf, listOf, releaseInWords } from './words';

function alreadyFormed(cluster: Cluster): Objection {
  return cluster.state === 'NotFormed' ? null : objection(`${cluster.name} has already been created.`, 5890);
}

function unfitServers(names: readonly string[], view: ClusterView): Objection {
  const { nodes, cluster } = view.snapshot;
  const known = new Map(nodes.map((node) => [foldName(node.name), node]));
  const listed = cluster.state === 'NotFormed' && nodes.length > 0;
  const unknown = names.find((name) => listed && !known.has(foldName(name)));
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
    /** True: it is created although tests of Validate a Configuration fail; left out: one that fails prevents it. */
    overrideValidation: z.boolean().optional(),
  }),
  risk: 'safe',
  asks: true,
  inputFor: (name) => ({ name }),
  targetOf: () => null,
  describe: ({ name }) => `Create the cluster ${name}`,
  availability: (name, view) => anyCluster.offer(name, view, alreadyFormed),
  check: ({ name, nodes, storage, addresses = [], overrideValidation }, view) =>
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
          ...(overrideValidation === true
            ? ['Tests that fail do not prevent it. Microsoft does not support a cluster that fails validation.']
            : []),
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
  ...aboutCluster,
  input: z.strictObject({
    nodes: objectNames,
    /** Names of tests or categories; left out: all. */
    tests: z.array(text).min(1).max(200).optional(),
  }),
  risk: 'safe',
  asks: true,
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

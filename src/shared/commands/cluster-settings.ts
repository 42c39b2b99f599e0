import { z } from 'zod';
import { foldName, type ClusterView } from '../model/cluster-view';
import { clusterProperties, clusterProperty, valueInWords, windowsValue, wrongValue } from './cluster-properties';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objectName, text } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { badInput, releaseLacks } from './rules/cluster-rules';
import { cannotLeave } from './rules/move-rules';
import { nodeCannotReceive, nodesUnknown, runningNodes } from './rules/node-rules';
import { cannotMoveTo } from './rules/placement';
import { roles, runningCluster } from './rules/subject';
import { call, cmdletCall, setProperty } from './script-step';
import { aboutCluster } from './targets';

/** Changes a common property of the cluster. */
export const setClusterProperty = defineCommand({
  name: 'cluster.setProperty',
  title: 'Set Cluster Property',
  ...aboutCluster,
  input: z.strictObject({
    /** As `Get-Cluster` spells it, in any case, for example `SameSubnetThreshold`. */
    property: text,
    /** Durations in milliseconds, whatever unit Windows keeps them in. */
    value: z.union([z.number(), z.string(), z.boolean()]),
  }),
  risk: 'safe',
  asks: true,
  describe: ({ property, value }) => {
    const known = clusterProperty(property);
    return known === undefined
      ? `Set ${property} to ${String(value)}`
      : `Set ${known.name} to ${valueInWords(known, value)}`;
  },
  availability: (name, view) => runningCluster.offer(name, view, () => null),
  check: ({ property, value }, view) =>
    runningCluster.check('', view, (cluster) => {
      const known = clusterProperty(property);
      if (known === undefined) {
        const names = clusterProperties.map(({ name }) => name).join(', ');
        return refusal(badInput(`${property} is no property that can be set. These can: ${names}.`)) ?? accepted();
      }
      const wrong = wrongValue(known, value);
      return (
        refusal(releaseLacks(view, known.since ?? '2008', `property ${known.name}`)) ??
        refusal(wrong === null ? null : badInput(`${known.name} ${wrong}.`)) ??
        accepted(
          `${known.name} of ${cluster.name} becomes ${valueInWords(known, value)}.`,
          'It holds for every node at once; nothing is interrupted.',
        )
      );
    }),
  script: ({ property, value }) => {
    const known = clusterProperty(property);
    if (known === undefined) return [];
    return [setProperty(cmdletCall('Get-Cluster'), known.name, windowsValue(known, value))];
  },
});

function sharedVolumesGiven(view: ClusterView): Objection {
  const { cluster } = view.snapshot;
  if (cluster.release === '2008') return objection('Windows Server 2008 has no Cluster Shared Volumes.', 50);
  return cluster.sharedVolumesEnabled
    ? objection(`Cluster Shared Volumes are already enabled on ${cluster.name}.`)
    : null;
}

/** Turns on Cluster Shared Volumes where they are not there from the start (Windows Server 2008 R2). */
export const enableSharedVolumes = defineCommand({
  name: 'cluster.enableSharedVolumes',
  title: 'Enable Cluster Shared Volumes',
  ...aboutCluster,
  input: z.strictObject({}),
  risk: 'safe',
  asks: false,
  describe: () => 'Enable Cluster Shared Volumes',
  availability: (name, view) => runningCluster.offer(name, view, () => sharedVolumesGiven(view)),
  check: (_input, view) =>
    runningCluster.check('', view, (cluster) => {
      if (cluster.sharedVolumesEnabled)
        return unchanged(`Cluster Shared Volumes are already enabled on ${cluster.name}.`);
      return (
        refusal(sharedVolumesGiven(view)) ??
        accepted(
          'Disks of Available Storage can then be added to Cluster Shared Volumes, for virtual machines only.',
          'Every node gets the folder ClusterStorage on its system drive.',
        )
      );
    }),
  script: () => [setProperty(cmdletCall('Get-Cluster'), 'EnableSharedVolumes', 'Enabled/NoticeRead')],
});

const coreGroup = 'Cluster Group';

/** Moves the cluster's name, address and witness to another node. */
export const moveCoreResources = defineCommand({
  name: 'cluster.moveCoreResources',
  title: 'Move Core Cluster Resources',
  ...aboutCluster,
  input: z.strictObject({
    /** Left out: the best possible node. */
    destination: objectName.optional(),
  }),
  risk: 'disruptive',
  asks: true,
  targetOf: () => ({ kind: 'role', name: coreGroup }),
  describe: ({ destination }) => `Move the core cluster resources to ${destination ?? 'the best possible node'}`,
  availability: (_name, view) => roles.offer(coreGroup, view, (role) => cannotLeave(role, view)),
  check: ({ destination }, view) =>
    roles.check(coreGroup, view, (role) => {
      const node = destination === undefined ? undefined : view.node(destination);
      if (node !== undefined && foldName(node.name) === foldName(role.ownerNode ?? ''))
        return unchanged(`The core cluster resources are already on ${node.name}.`);
      const { cluster } = view.snapshot;
      return (
        refusal(
          (destination === undefined ? null : nodesUnknown([destination], view)) ??
            (node === undefined ? null : cannotMoveTo(role, node, view)) ??
            cannotLeave(role, view),
        ) ??
        accepted(
          `The name and address of ${cluster.name} and its witness go offline on ${role.ownerNode ?? 'their node'} and online on ${node?.name ?? otherNode(view, role.ownerNode)}.`,
          'Connections of consoles to the cluster name are lost for a moment. Services and applications are not touched.',
        )
      );
    }),
  script: ({ destination }) => [call('Move-ClusterGroup', { Name: coreGroup, Node: destination, Wait: 0 })],
});

function otherNode(view: ClusterView, owner: string | null): string {
  const others = runningNodes(view, owner ?? undefined).filter((node) => nodeCannotReceive(node) === null);
  const [only] = others;
  return others.length === 1 && only !== undefined ? only.name : 'the best possible node';
}

import { z } from 'zod';
import { quorumModes } from '../model/quorum';
import { accepted, defineCommand } from './command-definition';
import { objectName, text } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { clusterNotRunning } from './objections/cluster-objections';
import { quorumScript } from './quorum-script';
import { call, cmdletCall, setProperty } from './script-step';
import { clusterTarget } from './targets';

/** Changes how votes are counted and the witness. */
export const setQuorum = defineCommand({
  name: 'cluster.setQuorum',
  title: 'Configure Cluster Quorum Settings',
  target: 'cluster',
  input: z.strictObject({
    mode: z.enum(quorumModes),
    /** A disk's name, `\\server\share`, or the https address of a cloud witness; left out for nodeMajority. */
    witness: text.optional(),
  }),
  risk: 'disruptive',
  asks: true,
  inputFor: () => ({}),
  targetOf: (_input, view) => clusterTarget(view),
  describe: ({ mode, witness }) =>
    witness === undefined ? `Set the quorum to ${mode}` : `Set the quorum to ${mode} with ${witness}`,
  availability: (_name, view) => offeredUnless(clusterNotRunning(view)),
  check: (_input, view) => refusal(clusterNotRunning(view)) ?? accepted(),
  script: quorumScript,
});

/** Changes a common property of the cluster. */
export const setClusterProperty = defineCommand({
  name: 'cluster.setProperty',
  title: 'Set Cluster Property',
  target: 'cluster',
  input: z.strictObject({ property: text, value: z.union([z.number(), z.string(), z.boolean()]) }),
  risk: 'safe',
  asks: true,
  inputFor: () => ({}),
  targetOf: (_input, view) => clusterTarget(view),
  describe: ({ property, value }) => `Set ${property} to ${String(value)}`,
  availability: (_name, view) => offeredUnless(clusterNotRunning(view)),
  check: (_input, view) => refusal(clusterNotRunning(view)) ?? accepted(),
  script: ({ property, value }) => [setProperty(cmdletCall('Get-Cluster'), property, value)],
});

/** Turns on Cluster Shared Volumes where they are not there from the start (Windows Server 2008 R2). */
export const enableSharedVolumes = defineCommand({
  name: 'cluster.enableSharedVolumes',
  title: 'Enable Cluster Shared Volumes',
  target: 'cluster',
  input: z.strictObject({}),
  risk: 'safe',
  asks: false,
  inputFor: () => ({}),
  targetOf: (_input, view) => clusterTarget(view),
  describe: () => 'Enable Cluster Shared Volumes',
  availability: (_name, view) => offeredUnless(clusterNotRunning(view)),
  check: (_input, view) => refusal(clusterNotRunning(view)) ?? accepted(),
  script: () => [setProperty(cmdletCall('Get-Cluster'), 'EnableSharedVolumes', 'Enabled/NoticeRead')],
});

/** Moves the cluster's name, address and witness to another node. */
export const moveCoreResources = defineCommand({
  name: 'cluster.moveCoreResources',
  title: 'Move Core Cluster Resources',
  target: 'cluster',
  input: z.strictObject({
    /** Left out: the best possible node. */
    destination: objectName.optional(),
  }),
  risk: 'disruptive',
  asks: true,
  inputFor: () => ({}),
  targetOf: () => ({ kind: 'role', name: 'Cluster Group' }),
  describe: ({ destination }) => `Move the core cluster resources to ${destination ?? 'the best possible node'}`,
  availability: (_name, view) => offeredUnless(clusterNotRunning(view)),
  check: (_input, view) => refusal(clusterNotRunning(view)) ?? accepted(),
  script: ({ destination }) => [call('Move-ClusterGroup', { Name: 'Cluster Group', Node: destination, Wait: 0 })],
});

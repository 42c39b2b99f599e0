import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { resourceUnreachable } from './objections/resource-objections';
import { call } from './script-step';

const input = z.strictObject({ resource: objectName });

/** Brings a resource online, and first what it depends on. */
export const bringResourceOnline = defineCommand({
  name: 'resource.bringOnline',
  title: 'Bring Online',
  target: 'resource',
  input,
  risk: 'safe',
  asks: false,
  inputFor: (resource) => ({ resource }),
  targetOf: ({ resource }) => ({ kind: 'resource', name: resource }),
  describe: ({ resource }) => `Bring ${resource} online`,
  availability: (resource, view) => offeredUnless(resourceUnreachable(resource, view)),
  check: ({ resource }, view) => refusal(resourceUnreachable(resource, view)) ?? accepted(),
  script: ({ resource }) => [call('Start-ClusterResource', { Name: resource, Wait: 0 })],
});

/** Takes a resource offline, and first what depends on it. */
export const takeResourceOffline = defineCommand({
  name: 'resource.takeOffline',
  title: 'Take Offline',
  target: 'resource',
  input,
  risk: 'disruptive',
  asks: false,
  inputFor: (resource) => ({ resource }),
  targetOf: ({ resource }) => ({ kind: 'resource', name: resource }),
  describe: ({ resource }) => `Take ${resource} offline`,
  availability: (resource, view) => offeredUnless(resourceUnreachable(resource, view)),
  check: ({ resource }, view) => refusal(resourceUnreachable(resource, view)) ?? accepted(),
  script: ({ resource }) => [call('Stop-ClusterResource', { Name: resource, Wait: 0 })],
});

/** Makes a resource fail, to see what the cluster does. */
export const simulateFailure = defineCommand({
  name: 'resource.simulateFailure',
  title: 'Simulate Failure',
  target: 'resource',
  input,
  risk: 'disruptive',
  asks: false,
  inputFor: (resource) => ({ resource }),
  targetOf: ({ resource }) => ({ kind: 'resource', name: resource }),
  describe: ({ resource }) => `Simulate a failure of ${resource}`,
  availability: (resource, view) => offeredUnless(resourceUnreachable(resource, view)),
  check: ({ resource }, view) => refusal(resourceUnreachable(resource, view)) ?? accepted(),
  script: ({ resource }) => [call('Test-ClusterResourceFailure', { Name: resource })],
});

/** Removes a resource from its role. */
export const removeResource = defineCommand({
  name: 'resource.remove',
  title: 'Remove',
  target: 'resource',
  input,
  risk: 'destructive',
  asks: false,
  inputFor: (resource) => ({ resource }),
  targetOf: ({ resource }) => ({ kind: 'resource', name: resource }),
  describe: ({ resource }) => `Remove ${resource}`,
  availability: (resource, view) => offeredUnless(resourceUnreachable(resource, view)),
  check: ({ resource }, view) => refusal(resourceUnreachable(resource, view)) ?? accepted(),
  script: ({ resource }) => [call('Remove-ClusterResource', { Name: [resource], Force: true, Confirm: false })],
});

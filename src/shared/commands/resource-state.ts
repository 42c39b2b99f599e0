import { z } from 'zod';
import { foldName, type ClusterView } from '../model/cluster-view';
import type { Resource } from '../model/resource';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { directDependents, fallingWith, neededBy } from './rules/dependency-rules';
import { holdsMemory, memoryLacking } from './rules/memory-rules';
import { nodeNotRunning } from './rules/node-rules';
import { roleMoving, roleUnmonitored } from './rules/role-rules';
import { resources } from './rules/subject';
import { call } from './script-step';
import { countOf, durationInWords, listOf } from './words';

const input = z.strictObject({ resource: objectName });

/** A resource must not be on its way (5023), nor its role (5908); its node must answer (5050). */
function resourceBusy(resource: Resource, view: ClusterView): Objection {
  const role = view.role(resource.ownerGroup);
  const pending =
    resource.state === 'Pending' || resource.state.endsWith('Pending') || resource.state === 'Initializing';
  return (
    (role === undefined ? null : (roleMoving(role, view) ?? roleUnmonitored(role, view))) ??
    (pending ? objection(`${resource.name} is coming online or going offline; wait until that is done.`, 5023) : null)
  );
}

/** Nothing but the core group comes online on a paused node (70); a machine only where it has room (5956). */
function cannotComeOnline(resource: Resource, view: ClusterView): Objection {
  const busy = resourceBusy(resource, view);
  const node = resource.ownerNode === null ? undefined : view.node(resource.ownerNode);
  if (busy !== null || node === undefined) return busy;
  if (node.state === 'Paused' && !resource.isCoreResource)
    return objection(
      `${node.name} is paused, so nothing comes online there.`,
      70,
      `Resume ${node.name}, or move ${resource.ownerGroup}.`,
    );
  const machine = resource.resourceType === 'Virtual Machine' ? view.machineOf(resource.ownerGroup) : undefined;
  return machine === undefined || holdsMemory(machine) || nodeNotRunning(node) !== null
    ? null
    : memoryLacking(machine, node, node.memoryAvailable, 5956);
}

function names(list: readonly Resource[]): string {
  return listOf(list.map((resource) => resource.name));
}

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
  availability: (name, view) =>
    resources.offer(name, view, (resource) =>
      resource.state === 'Online' ? objection(`${resource.name} is already online.`) : cannotComeOnline(resource, view),
    ),
  check: ({ resource: name }, view) =>
    resources.check(name, view, (resource) => {
      if (resource.state === 'Online') return unchanged(`${resource.name} is already online.`);
      const needed = neededBy(resource, view);
      const where = resource.ownerNode === null ? '' : ` on ${resource.ownerNode}`;
      return (
        refusal(cannotComeOnline(resource, view)) ??
        accepted(
          ...(needed.length === 0 ? [] : [`First ${names(needed)} ${needed.length === 1 ? 'comes' : 'come'} online.`]),
          `${resource.name} comes online${where}.`,
        )
      );
    }),
  script: ({ resource }) => [call('Start-ClusterResource', { Name: resource, Wait: 0 })],
});

function isWitness(resource: Resource, view: ClusterView): boolean {
  return foldName(resource.name) === foldName(view.snapshot.quorum.witness ?? '');
}

/** The only vote of Disk Only cannot go offline: 5068. */
function onlyVote(resource: Resource, view: ClusterView): Objection {
  if (view.snapshot.quorum.mode !== 'diskOnly' || !isWitness(resource, view)) return null;
  return objection(`${resource.name} has the only vote of the cluster and stays online.`, 5068);
}

function offlineEffects(resource: Resource, view: ClusterView): readonly string[] {
  const falling = fallingWith(resource, view);
  return [
    ...(falling.length === 0
      ? []
      : [
          `First ${names(falling)} ${falling.length === 1 ? 'goes offline, because it depends' : 'go offline, because they depend'} on ${resource.name}.`,
        ]),
    `${resource.name} goes offline and stays so until it is brought online.`,
    ...(isWitness(resource, view) ? ['The cluster loses the vote of its witness.'] : []),
  ];
}

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
  availability: (name, view) =>
    resources.offer(name, view, (resource) =>
      resource.state === 'Offline'
        ? objection(`${resource.name} is already offline.`)
        : (onlyVote(resource, view) ?? resourceBusy(resource, view)),
    ),
  check: ({ resource: name }, view) =>
    resources.check(name, view, (resource) => {
      if (resource.state === 'Offline') return unchanged(`${resource.name} is already offline.`);
      return (
        refusal(onlyVote(resource, view) ?? resourceBusy(resource, view)) ?? accepted(...offlineEffects(resource, view))
      );
    }),
  script: ({ resource }) => [call('Stop-ClusterResource', { Name: resource, Wait: 0 })],
});

/** Only what is online, or on its way, can fail: 5023 ([MS-CMRP] ApiFailResource). */
function cannotFail(resource: Resource): Objection {
  if (resource.state === 'Online' || resource.state.endsWith('Pending')) return null;
  return objection(`${resource.name} is not online.`, 5023);
}

function failureEffects(resource: Resource): readonly string[] {
  const { restartThreshold, restartPeriod, restartDelay } = resource;
  if (restartThreshold === 0)
    return [`${resource.name} fails. It is not restarted: the role ${resource.ownerGroup} fails over to another node.`];
  return [
    `${resource.name} fails and is restarted on ${resource.ownerNode ?? 'its node'} after ${durationInWords(restartDelay)}.`,
    `After ${countOf(restartThreshold, 'restart')} within ${durationInWords(restartPeriod)} the next failure makes the role ${resource.ownerGroup} fail over to another node.`,
  ];
}

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
  availability: (name, view) => resources.offer(name, view, cannotFail),
  check: ({ resource: name }, view) =>
    resources.check(name, view, (resource) => refusal(cannotFail(resource)) ?? accepted(...failureEffects(resource))),
  script: ({ resource }) => [call('Test-ClusterResourceFailure', { Name: resource })],
});

/** Core resources cannot be removed (5026), nor what others depend on (5001). */
function cannotRemove(resource: Resource, view: ClusterView): Objection {
  if (resource.isCoreResource) return objection(`${resource.name} is a core resource of the cluster.`, 5026);
  const dependents = directDependents(resource, view);
  if (dependents.length === 0) return resourceBusy(resource, view);
  return objection(
    `${names(dependents)} ${dependents.length === 1 ? 'depends' : 'depend'} on ${resource.name}.`,
    5001,
    'Change or remove that first.',
  );
}

function removalEffects(resource: Resource): readonly string[] {
  const offline = resource.state === 'Offline' || resource.state === 'Failed' ? '' : 'goes offline and ';
  switch (resource.resourceType) {
    case 'Physical Disk':
      return [`${resource.name} ${offline}leaves the cluster. What is on it stays, but no role can use it.`];
    case 'Virtual Machine':
      return [
        `${resource.name} is removed: the virtual machine is no longer highly available. The machine itself and its files stay.`,
      ];
    default:
      return [`${resource.name} ${offline}is removed from the role ${resource.ownerGroup}; its settings are lost.`];
  }
}

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
  availability: (name, view) => resources.offer(name, view, (resource) => cannotRemove(resource, view)),
  check: ({ resource: name }, view) =>
    resources.check(
      name,
      view,
      (resource) => refusal(cannotRemove(resource, view)) ?? accepted(...removalEffects(resource)),
    ),
  script: ({ resource }) => [call('Remove-ClusterResource', { Name: [resource], Force: true, Confirm: false })],
});

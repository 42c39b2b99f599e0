import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import type { Resource } from '../model/resource';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { fallingWith, neededBy } from './rules/dependency-rules';
import { nodeNotRunning } from './rules/node-rules';
import { costsQuorum, isWitness } from './rules/quorum-rules';
import { resourceBusy } from './rules/resource-rules';
import { roleLostStorage } from './rules/role-rules';
import { cannotStartOn } from './rules/start-rules';
import { volumeInMaintenance } from './rules/volume-rules';
import { anyResources } from './rules/subject';
import { call } from './script-step';
import { aboutResource } from './targets';
import { listOf } from './words';

const input = z.strictObject({ resource: objectName });

/** Core resources may come online on any node that runs; everything else as {@link cannotStartOn} says. */
function cannotComeOnline(resource: Resource, view: ClusterView): Objection {
  const node = resource.ownerNode === null ? undefined : view.node(resource.ownerNode);
  const machine = resource.resourceType === 'Virtual Machine' ? view.machineOf(resource.ownerGroup) : undefined;
  return (
    resourceBusy(resource, view) ??
    (node === undefined
      ? null
      : resource.isCoreResource
        ? nodeNotRunning(node)
        : cannotStartOn(node, resource.ownerGroup, machine)) ??
    volumeInMaintenance(machine, view)
  );
}

function names(list: readonly Resource[]): string {
  return listOf(list.map((resource) => resource.name));
}

/** Brings a resource online, and first what it depends on. */
export const bringResourceOnline = defineCommand({
  name: 'resource.bringOnline',
  title: 'Bring Online',
  ...aboutResource,
  input,
  risk: 'safe',
  asks: false,
  describe: ({ resource }) => `Bring ${resource} online`,
  availability: (name, view) =>
    anyResources.offer(name, view, (resource) =>
      resource.state === 'Online' ? objection(`${resource.name} is already online.`) : cannotComeOnline(resource, view),
    ),
  check: ({ resource: name }, view) =>
    anyResources.check(name, view, (resource) => {
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

/** A machine without its storage cannot be saved, and so does not go offline by itself nor with its configuration. */
function cannotGoOffline(resource: Resource, view: ClusterView): Objection {
  const role = resource.resourceType.startsWith('Virtual Machine') ? view.role(resource.ownerGroup) : undefined;
  return (
    costsQuorum([resource], view) ??
    resourceBusy(resource, view) ??
    (role === undefined ? null : roleLostStorage(role, view))
  );
}

/** Takes a resource offline, and first what depends on it. */
export const takeResourceOffline = defineCommand({
  name: 'resource.takeOffline',
  title: 'Take Offline',
  ...aboutResource,
  input,
  risk: 'disruptive',
  asks: false,
  describe: ({ resource }) => `Take ${resource} offline`,
  availability: (name, view) =>
    anyResources.offer(name, view, (resource) =>
      resource.state === 'Offline'
        ? objection(`${resource.name} is already offline.`)
        : cannotGoOffline(resource, view),
    ),
  check: ({ resource: name }, view) =>
    anyResources.check(name, view, (resource) => {
      if (resource.state === 'Offline')
        return (
          refusal(resourceBusy(resource, view)) ??
          accepted(`${resource.name} is offline and stays so until it is brought online.`)
        );
      return refusal(cannotGoOffline(resource, view)) ?? accepted(...offlineEffects(resource, view));
    }),
  script: ({ resource }) => [call('Stop-ClusterResource', { Name: resource, Wait: 0 })],
});

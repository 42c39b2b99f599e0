import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import type { Resource } from '../model/resource';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { directDependents } from './rules/dependency-rules';
import { resourceBusy } from './rules/resource-rules';
import { resources } from './rules/subject';
import { call } from './script-step';
import { aboutResource } from './targets';
import { listOf } from './words';

/** Core resources cannot be removed (5026), nor what others depend on (5001). */
function cannotRemove(resource: Resource, view: ClusterView): Objection {
  if (resource.isCoreResource) return objection(`${resource.name} is a core resource of the cluster.`, 5026);
  const dependents = directDependents(resource, view);
  if (dependents.length === 0) return resourceBusy(resource, view);
  return objection(
    `${listOf(dependents.map((dependent) => dependent.name))} ${dependents.length === 1 ? 'depends' : 'depend'} on ${resource.name}.`,
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
  ...aboutResource,
  input: z.strictObject({ resource: objectName }),
  risk: 'destructive',
  asks: false,
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

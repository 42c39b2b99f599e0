import type { ClusterView } from '#shared/model/cluster-view';
import { foldName } from '#shared/model/cluster-view';
import { notFound, notSimulated } from '../cmdlet-failure';
import { clusterObject } from '../objects/cluster-object';
import { groupObject } from '../objects/group-object';
import { networkObject } from '../objects/network-object';
import { nodeObject } from '../objects/node-object';
import { resourceObject } from '../objects/resource-object';
import { resourceTypeName, resourceTypeObject, resourceTypes } from '../objects/resource-type-object';
import { type PracticeObject, textIn } from '../practice-object';
import { meant } from './scope';

function found<T>(item: T | undefined, what: Parameters<typeof notFound>[0], object: PracticeObject): T {
  if (item === undefined) throw notFound(what, textIn(object, 'Name'));
  return item;
}

/** All properties of an object that another one only named: `(Get-ClusterGroup x).OwnerNode.State`. */
export function wholeObject(object: PracticeObject, view: ClusterView): PracticeObject {
  const { nodes, roles, resources, networks } = view.snapshot;
  const name = textIn(object, 'Name');
  switch (object.$type) {
    case 'Cluster':
      return clusterObject(view);
    case 'ClusterNode':
      return nodeObject(
        found(
          nodes.find((node) => foldName(node.name) === foldName(name)),
          'node',
          object,
        ),
        view,
      );
    case 'ClusterGroup':
      return groupObject(found(meant(roles, object), 'group', object), view);
    case 'ClusterResource':
      return resourceObject(found(meant(resources, object), 'resource', object), view);
    case 'ClusterResourceType':
      return resourceTypeObject(
        found(
          resourceTypes(view).find((type) => resourceTypeName(type) === name),
          'resource type',
          object,
        ),
        view,
      );
    case 'ClusterNetwork':
      return networkObject(found(meant(networks, object), 'network', object), view);
    default:
      throw notSimulated(`Reading a ${object.$type} again`);
  }
}

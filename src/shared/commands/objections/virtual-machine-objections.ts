import { clusterError } from '../../model/cluster-error';
import type { ClusterView } from '../../model/cluster-view';
import type { Objection } from '../objection';

/** The virtual machine must exist on one of the nodes. */
export function virtualMachineMissing(name: string, view: ClusterView): Objection {
  if (view.virtualMachine(name) !== undefined) return null;
  return clusterError('notFound', `There is no virtual machine ${name} on the nodes of ${view.snapshot.cluster.name}.`);
}

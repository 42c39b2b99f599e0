import { clusterError } from '../../model/cluster-error';
import type { ClusterView } from '../../model/cluster-view';
import type { Node } from '../../model/node';
import { objection, type Objection } from '../objection';

/** The node must exist: 5042. */
export function nodeMissing(name: string, view: ClusterView): Objection {
  if (view.node(name) !== undefined) return null;
  return clusterError('notFound', `${name} is not a node of ${view.snapshot.cluster.name}.`, { code: 5042 });
}

/** The node must run the cluster service (up or paused): 5050. */
export function nodeNotRunning(name: string, view: ClusterView): Objection {
  const missing = nodeMissing(name, view);
  if (missing !== null) return missing;
  const node = view.node(name);
  if (node === undefined || isRunning(node)) return null;
  if (node.state === 'Joining') return objection(`${node.name} is still joining the cluster.`, 5050);
  if (node.statusInformation.includes('Isolated')) return objection(`${node.name} is isolated.`, 5050);
  return objection(`${node.name} is down.`, 5050);
}

/** Whether a node runs the cluster service and is a member: up, or paused. */
export function isRunning(node: Node): boolean {
  return node.state === 'Up' || node.state === 'Paused';
}

/** The nodes that are members now, without `except`. */
export function runningNodes(view: ClusterView, except?: string): readonly Node[] {
  return view.snapshot.nodes.filter((node) => isRunning(node) && node.name !== except);
}

import { foldName, type ClusterView } from '../../model/cluster-view';
import type { Node } from '../../model/node';
import { objection, type Objection } from '../objection';

/** Whether a node is a member that runs the cluster service: up, or paused. */
export function isRunning(node: Node): boolean {
  return node.state === 'Up' || node.state === 'Paused';
}

/** A node must run the cluster service: 5050. */
export function nodeNotRunning(node: Node): Objection {
  if (isRunning(node)) return null;
  if (node.state === 'Joining') return objection(`${node.name} is still joining the cluster.`, 5050);
  if (node.statusInformation.includes('Isolated')) return objection(`${node.name} is isolated.`, 5050);
  if (node.statusInformation.includes('Quarantined')) return objection(`${node.name} is in quarantine.`, 5050);
  return objection(node.state === 'Unknown' ? `The state of ${node.name} is unknown.` : `${node.name} is down.`, 5050);
}

/** A node must be able to get roles: running (5050), not paused and not being drained, as before its service stops (5070). */
export function nodeCannotReceive(node: Node): Objection {
  if (node.state === 'Paused') return objection(`${node.name} is paused; resume it first.`, 5070);
  if (node.drainStatus === 'InProgress') return objection(`${node.name} is being drained.`, 5070);
  return nodeNotRunning(node);
}

/** The members without `except`. */
export function runningNodes(view: ClusterView, except?: string): readonly Node[] {
  return view.snapshot.nodes.filter(
    (node) => isRunning(node) && (except === undefined || foldName(node.name) !== foldName(except)),
  );
}

/** Nodes named in an input must exist (5042) and be named once. */
export function nodesUnknown(names: readonly string[], view: ClusterView): Objection {
  const unknown = names.find((name) => view.node(name) === undefined);
  if (unknown !== undefined) return objection(`${unknown} is not a node of ${view.snapshot.cluster.name}.`, 5042);
  return namedTwice(names);
}

/** No name may stand twice in a list. */
export function namedTwice(names: readonly string[]): Objection {
  const folded = names.map(foldName);
  const twice = names.find((name, index) => folded.indexOf(foldName(name)) !== index);
  return twice === undefined ? null : objection(`${twice} is named twice.`, 87);
}

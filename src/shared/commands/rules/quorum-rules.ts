import { foldName, type ClusterView } from '../../model/cluster-view';
import type { Resource } from '../../model/resource';
import { objection, type Objection } from '../objection';
import { isRunning } from './node-rules';

const witnessTypes: readonly string[] = ['File Share Quorum Witness', 'Cloud Witness'];

/** Whether a resource is the witness: the disk of that name, or the share or cloud witness of the core group. */
export function isWitness({ name, resourceType }: Resource, view: ClusterView): boolean {
  const { witness } = view.snapshot.quorum;
  if (witness === null) return false;
  return witnessTypes.includes(resourceType) || foldName(name) === foldName(witness);
}

/** Whether the votes of the nodes that run are no majority, and the vote of the witness makes it one. */
function needsWitness(view: ClusterView): boolean {
  const { mode, votes, votesNeeded } = view.snapshot.quorum;
  if (mode === 'diskOnly') return true;
  const running = view.snapshot.nodes.filter(isRunning);
  const ofNodes = running.reduce((sum, node) => sum + node.dynamicWeight, 0);
  return votes >= votesNeeded && ofNodes < votesNeeded;
}

/** The witness cannot go offline where the cluster would lose its quorum without it: 5068, ERROR_INVALID_OPERATION_ON_QUORUM. */
export function costsQuorum(resources: readonly Resource[], view: ClusterView): Objection {
  const witness = resources.find((resource) => isWitness(resource, view));
  if (witness === undefined || !needsWitness(view)) return null;
  return objection(
    `Without ${witness.name} the cluster would lose its quorum.`,
    5068,
    'Start more nodes or give them votes first, or use Shut Down Cluster.',
  );
}

import type { AgentPush } from '../agent/agent-session';
import { clusterSections, type ClusterSection } from './cluster-rows';
import { clusterPlans } from './section-plan';

/** The sections that are read first and often. */
export const allCheapSections: readonly ClusterSection[] = (
  Object.keys(clusterSections) as readonly ClusterSection[]
).filter((section) => clusterPlans[section].cost === 'cheap');

/** What is read when the cluster says that an object of a kind changed. */
const byKind: { readonly [what: string]: readonly ClusterSection[] } = {
  cluster: ['cluster', 'quorum'],
  node: ['nodes', 'cluster', 'quorum', 'groups', 'interfaces'],
  group: ['groups'],
  resource: ['resources', 'groups', 'sharedVolumes', 'cluster'],
  resourceType: ['parameters'],
  network: ['networks'],
  networkInterface: ['interfaces', 'networks'],
  quorum: ['quorum', 'cluster', 'nodes'],
};

/** The sections that a push is about: none for the first one, which tells that pushes come; all for a kind that is not known. */
export function sectionsOfPush({ what, name }: AgentPush): readonly ClusterSection[] {
  if (what === '' && name === '') return [];
  return byKind[what] ?? allCheapSections;
}

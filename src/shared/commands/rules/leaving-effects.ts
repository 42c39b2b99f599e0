import { foldName, type ClusterView } from '../../model/cluster-view';
import { isAtLeast } from '../../model/release';
import type { Role } from '../../model/role';
import { countOf, listOf, sentence } from '../words';
import { nodeCannotReceive } from './node-rules';
import { expectedPlacements, type Placement } from './placement';

/** How a role leaves its node. */
type Way = 'live' | 'quick' | 'move' | 'offline';

/** Below this priority a drain quick migrates a machine: medium, the default of the resource type's MoveTypeThreshold. */
const livePriority = 2000;

function wayOf(role: Role, view: ClusterView): Way {
  if (role.state === 'Offline' || role.state === 'Failed') return 'offline';
  if (role.groupType !== 'VirtualMachine') return 'move';
  return isAtLeast(view.snapshot.cluster.release, '2012') && role.priority >= livePriority ? 'live' : 'quick';
}

const waysInWords: { readonly [W in Way]: readonly [one: string, many: string] } = {
  live: ['live migrates', 'live migrate'],
  quick: ['quick migrates', 'quick migrate'],
  move: ['moves', 'move'],
  offline: ['moves, staying offline,', 'move, staying offline,'],
};

const manyNames = 4;

/** At most three names, then how many more. */
function someOf(names: readonly string[]): string {
  if (names.length <= manyNames) return listOf(names);
  return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

function movingSentences(placed: readonly Placement[], certain: boolean, view: ClusterView): readonly string[] {
  return (['live', 'quick', 'move', 'offline'] as const).flatMap((way) => {
    const moving = placed.filter(({ role }) => wayOf(role, view) === way);
    const [one, many] = waysInWords[way];
    const nodes = [...new Set(moving.flatMap(({ node }) => (node === null ? [] : [node.name])))];
    const says = (names: readonly string[], where: string): string =>
      `${someOf(names)} ${names.length === 1 ? one : many} ${where}.`;
    if (nodes.length > manyNames)
      return [
        says(
          moving.map(({ role }) => role.name),
          `to ${nodes.length} other nodes`,
        ),
      ];
    return nodes.map((node) =>
      says(
        moving.filter((placement) => placement.node?.name === node).map(({ role }) => role.name),
        certain ? `to ${node}` : `to the best possible node, probably ${node}`,
      ),
    );
  });
}

/** What happens when roles leave a node. */
export interface Leaving {
  /** What moves where, in sentences. */
  readonly moves: readonly string[];
  /** What cannot move, each with its reason, in sentences. */
  readonly stays: readonly string[];
  /** How many roles cannot move. */
  readonly staying: number;
}

/** What happens to the roles of a node that is drained, or whose cluster service stops. */
export function leaving(node: string, view: ClusterView, destination?: string): Leaving {
  const roles = view.rolesOn(node).filter((role) => !role.isCoreGroup || view.resourcesOf(role.name).length > 0);
  const placements = expectedPlacements(roles, view, destination);
  const placed = placements.filter((placement) => placement.node !== null);
  const stuck = placements.flatMap((placement) => (placement.node === null ? [placement] : []));
  const open = view.snapshot.nodes.filter(
    (other) => foldName(other.name) !== foldName(node) && nodeCannotReceive(other) === null,
  );
  const said = stuck.slice(0, 3).map(({ role, reason }) => `${role.name} cannot move: ${reason}`);
  const more = stuck.length - said.length;
  return {
    moves: movingSentences(placed, destination !== undefined || open.length === 1, view),
    stays: more === 0 ? said : [...said, `${sentence(countOf(more, 'more role'))} cannot move either.`],
    staying: stuck.length,
  };
}

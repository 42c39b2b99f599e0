import type { ClusterView } from '#shared/model/cluster-view';
import type { Role } from '#shared/model/role';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { TimeScale } from '../../lib/format/time';
import { remember } from '../../lib/remember';
import type { Tone } from '../../lib/tone';
import type { GridRow } from '../../ui/grid/grid-types';
import type { RoleFacts } from './role-facts';
import { roleInformation } from './role-information';
import { ownerInWords, roleStatus } from './role-status';
import { roleTypeInWords } from './role-words';

/** One line of "Services and applications". */
export interface RoleRow extends GridRow {
  readonly tone: Tone;
  readonly status: string;
  readonly type: string;
  readonly isMachine: boolean;
  readonly owner: string;
  readonly priority: number;
  /** Bytes; null for a role that is not a virtual machine. */
  readonly memory: number | null;
  readonly information: string;
  readonly wrong: boolean;
  /** Whether it moves now. */
  readonly moves: boolean;
}

/** Everything that is to be known of a role to word it. */
export function factsOf(role: Role, view: ClusterView): RoleFacts {
  return {
    role,
    machine: view.machineOf(role.name),
    resources: view.resourcesOf(role.name),
    owner: role.ownerNode === null ? undefined : view.node(role.ownerNode),
    operation: view.runningOperation({ kind: 'role', name: role.name }),
  };
}

/** The roles that an administrator made, each with all that is to be known of it. */
export function ownFacts(view: ClusterView): readonly RoleFacts[] {
  const { roles, resources, virtualMachines, nodes, operations } = view.snapshot;
  return factsOfLists(roles, resources, virtualMachines, nodes, operations, view);
}

/** Several places ask for the facts of thousands of roles after each change: they are put together once. */
const factsOfLists = remember(
  (
    roles: readonly Role[],
    _resources: ClusterSnapshot['resources'],
    _machines: ClusterSnapshot['virtualMachines'],
    _nodes: ClusterSnapshot['nodes'],
    _operations: ClusterSnapshot['operations'],
    view: ClusterView,
  ): readonly RoleFacts[] => roles.filter((role) => !role.isCoreGroup).map((role) => factsOf(role, view)),
);

/** The roles that an administrator made as lines of a grid; the same lines as long as nothing changed. */
export function ownRows(view: ClusterView, scale: TimeScale): readonly RoleRow[] {
  return rowsOfFacts(ownFacts(view), scale);
}

const rowsOfFacts = remember((facts: readonly RoleFacts[], scale: TimeScale) =>
  facts.map(({ role, machine, resources, owner, operation }) =>
    rowOf(role, machine, resources, owner, operation, scale),
  ),
);

/** A role as a line of a grid. */
export function roleRow(role: Role, view: ClusterView, scale: TimeScale): RoleRow {
  const { machine, resources, owner, operation } = factsOf(role, view);
  return rowOf(role, machine, resources, owner, operation, scale);
}

/** Thousands of rows are asked for again and again, and few of them changed. */
const rowOf = remember(buildRow);

function buildRow(
  role: Role,
  machine: RoleFacts['machine'],
  resources: RoleFacts['resources'],
  owner: RoleFacts['owner'],
  operation: RoleFacts['operation'],
  scale: TimeScale,
): RoleRow {
  const facts: RoleFacts = { role, machine, resources, owner, operation };
  const { tone, text: status } = roleStatus(facts);
  const information = roleInformation(facts, scale);
  return {
    id: role.id,
    name: role.name,
    tone,
    status,
    type: roleTypeInWords(role.groupType),
    isMachine: facts.machine !== undefined,
    owner: ownerInWords(facts),
    priority: role.priority,
    memory: memoryOf(facts),
    information: information.text,
    wrong: information.wrong,
    moves: (facts.operation?.migration ?? null) !== null,
  };
}

function memoryOf({ machine }: RoleFacts): number | null {
  if (machine === undefined) return null;
  return machine.memoryAssigned > 0 ? machine.memoryAssigned : machine.memoryStartup;
}

/** The roles that an administrator made: not the core group and not Available Storage. */
export function ownRoles(view: ClusterView): readonly Role[] {
  return view.snapshot.roles.filter((role) => !role.isCoreGroup);
}

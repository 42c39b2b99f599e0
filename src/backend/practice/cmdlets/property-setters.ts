import { clusterProperty } from '#shared/commands/cluster-properties';
import type { ClusterView } from '#shared/model/cluster-view';
import type { JsonValue } from '#shared/model/operation';
import type { Role } from '#shared/model/role';
import { nameOf } from '../bound-parameters';
import { notFound, notSimulated, wrongArgument } from '../cmdlet-failure';
import type { CmdletRun } from '../cmdlet-run';
import { unset } from '../objects/group-object';
import { type PracticeObject, textIn } from '../practice-object';
import { act } from './act';
import { meant, runningCluster } from './scope';

/** An assignment to a property of an object: `(Get-ClusterGroup x).Priority = 3000`. */
export interface Assignment {
  readonly object: PracticeObject;
  readonly property: string;
  readonly value: JsonValue;
}

function numberOf({ property, value }: Assignment): number {
  if (typeof value !== 'number') throw wrongArgument(`${property} takes a number.`);
  return value;
}

const priorities: Readonly<Record<number, string>> = { 3000: 'high', 2000: 'medium', 1000: 'low', 0: 'noAutoStart' };

/** Windows sets the two ends of the window one after the other; the cluster learns it when both are known. */
async function setWindow(
  run: CmdletRun,
  role: Role,
  change: { readonly from?: number; readonly to?: number },
): Promise<void> {
  const before = { from: role.failbackWindowStart ?? unset, to: role.failbackWindowEnd ?? unset };
  const { from, to } = { ...before, ...run.memory.failbackWindows.get(role.id), ...change };
  if ((from === unset) !== (to === unset)) {
    run.memory.failbackWindows.set(role.id, { ...run.memory.failbackWindows.get(role.id), ...change });
    return;
  }
  run.memory.failbackWindows.delete(role.id);
  const failback = from === unset ? 'immediate' : { from, to };
  if (role.autoFailbackType === 1) await act(run, 'role.setFailback', { role: role.name, failback });
  else run.memory.failbackWindows.set(role.id, { from, to });
}

async function setFailbackType(run: CmdletRun, role: Role, type: number): Promise<void> {
  if (type === 0) {
    await act(run, 'role.setFailback', { role: role.name, failback: 'prevent' });
    return;
  }
  const window = run.memory.failbackWindows.get(role.id);
  const from = window?.from ?? role.failbackWindowStart ?? unset;
  const to = window?.to ?? role.failbackWindowEnd ?? unset;
  const complete = from !== unset && to !== unset;
  await act(run, 'role.setFailback', { role: role.name, failback: complete ? { from, to } : 'immediate' });
}

async function setOfRole(run: CmdletRun, role: Role, assignment: Assignment): Promise<void> {
  const { property, value } = assignment;
  const name = { role: role.name };
  switch (property) {
    case 'Priority': {
      const priority = priorities[numberOf(assignment)];
      if (priority === undefined) throw wrongArgument('Priority takes 3000, 2000, 1000 or 0.');
      await act(run, 'role.setPriority', { ...name, priority });
      return;
    }
    case 'FailoverThreshold':
      await act(run, 'role.setFailover', { ...name, failover: { threshold: numberOf(assignment) } });
      return;
    case 'FailoverPeriod':
      await act(run, 'role.setFailover', { ...name, failover: { period: numberOf(assignment) * 3_600_000 } });
      return;
    case 'AutoFailbackType':
      await setFailbackType(run, role, numberOf(assignment));
      return;
    case 'FailbackWindowStart':
      await setWindow(run, role, { from: numberOf(assignment) });
      return;
    case 'FailbackWindowEnd':
      await setWindow(run, role, { to: numberOf(assignment) });
      return;
    case 'AntiAffinityClassNames': {
      const names = Array.isArray(value)
        ? (value as readonly JsonValue[])
        : value === '' || value === null
          ? []
          : [value];
      await act(run, 'role.setAntiAffinity', { ...name, antiAffinity: names.map(nameOf) });
      return;
    }
    default:
      throw notSimulated(`Setting ${property} of a group`);
  }
}

/** Inputs of `resource.setPolicies` by property. */
function policyOf(property: string, value: number): { readonly [key: string]: JsonValue } | undefined {
  switch (property) {
    case 'RestartThreshold':
      return { restart: { threshold: value } };
    case 'RestartPeriod':
      return { restart: { period: value } };
    case 'RestartDelay':
      return { restart: { delay: value } };
    case 'RetryPeriodOnFailure':
      return { restart: { retryAfter: value } };
    case 'PendingTimeout':
      return { pendingTimeout: value };
    case 'LooksAlivePollInterval':
      return { looksAlive: value };
    case 'IsAlivePollInterval':
      return { isAlive: value };
    default:
      return undefined;
  }
}

async function setOfCluster(run: CmdletRun, assignment: Assignment): Promise<void> {
  const { property, value } = assignment;
  if (property === 'EnableSharedVolumes') {
    if (typeof value !== 'string' || !value.startsWith('Enabled'))
      throw notSimulated('Disabling Cluster Shared Volumes');
    await act(run, 'cluster.enableSharedVolumes', {});
    return;
  }
  const known = clusterProperty(property);
  if (known === undefined) throw notSimulated(`Setting ${property} of the cluster`);
  const level =
    property === 'ResiliencyLevel' ? { IsolateOnSpecialHeartbeat: 1, AlwaysIsolate: 2 }[nameOf(value)] : undefined;
  const kept = known.kind === 'seconds' ? numberOf(assignment) * 1000 : (level ?? value);
  await act(run, 'cluster.setProperty', { property: known.name, value: kept });
}

const networkRoles: Readonly<Record<string, string>> = {
  None: 'none',
  Cluster: 'cluster',
  ClusterAndClient: 'clusterAndClient',
};

function objectIn<T extends { readonly id: string; readonly name: string }>(
  items: readonly T[],
  { object }: Assignment,
  what: Parameters<typeof notFound>[0],
): T {
  const item = meant(items, object);
  if (item === undefined) throw notFound(what, textIn(object, 'Name'));
  return item;
}

async function setOfNetwork(run: CmdletRun, view: ClusterView, assignment: Assignment): Promise<void> {
  const network = objectIn(view.snapshot.networks, assignment, 'network').name;
  const { property, value } = assignment;
  const role = networkRoles[nameOf(value)];
  if (property === 'Name') await act(run, 'network.rename', { network, name: nameOf(value) });
  else if (property === 'Role' && role !== undefined) await act(run, 'network.setRole', { network, role });
  else throw notSimulated(`Setting ${property} of a network${property === 'Role' ? ' so' : ''}`);
}

/** Carries out an assignment to a property. */
export async function setProperty(run: CmdletRun, assignment: Assignment): Promise<void> {
  const view = runningCluster(run);
  const { object, property } = assignment;
  switch (object.$type) {
    case 'Cluster':
      return setOfCluster(run, assignment);
    case 'ClusterNode': {
      const name = textIn(object, 'Name');
      const node = view.node(name);
      if (node === undefined) throw notFound('node', name);
      if (property !== 'NodeWeight') throw notSimulated(`Setting ${property} of a node`);
      await act(run, 'node.setVote', { node: node.name, vote: numberOf(assignment) });
      return;
    }
    case 'ClusterGroup':
      return setOfRole(run, objectIn(view.snapshot.roles, assignment, 'group'), assignment);
    case 'ClusterResource': {
      const resource = objectIn(view.snapshot.resources, assignment, 'resource').name;
      const policy = policyOf(property, Number(assignment.value));
      if (policy === undefined) throw notSimulated(`Setting ${property} of a resource`);
      await act(run, 'resource.setPolicies', { resource, ...policy });
      return;
    }
    case 'ClusterNetwork':
      return setOfNetwork(run, view, assignment);
    default:
      throw notSimulated(`Setting ${property} of a ${object.$type}`);
  }
}

import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { foldName, type ClusterView } from '#shared/model/cluster-view';
import { countOf } from '#shared/commands/words';
import type { CheckedCommand } from '../../check-command';

/** Where the work stands that a command has started. */
export type GoalState =
  /** `percent`: 0 to 100; null: nothing has begun yet; left out: the goal cannot tell. */
  | { readonly kind: 'underWay'; readonly text: string; readonly percent?: number | null }
  | { readonly kind: 'reached'; readonly text: string }
  /** The object is where it was and nothing moves: not begun yet, or over without having got there. */
  | { readonly kind: 'still'; readonly error: ClusterError }
  | { readonly kind: 'failed'; readonly error: ClusterError }
  /** A drain failed: these roles are still there. Why, the node has logged. */
  | { readonly kind: 'drainFailed'; readonly stayed: readonly string[] };

/** Looks at the cluster for what a command is to bring about. */
export type Goal = (view: ClusterView) => GoalState;

const underWay = (text: string): GoalState => ({ kind: 'underWay', text });
const reached = (text: string): GoalState => ({ kind: 'reached', text });
const seeEvents = 'Look at the events of the object and of its node.';
const failed = (message: string): GoalState => ({
  kind: 'failed',
  error: clusterError('refused', message, { advice: seeEvents }),
});
const still = (message: string): GoalState => ({
  kind: 'still',
  error: clusterError('refused', message, { advice: seeEvents }),
});

/**
 * What a command brings about after its cmdlets returned, because they are started with `-Wait 0`. Null: it is done when
 * they are.
 */
export function goalOf({ command, input }: CheckedCommand, before: ClusterView): Goal | null {
  const named = (field: string): string => {
    const value = input[field];
    return typeof value === 'string' ? value : '';
  };
  switch (command) {
    case 'role.move':
    case 'role.liveMigrate':
    case 'role.quickMigrate':
      return moved(named('role'), before.role(named('role'))?.ownerNode ?? null);
    case 'cluster.moveCoreResources':
      return moved('Cluster Group', before.snapshot.cluster.ownerNode);
    case 'role.create':
      // The owner moves to the wanted node when the role came online on another; both are part of its steps.
      return online(named('name'));
    case 'role.bringOnline':
      return online(named('role'));
    case 'role.takeOffline':
      return offline(named('role'));
    case 'resource.bringOnline':
      return resourceIs(named('resource'), 'Online');
    case 'resource.takeOffline':
      return resourceIs(named('resource'), 'Offline');
    case 'node.pause':
      return input['drain'] === true ? drained(named('node'), rolesOn(named('node'), before)) : null;
    case 'disk.moveSharedVolume':
      return volumeMoved(named('disk'), before.sharedVolume(named('disk'))?.ownerNode ?? null);
    default:
      return null;
  }
}

/** A role that leaves `from`, its node; it is there when it stands still on another one. */
export function moved(name: string, from: string | null): Goal {
  return (view) => {
    const role = view.role(name);
    if (role === undefined) return failed(`${name} is not there any more.`);
    if (role.statusInformation.includes('Queued')) return { kind: 'underWay', text: 'Waits for a slot', percent: null };
    if (role.state === 'Pending') return underWay('Moves');
    if (role.ownerNode === from) return still(`${name} stayed on ${from ?? 'its node'}.`);
    if (role.state === 'Failed') return failed(`${name} failed on ${role.ownerNode ?? 'its new node'}.`);
    return reached(`On ${role.ownerNode ?? 'another node'}`);
  };
}

function online(name: string): Goal {
  return (view) => {
    const role = view.role(name);
    if (role === undefined) return still(`${name} is not there.`);
    if (role.state === 'Online') return reached('Online');
    if (role.state === 'Failed') return failed(`${name} failed to come online.`);
    if (role.state === 'Pending') return underWay('Comes online');
    return still(role.statusReason ?? `${name} did not come online: it is ${role.state}.`);
  };
}

function offline(name: string): Goal {
  return (view) => {
    const role = view.role(name);
    if (role === undefined) return failed(`${name} is not there any more.`);
    if (role.state === 'Offline') return reached('Offline');
    return role.state === 'Pending'
      ? underWay('Goes offline')
      : still(`${name} did not go offline: it is ${role.state}.`);
  };
}

function resourceIs(name: string, wanted: 'Online' | 'Offline'): Goal {
  return (view) => {
    const resource = view.resource(name);
    if (resource === undefined) return failed(`${name} is not there any more.`);
    if (resource.state === wanted) return reached(wanted);
    if (resource.state.endsWith('Pending')) return underWay(wanted === 'Online' ? 'Comes online' : 'Goes offline');
    if (resource.state === 'Failed') return failed(`${name} failed.`);
    return still(`${name} is ${resource.state}.`);
  };
}

/** Names of the roles that a drain has to move. */
function rolesOn(node: string, view: ClusterView): readonly string[] {
  return view.rolesOn(node).map(({ name }) => name);
}

function drained(name: string, roles: readonly string[]): Goal {
  return (view) => {
    const node = view.node(name);
    if (node === undefined) return failed(`${name} is not there any more.`);
    const left = rolesOn(name, view);
    if (node.drainStatus === 'Failed') return { kind: 'drainFailed', stayed: left };
    if (node.drainStatus === 'Completed') return reached('Drained');
    if (node.drainStatus !== 'InProgress') return still(`${name} was not drained.`);
    // What came to the node meanwhile has to leave too.
    const all = new Set([...roles, ...left].map(foldName)).size;
    if (all === 0) return underWay('Drains');
    const moved = all - left.length;
    return {
      kind: 'underWay',
      text: `${moved} of ${countOf(all, 'role')} moved`,
      percent: Math.round((100 * moved) / all),
    };
  };
}

function volumeMoved(name: string, from: string | null): Goal {
  return (view) => {
    const volume = view.sharedVolume(name);
    if (volume === undefined) return failed(`${name} is not there any more.`);
    if (volume.state.endsWith('Pending')) return underWay('Moves');
    if (volume.ownerNode === from) return still(`${name} stayed on ${from ?? 'its node'}.`);
    return volume.state === 'Failed' ? failed(`${name} failed.`) : reached(`On ${volume.ownerNode ?? 'another node'}`);
  };
}

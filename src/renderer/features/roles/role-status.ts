import { waitsForSlot } from '#shared/commands/rules/role-rules';
import type { Role } from '#shared/model/role';
import type { VirtualMachine } from '#shared/model/virtual-machine';
import type { StatusWords } from '../../lib/tone';
import { hasFlag, type RoleFacts } from './role-facts';

const ofState = {
  Online: { tone: 'ok', text: 'Online' },
  Offline: { tone: 'off', text: 'Offline' },
  Failed: { tone: 'error', text: 'Failed' },
  PartialOnline: { tone: 'warn', text: 'Partially online' },
  Pending: { tone: 'progress', text: 'Pending' },
  Unknown: { tone: 'unknown', text: 'Unknown' },
} as const satisfies Record<Role['state'], StatusWords>;

const inBetween: { readonly [State in VirtualMachine['state']]?: StatusWords } = {
  Starting: { tone: 'progress', text: 'Starting' },
  Stopping: { tone: 'progress', text: 'Stopping' },
  Saving: { tone: 'progress', text: 'Saving' },
  Resuming: { tone: 'progress', text: 'Restoring' },
};

/** How a role is, in a word: what moves it first, then what is wrong, then Windows' state. */
export function roleStatus({ role, machine, resources, operation }: RoleFacts): StatusWords {
  const migration = operation?.migration;
  if (migration?.kind === 'live')
    return { tone: 'progress', text: waitsForSlot(role, migration) ? 'Queued' : 'Live migrating' };
  const between = machine === undefined ? undefined : inBetween[machine.state];
  if (between !== undefined && role.state !== 'Online') return between;
  if (migration?.kind === 'quick') return { tone: 'progress', text: 'Quick migrating' };
  if (hasFlag(role.statusInformation, 'Unmonitored')) return { tone: 'warn', text: 'Unmonitored' };
  if (machine?.state === 'PausedCritical') return { tone: 'error', text: 'Paused-Critical' };
  if (role.state === 'Pending') return pendingStatus(role, resources, operation);
  if (role.state === 'Online' && machine?.state === 'Paused') return { tone: 'warn', text: 'Paused' };
  return ofState[role.state];
}

function pendingStatus(role: Role, resources: RoleFacts['resources'], operation: RoleFacts['operation']): StatusWords {
  if (hasFlag(role.statusInformation, 'Queued')) return { tone: 'progress', text: 'Queued' };
  // One that a real cluster began by itself, as in a drain, is known by nothing else.
  if (operation?.command === 'role.liveMigrate') return { tone: 'progress', text: 'Live migrating' };
  if (resources.some((resource) => resource.state === 'OfflinePending')) {
    return { tone: 'progress', text: 'Offline pending' };
  }
  if (resources.some((resource) => resource.state === 'OnlinePending')) {
    return { tone: 'progress', text: 'Online pending' };
  }
  return ofState.Pending;
}

/** `Demo1`, or `Demo1 → Demo2` while it moves. */
export function ownerInWords({ role, operation }: Pick<RoleFacts, 'role' | 'operation'>): string {
  const migration = operation?.migration;
  if (migration !== undefined && migration !== null && operation?.outcome === 'running') {
    return `${migration.from} → ${migration.to === '' ? 'best node' : migration.to}`;
  }
  return role.ownerNode ?? '';
}

/** Rank for sorting by status: what is wrong first. */
export function statusRank(status: StatusWords): number {
  return ['error', 'warn', 'unknown', 'progress', 'off', 'ok'].indexOf(status.tone);
}

import { waitsForSlot } from '#shared/commands/rules/role-rules';
import type { Resource } from '#shared/model/resource';
import type { VirtualMachine } from '#shared/model/virtual-machine';
import type { TimeScale } from '../../lib/format/time';
import { formatTime } from '../../lib/format/time';
import { formatBytes } from '../../lib/format/bytes';
import { migrationSentence } from './migration/migration-sentence';
import { hasFlag, type RoleFacts } from './role-facts';

/** Why a role is as it is and what comes next; empty where there is nothing to say. */
export interface Information {
  readonly text: string;
  /** Whether it tells of something wrong. */
  readonly wrong: boolean;
}

function plain(text: string): Information {
  return { text, wrong: false };
}

function wrong(text: string): Information {
  return { text, wrong: true };
}

/** The Information column: what runs, then what is wrong, then what is to be done. */
export function roleInformation(facts: RoleFacts, scale: TimeScale): Information {
  const { role, operation } = facts;
  if (operation?.migration) {
    const { migration, progress } = operation;
    return plain(migrationSentence(migration, progress, waitsForSlot(role, migration)));
  }
  return (
    unmonitored(facts, scale) ??
    failure(facts) ??
    critical(facts) ??
    lacking(facts) ??
    byState(facts) ?? {
      text: role.statusReason ?? '',
      wrong: false,
    }
  );
}

function unmonitored({ role, owner }: RoleFacts, scale: TimeScale): Information | undefined {
  if (!hasFlag(role.statusInformation, 'Unmonitored')) return undefined;
  const node = role.ownerNode ?? 'its node';
  const until = owner?.statusUntil ?? null;
  const when =
    until === null ? 'if it does not return' : `at ${formatTime(until, scale)} at the latest if it does not return`;
  return wrong(`${node} is isolated: fails over ${when}`);
}

function failure({ role, resources }: RoleFacts): Information | undefined {
  const failed = resources.find((resource) => resource.state === 'Failed');
  if (failed === undefined) return role.state === 'Failed' ? wrong(role.statusReason ?? 'Failed') : undefined;
  return wrong(failed.statusReason ?? role.statusReason ?? `${failed.name} failed`);
}

function critical({ role, machine }: RoleFacts): Information | undefined {
  if (machine?.state !== 'PausedCritical') return undefined;
  return wrong(role.statusReason ?? 'Paused until its storage is back');
}

function lacking({ role, machine }: RoleFacts): Information | undefined {
  if (hasFlag(role.statusInformation, 'PhysicalResourcesLacking')) {
    const needs = machine === undefined ? '' : ` for its ${formatBytes(machine.memoryStartup)}`;
    return wrong(role.statusReason ?? `No node has room${needs}: it is started again as soon as there is`);
  }
  if (hasFlag(role.statusInformation, 'Preempted')) {
    return wrong(role.statusReason ?? 'Shut down to make room for roles of higher priority');
  }
  return undefined;
}

function byState(facts: RoleFacts): Information | undefined {
  const { role, machine, resources, operation } = facts;
  switch (role.state) {
    case 'Pending':
      if (hasFlag(role.statusInformation, 'Queued'))
        return plain(role.statusReason ?? 'Waits for a free migration slot');
      return plain(role.statusReason ?? operation?.progress.text ?? pendingResource(resources));
    case 'Offline':
      return plain(role.statusReason ?? offlineSentence(machine));
    case 'PartialOnline':
      return plain(role.statusReason ?? partialSentence(resources));
    case 'Online':
      return guestSentence(machine);
    case 'Failed':
    case 'Unknown':
      return undefined;
  }
}

function pendingResource(resources: readonly Resource[]): string {
  const pending = resources.find(({ state }) => state === 'OnlinePending' || state === 'OfflinePending');
  if (pending === undefined) return '';
  return pending.state === 'OnlinePending' ? `${pending.name} comes online` : `${pending.name} goes offline`;
}

function offlineSentence(machine: VirtualMachine | undefined): string {
  return machine?.state === 'Saved'
    ? 'Saved: goes on where it stopped when it is brought online'
    : 'Needs to be started';
}

function partialSentence(resources: readonly Resource[]): string {
  const off = resources.filter(({ state }) => state === 'Offline').map(({ name }) => name);
  if (off.length === 0) return '';
  return `${off.join(', ')} ${off.length === 1 ? 'is' : 'are'} offline`;
}

function guestSentence(machine: VirtualMachine | undefined): Information | undefined {
  if (machine === undefined) return undefined;
  switch (machine.heartbeat) {
    case 'NoContact':
      return plain('The guest boots');
    case 'LostCommunication':
      return wrong('The guest does not answer: it is restarted when the next health check finds it so');
    case 'Unknown':
    case 'OkApplicationsUnknown':
    case 'OkApplicationsHealthy':
    case 'Paused':
      return undefined;
  }
}

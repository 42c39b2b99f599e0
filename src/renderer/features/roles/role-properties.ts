import type { Role } from '#shared/model/role';
import { exactBytes, formatBytes } from '../../lib/format/bytes';
import { formatCount, formatPercent } from '../../lib/format/numbers';
import type { TimeScale } from '../../lib/format/time';
import type { Property } from '../../ui/property-list';
import type { RoleFacts } from './role-facts';
import { roleInformation } from './role-information';
import { ownerInWords, roleStatus } from './role-status';
import { priorityInWords, roleTypeInWords } from './role-words';

function inGuestCluster(name: string | null): readonly Property[] {
  return name === null ? [] : [{ label: 'Guest cluster', value: name }];
}

/** What it is and how it stands. */
export function roleProperties(facts: RoleFacts, scale: TimeScale): readonly Property[] {
  const { role } = facts;
  const information = roleInformation(facts, scale).text;
  return [
    { label: 'Status', value: roleStatus(facts).text },
    ...(information === '' ? [] : [{ label: 'Information', value: information }]),
    { label: 'Type', value: roleTypeInWords(role.groupType) },
    ...inGuestCluster(role.guestCluster),
    { label: 'Owner node', value: ownerInWords(facts) },
    { label: 'Resources', value: String(facts.resources.length) },
  ];
}

const heartbeatWords = {
  Unknown: 'Not known',
  NoContact: 'No contact yet',
  LostCommunication: 'Lost',
  OkApplicationsUnknown: 'OK',
  OkApplicationsHealthy: 'OK, applications healthy',
  Paused: 'Paused',
} as const;

/** The virtual machine behind it; empty for other roles. */
export function machineProperties({ machine }: RoleFacts): readonly Property[] {
  if (machine === undefined) return [];
  const { memoryAssigned, memoryStartup, cpuUsage } = machine;
  return [
    { label: 'Machine', value: machine.state },
    ...(machine.state === 'Running' ? [{ label: 'Guest heartbeat', value: heartbeatWords[machine.heartbeat] }] : []),
    ...inGuestCluster(machine.guestCluster),
    { label: 'Memory', value: formatBytes(memoryStartup), exact: exactBytes(memoryStartup) },
    ...(memoryAssigned > 0 && memoryAssigned !== memoryStartup
      ? [{ label: 'Assigned now', value: formatBytes(memoryAssigned), exact: exactBytes(memoryAssigned) }]
      : []),
    { label: 'Processors', value: String(machine.processorCount) },
    ...(cpuUsage === null ? [] : [{ label: 'Processor', value: formatPercent(cpuUsage) }]),
    ...(machine.disks.length === 0 ? [] : [{ label: 'Storage', value: machine.disks.join(', ') }]),
  ];
}

/** Where it may run and what happens after a failure. */
export function policyProperties(role: Role): readonly Property[] {
  return [
    { label: 'Priority', value: priorityInWords(role.priority) },
    {
      label: 'Preferred owners',
      value: role.preferredOwners.length === 0 ? 'None set' : role.preferredOwners.join(', '),
    },
    { label: 'Failover', value: failoverInWords(role) },
    { label: 'Failback', value: failbackInWords(role) },
    ...(role.antiAffinityClassNames.length === 0
      ? []
      : [{ label: 'Anti-affinity', value: role.antiAffinityClassNames.join(', ') }]),
  ];
}

function failoverInWords({ failoverThreshold, failoverPeriod }: Role): string {
  const times = failoverThreshold === null ? 'once for each other node' : formatCount(failoverThreshold, 'time');
  return `At most ${times} within ${formatCount(failoverPeriod, 'hour')}`;
}

function failbackInWords({ autoFailbackType, failbackWindowStart, failbackWindowEnd }: Role): string {
  if (autoFailbackType === 0) return 'Prevented';
  if (failbackWindowStart === null || failbackWindowEnd === null) return 'At once';
  return `Between ${failbackWindowStart}:00 and ${failbackWindowEnd}:00`;
}

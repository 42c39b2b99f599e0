import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { anyObjectNames, duration, objectName, text } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { roleUnreachable } from './objections/role-objections';
import { call, cmdletCall, setProperty, type CmdletCall } from './script-step';
import { countOf, durationInWords, listOf } from './words';

function group(role: string): CmdletCall {
  return cmdletCall('Get-ClusterGroup', { Name: [role] });
}

const priorities = { high: 3000, medium: 2000, low: 1000, noAutoStart: 0 } as const;
const priorityWords = { high: 'high', medium: 'medium', low: 'low', noAutoStart: 'no auto start' } as const;

/** Sets the order in which roles start after a failure. */
export const setPriority = defineCommand({
  name: 'role.setPriority',
  title: 'Set Priority',
  target: 'role',
  input: z.strictObject({ role: objectName, priority: z.enum(['high', 'medium', 'low', 'noAutoStart']) }),
  risk: 'safe',
  asks: true,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role, priority }) => `Set the priority of ${role} to ${priorityWords[priority]}`,
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role, priority }) => [setProperty(group(role), 'Priority', priorities[priority])],
});

/** Sets the nodes a role prefers, in order. */
export const setPreferredOwners = defineCommand({
  name: 'role.setPreferredOwners',
  title: 'Set Preferred Owners',
  target: 'role',
  input: z.strictObject({
    role: objectName,
    /** In order; empty: none. */
    preferredOwners: anyObjectNames,
  }),
  risk: 'safe',
  asks: true,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role, preferredOwners }) =>
    `Set the preferred owners of ${role} to ${preferredOwners.length === 0 ? 'none' : listOf(preferredOwners)}`,
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role, preferredOwners }) => [call('Set-ClusterOwnerNode', { Group: role, Owners: preferredOwners })],
});

const hourLength = 3_600_000;

/** Sets how many failovers a role gets within a period before it stays Failed. */
export const setFailover = defineCommand({
  name: 'role.setFailover',
  title: 'Set Failover',
  target: 'role',
  input: z.strictObject({
    role: objectName,
    failover: z.strictObject({
      /** Failovers within the period; left out: stays as it is. */
      threshold: z.int().nonnegative().optional(),
      /** Windows keeps it in whole hours; left out: stays as it is. */
      period: duration.optional(),
    }),
  }),
  risk: 'safe',
  asks: true,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role, failover: { threshold, period } }) => {
    const count = threshold === undefined ? '' : ` at most ${countOf(threshold, 'failover')}`;
    return `Allow ${role}${count}${period === undefined ? '' : ` in ${durationInWords(period)}`}`;
  },
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role, failover: { threshold, period } }) => [
    ...(threshold === undefined ? [] : [setProperty(group(role), 'FailoverThreshold', threshold)]),
    ...(period === undefined ? [] : [setProperty(group(role), 'FailoverPeriod', Math.ceil(period / hourLength))]),
  ],
});

const hour = z.int().min(0).max(23);

/** What Windows writes for "any hour". */
const anyHour = 4_294_967_295;

/** Sets whether and when a role goes back to its preferred owner. */
export const setFailback = defineCommand({
  name: 'role.setFailback',
  title: 'Set Failback',
  target: 'role',
  input: z.strictObject({
    role: objectName,
    /** `from` and `to`: between these hours of the day, 0 to 23. */
    failback: z.union([z.literal('prevent'), z.literal('immediate'), z.strictObject({ from: hour, to: hour })]),
  }),
  risk: 'safe',
  asks: true,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role, failback }) => {
    if (failback === 'prevent') return `Prevent failback of ${role}`;
    if (failback === 'immediate') return `Allow failback of ${role} at any time`;
    return `Allow failback of ${role} between ${failback.from} and ${failback.to} hours`;
  },
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role, failback }) => {
    if (failback === 'prevent') return [setProperty(group(role), 'AutoFailbackType', 0)];
    const window = failback === 'immediate' ? { from: anyHour, to: anyHour } : failback;
    return [
      setProperty(group(role), 'AutoFailbackType', 1),
      setProperty(group(role), 'FailbackWindowStart', window.from),
      setProperty(group(role), 'FailbackWindowEnd', window.to),
    ];
  },
});

/** Sets the classes of roles that keep apart from each other. */
export const setAntiAffinity = defineCommand({
  name: 'role.setAntiAffinity',
  title: 'Set Anti-Affinity',
  target: 'role',
  input: z.strictObject({
    role: objectName,
    /** AntiAffinityClassNames; empty: none. */
    antiAffinity: z.array(text).max(100),
  }),
  risk: 'safe',
  asks: true,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role, antiAffinity }) =>
    `Set the anti-affinity classes of ${role} to ${antiAffinity.length === 0 ? 'none' : listOf(antiAffinity)}`,
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role, antiAffinity }) => [setProperty(group(role), 'AntiAffinityClassNames', antiAffinity)],
});

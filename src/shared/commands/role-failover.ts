import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { duration, objectName } from './input-fields';
import { refusal } from './objection';
import { badInput } from './rules/cluster-rules';
import { roles } from './rules/subject';
import { cmdletCall, setProperty, type CmdletCall } from './script-step';
import { aboutRole } from './targets';
import { countOf, durationInWords } from './words';

function group(role: string): CmdletCall {
  return cmdletCall('Get-ClusterGroup', { Name: [role] });
}

const hourLength = 3_600_000;

/** Windows keeps the failover period in whole hours; a part of an hour counts as one. */
function wholeHours(milliseconds: number): number {
  return Math.ceil(milliseconds / hourLength);
}

/** Sets how many failovers a role gets within a period before it stays Failed. */
export const setFailover = defineCommand({
  name: 'role.setFailover',
  title: 'Set Failover',
  ...aboutRole,
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
  describe: ({ role, failover: { threshold, period } }) => {
    if (threshold === undefined)
      return `Set the failover period of ${role}${period === undefined ? '' : ` to ${durationInWords(period)}`}`;
    const count = `Allow ${role} ${countOf(threshold, 'failover')}`;
    return period === undefined ? count : `${count} in ${durationInWords(period)}`;
  },
  availability: (name, view) => roles.offer(name, view, () => null),
  check: ({ role: name, failover: { threshold, period } }, view) =>
    roles.check(name, view, (role) => {
      const hours = period === undefined ? role.failoverPeriod : wholeHours(period);
      const allowed = threshold ?? role.failoverThreshold ?? view.snapshot.nodes.length - 1;
      return (
        refusal(threshold === undefined && period === undefined ? badInput('There is nothing to change.') : null) ??
        accepted(
          `${role.name} may fail over ${allowed === 1 ? 'once' : `${allowed} times`} in ${countOf(hours, 'hour')}; after that it stays Failed.`,
          ...(period !== undefined && period % hourLength !== 0 ? ['Windows counts the period in whole hours.'] : []),
        )
      );
    }),
  script: ({ role, failover: { threshold, period } }) => [
    ...(threshold === undefined ? [] : [setProperty(group(role), 'FailoverThreshold', threshold)]),
    ...(period === undefined ? [] : [setProperty(group(role), 'FailoverPeriod', wholeHours(period))]),
  ],
});

const hour = z.int().min(0).max(23);

/** What Windows writes for "any hour". */
const anyHour = 4_294_967_295;

function clock(hours: number): string {
  return `${String(hours).padStart(2, '0')}:00`;
}

/** Sets whether and when a role goes back to its preferred owner. */
export const setFailback = defineCommand({
  name: 'role.setFailback',
  title: 'Set Failback',
  ...aboutRole,
  input: z.strictObject({
    role: objectName,
    /** `from` and `to`: between these hours of the day, 0 to 23. */
    failback: z.union([z.literal('prevent'), z.literal('immediate'), z.strictObject({ from: hour, to: hour })]),
  }),
  risk: 'safe',
  asks: true,
  describe: ({ role, failback }) => {
    if (failback === 'prevent') return `Prevent failback of ${role}`;
    if (failback === 'immediate') return `Allow failback of ${role} at any time`;
    return `Allow failback of ${role} between ${clock(failback.from)} and ${clock(failback.to)}`;
  },
  availability: (name, view) => roles.offer(name, view, () => null),
  check: ({ role: name, failback }, view) =>
    roles.check(name, view, (role) => {
      if (failback === 'prevent') return accepted(`${role.name} stays where it is when its preferred owner is back.`);
      const when =
        failback === 'immediate'
          ? 'as soon as it is back'
          : `between ${clock(failback.from)} and ${clock(failback.to)}`;
      const [first] = role.preferredOwners;
      return accepted(
        first === undefined
          ? `${role.name} has no preferred owner, so nothing happens until one is set with Set Preferred Owners.`
          : `${role.name} moves back to ${first} ${when}.`,
      );
    }),
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

import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import type { Role } from '../model/role';
import { accepted, defineCommand, unchanged } from './command-definition';
import { anyObjectNames, objectName, text } from './input-fields';
import { refusal, type Objection } from './objection';
import { releaseLacks } from './rules/cluster-rules';
import { namedTwice, nodesUnknown } from './rules/node-rules';
import { roleIsCore } from './rules/role-rules';
import { roles } from './rules/subject';
import { call, cmdletCall, setProperty } from './script-step';
import { aboutRole } from './targets';
import { listOf } from './words';

const priorities = { high: 3000, medium: 2000, low: 1000, noAutoStart: 0 } as const;
const priorityWords = { high: 'high', medium: 'medium', low: 'low', noAutoStart: 'no auto start' } as const;

const priorityEffects = {
  high: 'After a failure it starts before the roles of medium and low priority.',
  medium: 'After a failure it starts after the roles of high priority.',
  low: 'After a failure it starts last, and it is shut down where a role of higher priority needs the room.',
  noAutoStart: 'After a failure it stays offline until it is brought online by hand.',
} as const;

function noPriority(role: Role, view: ClusterView): Objection {
  return roleIsCore(role) ?? releaseLacks(view, '2012', 'priority of roles');
}

/** Sets the order in which roles start after a failure. */
export const setPriority = defineCommand({
  name: 'role.setPriority',
  title: 'Set Priority',
  ...aboutRole,
  input: z.strictObject({ role: objectName, priority: z.enum(['high', 'medium', 'low', 'noAutoStart']) }),
  risk: 'safe',
  asks: true,
  describe: ({ role, priority }) => `Set the priority of ${role} to ${priorityWords[priority]}`,
  availability: (name, view) => roles.offer(name, view, (role) => noPriority(role, view)),
  check: ({ role: name, priority }, view) =>
    roles.check(name, view, (role) => {
      if (role.priority === priorities[priority])
        return unchanged(`The priority of ${role.name} already is ${priorityWords[priority]}.`);
      return (
        refusal(noPriority(role, view)) ??
        accepted(`The priority of ${role.name} becomes ${priorityWords[priority]}.`, priorityEffects[priority])
      );
    }),
  script: ({ role, priority }) => [
    setProperty(cmdletCall('Get-ClusterGroup', { Name: [role] }), 'Priority', priorities[priority]),
  ],
});

/** Sets the nodes a role prefers, in order. */
export const setPreferredOwners = defineCommand({
  name: 'role.setPreferredOwners',
  title: 'Set Preferred Owners',
  ...aboutRole,
  input: z.strictObject({
    role: objectName,
    /** In order; empty: none. */
    preferredOwners: anyObjectNames,
  }),
  risk: 'safe',
  asks: true,
  describe: ({ role, preferredOwners }) =>
    `Set the preferred owners of ${role} to ${preferredOwners.length === 0 ? 'none' : listOf(preferredOwners)}`,
  availability: (name, view) => roles.offer(name, view, () => null),
  check: ({ role: name, preferredOwners }, view) =>
    roles.check(
      name,
      view,
      (role) =>
        refusal(nodesUnknown(preferredOwners, view)) ??
        accepted(
          preferredOwners.length === 0
            ? `${role.name} prefers no node.`
            : `${role.name} prefers ${preferredOwners.join(', then ')}.`,
          'It stays where it is now.',
          ...(preferredOwners.length === 0 && role.autoFailbackType === 1
            ? ['Without a preferred owner it does not fail back.']
            : []),
        ),
    ),
  script: ({ role, preferredOwners }) => [call('Set-ClusterOwnerNode', { Group: role, Owners: preferredOwners })],
});

/** Sets the classes of roles that keep apart from each other. */
export const setAntiAffinity = defineCommand({
  name: 'role.setAntiAffinity',
  title: 'Set Anti-Affinity',
  ...aboutRole,
  input: z.strictObject({
    role: objectName,
    /** AntiAffinityClassNames; empty: none. */
    antiAffinity: z.array(text).max(100),
  }),
  risk: 'safe',
  asks: true,
  describe: ({ role, antiAffinity }) =>
    `Set the anti-affinity classes of ${role} to ${antiAffinity.length === 0 ? 'none' : listOf(antiAffinity)}`,
  availability: (name, view) => roles.offer(name, view, () => null),
  check: ({ role: name, antiAffinity }, view) =>
    roles.check(name, view, (role) => {
      const apart = view.snapshot.roles
        .filter(
          (other) =>
            other.name !== role.name && other.antiAffinityClassNames.some((owned) => antiAffinity.includes(owned)),
        )
        .map((other) => other.name);
      return (
        refusal(namedTwice(antiAffinity)) ??
        accepted(
          apart.length === 0
            ? `${role.name} keeps apart from no other role.`
            : `${role.name} goes to another node than ${listOf(apart)} while there is one.`,
          'It stays where it is now.',
        )
      );
    }),
  script: ({ role, antiAffinity }) => [
    setProperty(cmdletCall('Get-ClusterGroup', { Name: [role] }), 'AntiAffinityClassNames', antiAffinity),
  ],
});

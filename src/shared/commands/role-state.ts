import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { roleUnreachable } from './objections/role-objections';
import { call } from './script-step';

const input = z.strictObject({ role: objectName });

/** Brings every resource of a role online, in dependency order. */
export const bringRoleOnline = defineCommand({
  name: 'role.bringOnline',
  title: 'Bring Online',
  target: 'role',
  input,
  risk: 'safe',
  asks: false,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role }) => `Bring ${role} online`,
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role }) => [call('Start-ClusterGroup', { Name: role, Wait: 0 })],
});

/** Takes every resource of a role offline, in reverse dependency order. */
export const takeRoleOffline = defineCommand({
  name: 'role.takeOffline',
  title: 'Take Offline',
  target: 'role',
  input,
  risk: 'disruptive',
  asks: false,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role }) => `Take ${role} offline`,
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role }) => [call('Stop-ClusterGroup', { Name: role, Wait: 0 })],
});

/** Removes a role from the cluster. */
export const removeRole = defineCommand({
  name: 'role.remove',
  title: 'Remove',
  target: 'role',
  input,
  risk: 'destructive',
  asks: false,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role }) => `Remove ${role}`,
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role }) => [
    call('Remove-ClusterGroup', { Name: [role], RemoveResources: true, Force: true, Confirm: false }),
  ],
});

import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { roleUnreachable } from './objections/role-objections';
import { call } from './script-step';

const input = z.strictObject({
  role: objectName,
  /** Left out: the best possible node. */
  destination: objectName.optional(),
});

function to(destination: string | undefined): string {
  return `to ${destination ?? 'the best possible node'}`;
}

/** Moves a role: offline here, online there. A virtual machine is saved or shut down on the way. */
export const moveRole = defineCommand({
  name: 'role.move',
  title: 'Move',
  target: 'role',
  input,
  risk: 'disruptive',
  asks: true,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role, destination }) => `Move ${role} ${to(destination)}`,
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role, destination }) => [call('Move-ClusterGroup', { Name: role, Node: destination, Wait: 0 })],
});

/** Moves a running virtual machine without stopping it. */
export const liveMigrate = defineCommand({
  name: 'role.liveMigrate',
  title: 'Live Migrate',
  target: 'role',
  input,
  risk: 'safe',
  asks: true,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role, destination }) => `Live migrate ${role} ${to(destination)}`,
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role, destination }) => [
    call('Move-ClusterVirtualMachineRole', { Name: role, Node: destination, MigrationType: 'Live', Wait: 0 }),
  ],
});

/** Moves a virtual machine by saving its memory to disk and reading it back. */
export const quickMigrate = defineCommand({
  name: 'role.quickMigrate',
  title: 'Quick Migrate',
  target: 'role',
  input,
  risk: 'disruptive',
  asks: true,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role, destination }) => `Quick migrate ${role} ${to(destination)}`,
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role, destination }) => [
    call('Move-ClusterVirtualMachineRole', { Name: role, Node: destination, MigrationType: 'Quick', Wait: 0 }),
  ],
});

/** Stops a live migration that is under way or waits; the machine stays where it is. */
export const cancelMigration = defineCommand({
  name: 'role.cancelMigration',
  title: 'Cancel Live Migration',
  target: 'role',
  input: z.strictObject({ role: objectName }),
  risk: 'safe',
  asks: false,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role }) => `Cancel the live migration of ${role}`,
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role }) => [call('Move-ClusterVirtualMachineRole', { Name: role, Cancel: true })],
});

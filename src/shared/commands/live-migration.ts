import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import type { Role } from '../model/role';
import { accepted, defineCommand } from './command-definition';
import { moveInput, objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { releaseLacks } from './rules/cluster-rules';
import { memoryOf } from './rules/memory-rules';
import { alreadyThere, cannotLeave, moveCheck } from './rules/move-rules';
import {
  movementOf,
  notAMachine,
  roleBusy,
  roleLostStorage,
  roleUnmonitored,
  storageMovementOf,
} from './rules/role-rules';
import { roles } from './rules/subject';
import { call } from './script-step';
import { aboutRole } from './targets';
import { sizeInWords, toDestination } from './words';

function notRunning(role: Role, view: ClusterView): Objection {
  const machine = view.machineOf(role.name);
  if (machine === undefined || machine.state === 'Running' || machine.state === 'Paused') return null;
  return objection(
    `${role.name} is ${machine.state.toLowerCase()}; only a running virtual machine can live migrate.`,
    5004,
    'Use Move instead.',
  );
}

function cannotLiveMigrate(role: Role, view: ClusterView): Objection {
  return (
    notAMachine(role) ??
    releaseLacks(view, '2008R2', 'live migration') ??
    roleBusy(role, view) ??
    roleUnmonitored(role, view) ??
    roleLostStorage(role, view) ??
    notRunning(role, view) ??
    (view.snapshot.networks.length > 0 && view.snapshot.networks.every((network) => network.liveMigrationOrder === null)
      ? objection('No network is allowed for live migration.', 5035, 'Choose networks in Live Migration Settings.')
      : null) ??
    cannotLeave(role, view)
  );
}

/** Moves a running virtual machine without stopping it. */
export const liveMigrate = defineCommand({
  name: 'role.liveMigrate',
  title: 'Live Migrate',
  ...aboutRole,
  input: moveInput,
  risk: 'safe',
  asks: true,
  describe: ({ role, destination }) => `Live migrate ${role} ${toDestination(destination)}`,
  availability: (name, view) => roles.offer(name, view, (role) => cannotLiveMigrate(role, view)),
  check: ({ role: name, destination }, view) =>
    roles.check(name, view, (role) =>
      moveCheck(role, destination, view, cannotLiveMigrate, alreadyThere(role), (where) => {
        const machine = view.machineOf(role.name);
        const memory = machine === undefined ? 'its memory' : `its memory (${sizeInWords(memoryOf(machine))})`;
        return [
          `${role.name} keeps running while ${memory} is copied to ${where}.`,
          'At the end it stands still for a moment; connections normally survive.',
        ];
      }),
    ),
  script: ({ role, destination }) => [
    call('Move-ClusterVirtualMachineRole', { Name: role, Node: destination, MigrationType: 'Live', Wait: 0 }),
  ],
});

function nothingToCancel(role: Role, view: ClusterView): Objection {
  const machine = view.machineOf(role.name);
  const storage = machine === undefined ? undefined : storageMovementOf(machine, view);
  if (storage !== undefined && storage.cancel !== null) return null;
  const operation = movementOf(role, view);
  const migration = operation?.migration;
  // Somebody else began it, and it was only just read.
  if (operation === undefined && role.state === 'Pending' && role.statusInformation.split(', ').includes('Queued'))
    return null;
  if (operation === undefined || !migration) return objection(`${role.name} is not live migrating.`, 5023);
  if (migration.kind === 'quick') return objection(`${role.name} is quick migrating; that cannot be cancelled.`, 5023);
  if (operation.cancel !== null) return null;
  return objection(
    `${role.name} is just being handed over to ${migration.to === '' ? 'another node' : migration.to}; it is too late to cancel.`,
    5023,
  );
}

/** Stops a live migration that is under way or waits, or a storage migration; the machine stays where it is. */
export const cancelMigration = defineCommand({
  name: 'role.cancelMigration',
  title: 'Cancel Live Migration',
  ...aboutRole,
  input: z.strictObject({ role: objectName }),
  risk: 'safe',
  asks: false,
  describe: ({ role }) => `Cancel the live migration of ${role}`,
  availability: (name, view) => roles.offer(name, view, (role) => notAMachine(role) ?? nothingToCancel(role, view)),
  check: ({ role: name }, view) =>
    roles.check(
      name,
      view,
      (role) =>
        refusal(notAMachine(role) ?? nothingToCancel(role, view)) ??
        accepted(`${role.name} stays on ${role.ownerNode ?? 'its node'} and keeps running.`),
    ),
  script: ({ role }) => [call('Move-ClusterVirtualMachineRole', { Name: role, Cancel: true })],
});

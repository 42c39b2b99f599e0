import type { ClusterView } from '../model/cluster-view';
import type { Role } from '../model/role';
import { defineCommand, unchanged } from './command-definition';
import { moveInput } from './input-fields';
import type { Objection } from './objection';
import { memoryOf } from './rules/memory-rules';
import { alreadyThere, cannotLeave, moveCheck } from './rules/move-rules';
import { notAMachine } from './rules/role-rules';
import { anyRoles, roles } from './rules/subject';
import { call } from './script-step';
import { aboutRole } from './targets';
import { durationInWords, sizeInWords, toDestination } from './words';

function onlyMachines(role: Role, view: ClusterView): Objection {
  return notAMachine(role) ?? cannotLeave(role, view);
}

/** How long memory takes to the disk and back: both at the disk's rate; null while that is unknown. */
function quickDowntime(role: Role, view: ClusterView): string | null {
  const machine = view.machineOf(role.name);
  // Real clusters do not tell it: then nobody has to find out which disks a machine has.
  const rates = view.snapshot.disks.some(({ throughput }) => throughput !== null) ? (machine?.disks ?? []) : [];
  const rate = rates.map((name) => view.disk(name)?.throughput).find((value) => (value ?? 0) > 0);
  if (machine === undefined || rate === undefined || rate === null) return null;
  return durationInWords(Math.round((2 * memoryOf(machine)) / rate) * 1000);
}

function quickEffects(role: Role, where: string, view: ClusterView): readonly string[] {
  const machine = view.machineOf(role.name);
  if (machine === undefined || machine.state === 'Off' || machine.state === 'Saved')
    return [`${role.name} is not running and stays so; its owner becomes ${where}.`];
  const downtime = quickDowntime(role, view);
  return [
    `${role.name} is saved on ${role.ownerNode ?? 'its node'}, moves to ${where} and continues there.`,
    downtime === null
      ? `Its users lose their connections while ${sizeInWords(memoryOf(machine))} of memory go to the disk and back.`
      : `Its users lose their connections for about ${downtime}, while ${sizeInWords(memoryOf(machine))} of memory go to the disk and back.`,
  ];
}

function moveEffects(role: Role, where: string, view: ClusterView): readonly string[] {
  if (role.groupType === 'VirtualMachine') return quickEffects(role, where, view);
  if (role.state === 'Offline') return [`${role.name} is offline and stays so; its owner becomes ${where}.`];
  return [
    `${role.name} goes offline on ${role.ownerNode ?? 'its node'} and comes online on ${where}.`,
    'Its clients lose their connections until then, usually for some seconds.',
  ];
}

/** Moves a role: offline here, online there. A running virtual machine is saved on the way. */
export const moveRole = defineCommand({
  name: 'role.move',
  title: 'Move',
  ...aboutRole,
  input: moveInput,
  risk: 'disruptive',
  asks: true,
  describe: ({ role, destination }) => `Move ${role} ${toDestination(destination)}`,
  availability: (name, view) => anyRoles.offer(name, view, (role) => cannotLeave(role, view)),
  check: ({ role: name, destination }, view) =>
    anyRoles.check(name, view, (role) =>
      moveCheck(
        role,
        destination,
        view,
        cannotLeave,
        (node) => unchanged(`${role.name} is already on ${node}.`),
        (where) => moveEffects(role, where, view),
      ),
    ),
  script: ({ role, destination }) => [call('Move-ClusterGroup', { Name: role, Node: destination, Wait: 0 })],
});

/** Moves a virtual machine by saving its memory to disk and reading it back. */
export const quickMigrate = defineCommand({
  name: 'role.quickMigrate',
  title: 'Quick Migrate',
  ...aboutRole,
  input: moveInput,
  risk: 'disruptive',
  asks: true,
  describe: ({ role, destination }) => `Quick migrate ${role} ${toDestination(destination)}`,
  availability: (name, view) => roles.offer(name, view, (role) => onlyMachines(role, view)),
  check: ({ role: name, destination }, view) =>
    roles.check(name, view, (role) =>
      moveCheck(role, destination, view, onlyMachines, alreadyThere(role), (where) => quickEffects(role, where, view)),
    ),
  script: ({ role, destination }) => [
    call('Move-ClusterVirtualMachineRole', { Name: role, Node: destination, MigrationType: 'Quick', Wait: 0 }),
  ],
});

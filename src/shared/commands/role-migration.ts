import { z } from 'zod';
import { foldName, type ClusterView } from '../model/cluster-view';
import type { Role } from '../model/role';
import { accepted, defineCommand, refused, unchanged, type CommandCheck } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { releaseLacks } from './rules/cluster-rules';
import { memoryOf } from './rules/memory-rules';
import { nodesUnknown } from './rules/node-rules';
import { cannotMoveTo, expectedPlacements, nowhereToGo } from './rules/placement';
import { movementOf, notAMachine, roleBusy, roleUnmonitored } from './rules/role-rules';
import { roles } from './rules/subject';
import { call } from './script-step';
import { durationInWords, sizeInWords } from './words';

const input = z.strictObject({
  role: objectName,
  /** Left out: the best possible node. */
  destination: objectName.optional(),
});

function to(destination: string | undefined): string {
  return `to ${destination ?? 'the best possible node'}`;
}

/** Whatever the way: the role stands still, is reachable, and some other node can take it. */
function cannotLeave(role: Role, view: ClusterView): Objection {
  return roleBusy(role, view) ?? roleUnmonitored(role, view) ?? nowhereToGo(role, view);
}

function onlyMachines(role: Role, view: ClusterView): Objection {
  return notAMachine(role) ?? cannotLeave(role, view);
}

function notRunning(role: Role, view: ClusterView): Objection {
  const machine = view.machineOf(role.name);
  if (machine === undefined || machine.state === 'Running' || machine.state === 'Paused') return null;
  const state = machine.state === 'PausedCritical' ? 'has lost its storage' : `is ${machine.state.toLowerCase()}`;
  return objection(
    `${role.name} ${state}; only a running virtual machine can live migrate.`,
    5004,
    'Use Move instead.',
  );
}

function cannotLiveMigrate(role: Role, view: ClusterView): Objection {
  return (
    notAMachine(role) ??
    releaseLacks(view, '2008R2', 'live migration') ??
    roleBusy(role, view) ??
    notRunning(role, view) ??
    (view.snapshot.networks.length > 0 && view.snapshot.networks.every((network) => network.liveMigrationOrder === null)
      ? objection('No network is allowed for live migration.', 5035, 'Choose networks in Live Migration Settings.')
      : null) ??
    cannotLeave(role, view)
  );
}

/** The node a role is expected on: the chosen one, else where the best possible node can only be; null: open. */
function expectedNode(role: Role, destination: string | undefined, view: ClusterView): string | null {
  const chosen = destination === undefined ? undefined : view.node(destination);
  if (chosen !== undefined) return chosen.name;
  const fitting = view.snapshot.nodes.filter(
    (node) => foldName(node.name) !== foldName(role.ownerNode ?? '') && cannotMoveTo(role, node, view) === null,
  );
  return fitting.length === 1 ? (expectedPlacements([role], view)[0]?.node?.name ?? null) : null;
}

/** The checks of a way of moving, then what it does. `onSameNode` answers for a destination that the role is on already. */
function moveCheck(
  role: Role,
  destination: string | undefined,
  view: ClusterView,
  rule: (role: Role, view: ClusterView) => Objection,
  onSameNode: (node: string) => CommandCheck,
  effects: (where: string) => readonly string[],
): CommandCheck {
  const node = destination === undefined ? undefined : view.node(destination);
  if (node !== undefined && foldName(node.name) === foldName(role.ownerNode ?? '')) return onSameNode(node.name);
  const problem =
    (destination === undefined ? null : nodesUnknown([destination], view)) ??
    (node === undefined ? null : cannotMoveTo(role, node, view)) ??
    rule(role, view);
  return refusal(problem) ?? accepted(...effects(expectedNode(role, destination, view) ?? 'the best possible node'));
}

/** How long memory takes to the disk and back: both at the disk's rate; null while that is unknown. */
function quickDowntime(role: Role, view: ClusterView): string | null {
  const machine = view.machineOf(role.name);
  const rate = machine?.disks.map((name) => view.disk(name)?.throughput).find((value) => (value ?? 0) > 0);
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
  target: 'role',
  input,
  risk: 'disruptive',
  asks: true,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role, destination }) => `Move ${role} ${to(destination)}`,
  availability: (name, view) => roles.offer(name, view, (role) => cannotLeave(role, view)),
  check: ({ role: name, destination }, view) =>
    roles.check(name, view, (role) =>
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

function alreadyThere(role: Role): (node: string) => CommandCheck {
  return (node) => refused(objection(`${role.name} is already on ${node}.`));
}

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
  availability: (name, view) => roles.offer(name, view, (role) => onlyMachines(role, view)),
  check: ({ role: name, destination }, view) =>
    roles.check(name, view, (role) =>
      moveCheck(role, destination, view, onlyMachines, alreadyThere(role), (where) => quickEffects(role, where, view)),
    ),
  script: ({ role, destination }) => [
    call('Move-ClusterVirtualMachineRole', { Name: role, Node: destination, MigrationType: 'Quick', Wait: 0 }),
  ],
});

function nothingToCancel(role: Role, view: ClusterView): Objection {
  const operation = movementOf(role, view);
  const migration = operation?.migration;
  if (operation === undefined || !migration) return objection(`${role.name} is not live migrating.`, 5023);
  if (migration.kind === 'quick') return objection(`${role.name} is quick migrating; that cannot be cancelled.`, 5023);
  if (operation.cancel !== null) return null;
  return objection(`${role.name} is just being handed over to ${migration.to}; it is too late to cancel.`, 5023);
}

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

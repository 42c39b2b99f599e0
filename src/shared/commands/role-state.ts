import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import type { Role } from '../model/role';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { nodeNotRunning } from './rules/node-rules';
import { costsQuorum } from './rules/quorum-rules';
import { roleBusy, roleIsCore, roleLostStorage, roleUnmonitored } from './rules/role-rules';
import { cannotStartOn } from './rules/start-rules';
import { volumeInMaintenance } from './rules/volume-rules';
import { anyRoles, roles } from './rules/subject';
import { call } from './script-step';
import { aboutRole } from './targets';
import { countOf, listOf } from './words';

const input = z.strictObject({ role: objectName });

/** The core group may come online on any node that runs; everything else as {@link cannotStartOn} says. */
function cannotStartHere(role: Role, view: ClusterView): Objection {
  const node = role.ownerNode === null ? undefined : view.node(role.ownerNode);
  if (node === undefined) return null;
  if (role.isCoreGroup) return nodeNotRunning(node);
  const machine = view.machineOf(role.name);
  return cannotStartOn(node, role.name, machine) ?? volumeInMaintenance(machine, view);
}

function startEffects(role: Role, view: ClusterView): readonly string[] {
  const machine = view.machineOf(role.name);
  const where = role.ownerNode === null ? '' : ` on ${role.ownerNode}`;
  if (machine?.state === 'Saved') return [`${role.name} continues${where} from its saved memory.`];
  if (machine !== undefined) return [`${role.name} starts${where}.`];
  const offline = view.resourcesOf(role.name).filter((resource) => resource.state !== 'Online');
  return [
    `${role.name} comes online${where}: ${countOf(offline.length, 'resource')}, in the order of their dependencies.`,
  ];
}

/** Brings every resource of a role online, in dependency order. */
export const bringRoleOnline = defineCommand({
  name: 'role.bringOnline',
  title: 'Bring Online',
  ...aboutRole,
  input,
  risk: 'safe',
  asks: false,
  describe: ({ role }) => `Bring ${role} online`,
  availability: (name, view) =>
    anyRoles.offer(
      name,
      view,
      (role) =>
        (role.state === 'Online' ? objection(`${role.name} is already online.`) : null) ??
        roleBusy(role, view) ??
        cannotStartHere(role, view),
    ),
  check: ({ role: name }, view) =>
    anyRoles.check(name, view, (role) => {
      if (role.state === 'Online') return unchanged(`${role.name} is already online.`);
      return refusal(roleBusy(role, view) ?? cannotStartHere(role, view)) ?? accepted(...startEffects(role, view));
    }),
  script: ({ role }) => [call('Start-ClusterGroup', { Name: role, Wait: 0 })],
});

function cannotStop(role: Role, view: ClusterView): Objection {
  return (
    costsQuorum(view.resourcesOf(role.name), view) ??
    roleBusy(role, view) ??
    roleUnmonitored(role, view) ??
    roleLostStorage(role, view)
  );
}

function stopEffects(role: Role, view: ClusterView): readonly string[] {
  const { cluster, quorum } = view.snapshot;
  const stays = 'It stays offline until it is brought online.';
  if (role.groupType === 'Cluster')
    return [
      `The name and address of ${cluster.name} go offline: consoles and scripts no longer reach it by its name.`,
      ...(quorum.witness !== null ? ['The cluster loses the vote of its witness.'] : []),
      stays,
    ];
  return view.machineOf(role.name) === undefined
    ? [`${role.name} goes offline: its clients lose their connections.`, stays]
    : [
        `${role.name} is saved, unless its settings say to shut it down or turn it off. Its users lose their connections.`,
        stays,
      ];
}

/** Takes every resource of a role offline, in reverse dependency order. */
export const takeRoleOffline = defineCommand({
  name: 'role.takeOffline',
  title: 'Take Offline',
  ...aboutRole,
  input,
  risk: 'disruptive',
  asks: false,
  describe: ({ role }) => `Take ${role} offline`,
  availability: (name, view) =>
    anyRoles.offer(name, view, (role) =>
      role.state === 'Offline' ? objection(`${role.name} is already offline.`) : cannotStop(role, view),
    ),
  check: ({ role: name }, view) =>
    anyRoles.check(name, view, (role) => {
      if (role.state === 'Offline' && role.persistentState === 0) return unchanged(`${role.name} is already offline.`);
      if (role.state === 'Offline')
        return accepted(
          `${role.name} is offline and stays so: the cluster does not bring it online by itself any more.`,
        );
      return refusal(cannotStop(role, view)) ?? accepted(...stopEffects(role, view));
    }),
  script: ({ role }) => [call('Stop-ClusterGroup', { Name: role, Wait: 0 })],
});

function removalEffects(role: Role, view: ClusterView): readonly string[] {
  if (role.groupType === 'VirtualMachine')
    return [
      `${role.name} is no longer highly available: when ${role.ownerNode ?? 'its node'} fails, it stays down.`,
      `The virtual machine itself stays on ${role.ownerNode ?? 'its node'}, with its files, and keeps its state.`,
    ];
  const disks = view.snapshot.disks.filter((disk) => disk.ownerGroup === role.name).map((disk) => disk.name);
  return [
    `${role.name} goes offline and is removed with its ${countOf(view.resourcesOf(role.name).length - disks.length, 'resource')}: settings, names and addresses are lost.`,
    ...(disks.length === 0
      ? []
      : [`${listOf(disks)} ${disks.length === 1 ? 'goes' : 'go'} to Available Storage; what is on it stays.`]),
  ];
}

/** Removes a role from the cluster. */
export const removeRole = defineCommand({
  name: 'role.remove',
  title: 'Remove',
  ...aboutRole,
  input,
  risk: 'destructive',
  asks: false,
  describe: ({ role }) => `Remove ${role}`,
  availability: (name, view) => roles.offer(name, view, (role) => roleIsCore(role) ?? roleMovingOrGone(role, view)),
  check: ({ role: name }, view) =>
    roles.check(
      name,
      view,
      (role) => refusal(roleIsCore(role) ?? roleMovingOrGone(role, view)) ?? accepted(...removalEffects(role, view)),
    ),
  script: ({ role }) => [
    call('Remove-ClusterGroup', { Name: [role], RemoveResources: true, Force: true, Confirm: false }),
  ],
});

function roleMovingOrGone(role: Role, view: ClusterView): Objection {
  return roleBusy(role, view) ?? roleUnmonitored(role, view);
}

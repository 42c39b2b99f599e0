import type { ClusterView } from '../../model/cluster-view';
import type { Migration } from '../../model/live-migration';
import type { Operation } from '../../model/operation';
import type { Role } from '../../model/role';
import type { VirtualMachine } from '../../model/virtual-machine';
import { objection, type Objection } from '../objection';
import { nodeNotRunning } from './node-rules';

/** Whether the cluster says that a live migration of a role waits for a slot; without that one that has not begun only begins. */
export function waitsForSlot({ statusInformation }: Role, { kind, step }: Migration): boolean {
  return kind === 'live' && step === 0 && statusInformation.split(', ').includes('Queued');
}

/** The migration or move that a role is in; undefined: it stays. */
export function movementOf(role: Role, view: ClusterView): Operation | undefined {
  const operation = view.runningOperation({ kind: 'role', name: role.name });
  if (operation === undefined) return undefined;
  return operation.migration !== null || operation.command === 'role.move' ? operation : undefined;
}

/** The operation that moves the storage of a machine; undefined: its files stay where they are. */
export function storageMovementOf(machine: VirtualMachine, view: ClusterView): Operation | undefined {
  const operation = view.runningOperation({ kind: 'virtualMachine', name: machine.name });
  return operation?.command === 'vm.migrateStorage' ? operation : undefined;
}

/** The storage of a machine must not be on its way to another disk: 5908. */
export function storageMoving(machine: VirtualMachine, view: ClusterView): Objection {
  const operation = storageMovementOf(machine, view);
  if (operation === undefined) return null;
  const how = operation.cancel === null ? 'wait until that is done' : 'wait until that is done, or cancel it first';
  return objection(`The storage of ${machine.name} is being moved; ${how}.`, 5908);
}

/**
 * A role must not be on its way to another node, nor its storage to another disk: 5908. The reason says how to stop that where
 * it can be stopped.
 */
export function roleMoving(role: Role, view: ClusterView): Objection {
  const machine = view.machineOf(role.name);
  const storage = machine === undefined ? null : storageMoving(machine, view);
  const operation = movementOf(role, view);
  if (operation === undefined || storage !== null) return storage;
  const { migration } = operation;
  const how = operation.cancel === null ? 'wait until that is done' : 'cancel that first';
  if (migration === null) return objection(`${role.name} is moving to another node; ${how}.`, 5908);
  // A real cluster that chooses the node tells it only at the end.
  const to = migration.to === '' ? 'another node' : migration.to;
  if (waitsForSlot(role, migration)) return objection(`${role.name} waits to live migrate to ${to}; ${how}.`, 5908);
  return objection(`${role.name} is ${migration.kind} migrating to ${to}; ${how}.`, 5908);
}

/** A role must not be going online or offline, nor moving: 5023, 5908. */
export function roleBusy(role: Role, view: ClusterView): Objection {
  const moving = roleMoving(role, view);
  if (moving !== null || role.state !== 'Pending') return moving;
  return objection(`${role.name} is coming online or going offline; wait until that is done.`, 5023);
}

/** A role that is not monitored, because its node is isolated, can be told nothing: 5050. */
export function roleUnmonitored(role: Role, view: ClusterView): Objection {
  const owner = role.ownerNode === null ? undefined : view.node(role.ownerNode);
  if (owner === undefined || role.state === 'Offline' || role.state === 'Failed') return null;
  return nodeNotRunning(owner);
}

/** A machine that stands still without its storage can neither be saved nor copied: 5004. */
export function roleLostStorage(role: Role, view: ClusterView): Objection {
  const machine = view.machineOf(role.name);
  if (machine?.state !== 'PausedCritical') return null;
  return objection(`${machine.name} has lost its storage.`, 5004, 'Wait until its storage is back, or turn it off.');
}

/** Groups that the cluster needs for itself cannot be treated as a service or application: 5026. */
export function roleIsCore(role: Role): Objection {
  if (!role.isCoreGroup) return null;
  return objection(`${role.name} belongs to the cluster itself.`, 5026);
}

/** A role must be a virtual machine. */
export function notAMachine(role: Role): Objection {
  return role.groupType === 'VirtualMachine' ? null : objection(`${role.name} is not a virtual machine.`, 50);
}

import { foldName, type ClusterView } from '../../model/cluster-view';
import type { Role } from '../../model/role';
import type { VirtualMachine } from '../../model/virtual-machine';
import { objection, type Objection } from '../objection';

/** The virtual machines that are nodes of the guest cluster of a role; none for a role of the cluster itself. */
function guestNodes(role: Role, view: ClusterView): readonly VirtualMachine[] {
  if (role.guestCluster === null) return [];
  return view.snapshot.virtualMachines.filter(({ guestCluster }) => guestCluster === role.guestCluster);
}

/** A guest can take roles while its machine runs and its system answers: 5050. */
function guestDown({ name, state, heartbeat }: VirtualMachine): Objection {
  if (state === 'Running' && heartbeat.startsWith('Ok')) return null;
  return objection(`${name} is down.`, 5050);
}

/** Guests that can take a role now, without the one that has it. */
export function openGuests(role: Role, view: ClusterView): readonly VirtualMachine[] {
  return guestNodes(role, view).filter(
    (machine) => foldName(machine.name) !== foldName(role.ownerNode ?? '') && guestDown(machine) === null,
  );
}

/** Why a role of a guest cluster cannot move to a guest of a name: it is no node of it (5042), or down (5050). */
export function cannotMoveToGuest(role: Role, name: string, view: ClusterView): Objection {
  const machine = guestNodes(role, view).find((guest) => foldName(guest.name) === foldName(name));
  if (machine === undefined) return objection(`${name} is not a node of ${role.guestCluster ?? ''}.`, 5042);
  return guestDown(machine);
}

/** Some other guest must be able to take the role: 5050. */
export function noOtherGuest(role: Role, view: ClusterView): Objection {
  if (openGuests(role, view).length > 0) return null;
  return objection(`No other node of ${role.guestCluster ?? ''} is up.`, 5050);
}

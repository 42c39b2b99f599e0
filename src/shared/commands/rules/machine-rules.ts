import type { ClusterView } from '../../model/cluster-view';
import type { VirtualMachine, VirtualMachineState } from '../../model/virtual-machine';
import { objection, type Objection } from '../objection';
import { clusterNotRunning } from './cluster-rules';
import { roleMoving, roleUnmonitored, storageMoving } from './role-rules';

const changing: { readonly [State in VirtualMachineState]?: string } = {
  Starting: 'is starting',
  Stopping: 'is shutting down',
  Saving: 'is being saved',
  Resuming: 'is being restored',
};

/** A machine must stand still: not in between two states, not moving; the node of its role must answer (5050). */
export function machineBusy(machine: VirtualMachine, view: ClusterView): Objection {
  const role = machine.role === null ? undefined : view.role(machine.role);
  const doing = changing[machine.state];
  return (
    (machine.isClustered ? clusterNotRunning(view) : null) ??
    (role === undefined ? null : (roleMoving(role, view) ?? roleUnmonitored(role, view))) ??
    storageMoving(machine, view) ??
    (doing === undefined ? null : objection(`${machine.name} ${doing}; wait until that is done.`, 5023))
  );
}

/** A machine must run. */
export function machineNotRunning(machine: VirtualMachine): Objection {
  switch (machine.state) {
    case 'Off':
      return objection(`${machine.name} is off.`, 5023, 'Start it first.');
    case 'Saved':
      return objection(`${machine.name} is saved.`, 5023, 'Start it first: it goes on where it stopped.');
    case 'PausedCritical':
      return objection(
        `${machine.name} has lost its storage.`,
        5023,
        'Bring its storage back first: look at its disk or volume.',
      );
    default:
      return null;
  }
}

import { commandOf } from '#shared/commands/catalogue';
import type { ClusterView } from '#shared/model/cluster-view';
import type { VirtualMachineState } from '#shared/model/virtual-machine';

/** The command behind the wizard. */
export const clusterMachine = 'role.createVirtualMachine';

/** A machine that is not highly available yet. */
export interface MachineChoice {
  readonly id: string;
  readonly name: string;
  readonly node: string;
  readonly state: VirtualMachineState;
  /** Bytes that it gets when it runs. */
  readonly memory: number;
  readonly disks: string;
  /** Why it cannot be chosen; null: it can. */
  readonly reason: string | null;
}

const collator = new Intl.Collator('en', { numeric: true });

/** The machines that the cluster does not protect yet, those that can be chosen first, by name. */
export function machineChoices(view: ClusterView): readonly MachineChoice[] {
  const command = commandOf(clusterMachine);
  return view.snapshot.virtualMachines
    .filter((machine) => !machine.isClustered)
    .map((machine): MachineChoice => {
      const availability = command.availability(machine.name, view);
      return {
        id: machine.id,
        name: machine.name,
        node: machine.computerName ?? '',
        state: machine.state,
        memory: machine.memoryStartup,
        disks: machine.disks.join(', '),
        reason: availability.available ? null : availability.reason,
      };
    })
    .sort((a, b) => Number(a.reason !== null) - Number(b.reason !== null) || collator.compare(a.name, b.name));
}

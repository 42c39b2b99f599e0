import type { GuestHeartbeat, VirtualMachine } from '#shared/model/virtual-machine';
import type { Simulation } from '../engine/simulation';
import type { MachineState } from '../state/machine-state';

function heartbeatOf(machine: MachineState): GuestHeartbeat {
  if (machine.state === 'Off' || machine.state === 'Saved') return 'Unknown';
  if (machine.state === 'PausedCritical' || machine.state === 'Paused') return 'Paused';
  switch (machine.guest) {
    case 'none':
      return 'Unknown';
    case 'booting':
      return 'NoContact';
    case 'healthy':
      return 'OkApplicationsHealthy';
    case 'crashed':
    case 'hung':
      return 'LostCommunication';
  }
}

function guestClusterOf(sim: Simulation, machine: MachineState): string | null {
  for (const { name, nodes } of sim.state.guestClusters.values()) if (nodes.has(machine.id)) return name;
  return null;
}

/** A machine as its host tells it. */
export function projectMachine(sim: Simulation, machine: MachineState): VirtualMachine {
  return {
    id: machine.id,
    name: machine.name,
    state: machine.state,
    computerName: sim.node(machine.host).name,
    isClustered: machine.role !== null,
    role: machine.role === null ? null : (sim.db.roles.get(machine.role)?.name ?? null),
    guestCluster: guestClusterOf(sim, machine),
    heartbeat: heartbeatOf(machine),
    memoryStartup: machine.memory,
    memoryAssigned: machine.state === 'Off' || machine.state === 'Saved' ? 0 : machine.memory,
    processorCount: machine.processors,
    cpuUsage: null,
    disks: machine.disks.map((disk) => sim.disk(disk).name),
  };
}

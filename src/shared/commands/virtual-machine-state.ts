import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import type { VirtualMachine } from '../model/virtual-machine';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { machineBusy, machineNotRunning } from './rules/machine-rules';
import { memoryLacking } from './rules/memory-rules';
import { nodeNotRunning } from './rules/node-rules';
import { cannotStartOn } from './rules/start-rules';
import { volumeInMaintenance } from './rules/volume-rules';
import { virtualMachines } from './rules/subject';
import { call } from './script-step';
import { aboutMachine } from './targets';
import { machineStep, roleOfMachine } from './virtual-machine-script';
import { sizeInWords } from './words';

const input = z.strictObject({ vm: objectName });

function cannotStart(machine: VirtualMachine, view: ClusterView): Objection {
  const busy = machineBusy(machine, view);
  if (busy !== null) return busy;
  if (machine.state === 'PausedCritical') return machineNotRunning(machine);
  const host = machine.computerName === null ? undefined : view.node(machine.computerName);
  if (host === undefined || machine.state === 'Paused') return null;
  const volume = volumeInMaintenance(machine, view);
  if (volume !== null) return volume;
  if (!machine.isClustered) return nodeNotRunning(host) ?? memoryLacking(machine, host, host.memoryAvailable, 5956);
  return cannotStartOn(host, machine.role ?? machine.name, machine);
}

/** Turns a virtual machine on, or restores it when it was saved. */
export const startMachine = defineCommand({
  name: 'vm.start',
  title: 'Start',
  ...aboutMachine,
  input,
  risk: 'safe',
  asks: false,
  describe: ({ vm }) => `Start ${vm}`,
  availability: (name, view) =>
    virtualMachines.offer(name, view, (machine) =>
      machine.state === 'Running' ? objection(`${machine.name} is already running.`) : cannotStart(machine, view),
    ),
  check: ({ vm }, view) =>
    virtualMachines.check(vm, view, (machine) => {
      if (machine.state === 'Running') return unchanged(`${machine.name} is already running.`);
      const where = machine.computerName === null ? '' : ` on ${machine.computerName}`;
      return (
        refusal(cannotStart(machine, view)) ??
        accepted(
          machine.state === 'Saved'
            ? `${machine.name} continues${where} from its saved memory.`
            : `${machine.name} starts${where} with ${sizeInWords(machine.memoryStartup)} of memory.`,
        )
      );
    }),
  script: ({ vm }, view) => {
    const role = roleOfMachine(vm, view);
    return [
      role === null ? machineStep('Start-VM', vm, {}, view) : call('Start-ClusterGroup', { Name: role, Wait: 0 }),
    ];
  },
});

function staysStopped(machine: VirtualMachine): readonly string[] {
  return machine.isClustered ? ['The cluster does not start it again by itself.'] : [];
}

/** Asks the guest to shut down. */
export const shutDownMachine = defineCommand({
  name: 'vm.shutDown',
  title: 'Shut Down',
  ...aboutMachine,
  input,
  risk: 'disruptive',
  asks: false,
  describe: ({ vm }) => `Shut down ${vm}`,
  availability: (name, view) =>
    virtualMachines.offer(name, view, (machine) => machineNotRunning(machine) ?? machineBusy(machine, view)),
  check: ({ vm }, view) =>
    virtualMachines.check(vm, view, (machine) => {
      if (machine.state === 'Off') return unchanged(`${machine.name} is already off.`);
      const silent = machine.heartbeat === 'NoContact' || machine.heartbeat === 'LostCommunication';
      return (
        refusal(machineNotRunning(machine) ?? machineBusy(machine, view)) ??
        accepted(
          `The operating system of ${machine.name} shuts down; its users lose their connections.`,
          ...(silent ? ['It does not answer at the moment, so this may not work; Turn Off always does.'] : []),
          ...staysStopped(machine),
        )
      );
    }),
  script: ({ vm }, view) => [machineStep('Stop-VM', vm, { Force: true, Confirm: false }, view)],
});

/** Cuts the power of a virtual machine. */
export const turnOffMachine = defineCommand({
  name: 'vm.turnOff',
  title: 'Turn Off',
  ...aboutMachine,
  input,
  risk: 'destructive',
  asks: false,
  describe: ({ vm }) => `Turn off ${vm}`,
  availability: (name, view) => virtualMachines.offer(name, view, (machine) => cannotTurnOff(machine, view)),
  check: ({ vm }, view) =>
    virtualMachines.check(vm, view, (machine) => {
      if (machine.state === 'Off') return unchanged(`${machine.name} is already off.`);
      return (
        refusal(cannotTurnOff(machine, view)) ??
        accepted(
          `The power of ${machine.name} is cut: whatever it has not written to disk is lost, and files can be damaged.`,
          ...staysStopped(machine),
        )
      );
    }),
  script: ({ vm }, view) => [machineStep('Stop-VM', vm, { TurnOff: true, Force: true, Confirm: false }, view)],
});

/** The power of a clustered machine can be cut in the middle of starting and shutting down as well, and without its storage. */
function cannotTurnOff(machine: VirtualMachine, view: ClusterView): Objection {
  if (machine.state === 'Off' || machine.state === 'Saved') return machineNotRunning(machine);
  const anyway = machine.isClustered && (machine.state === 'Starting' || machine.state === 'Stopping');
  return machineBusy(anyway ? { ...machine, state: 'Running' } : machine, view);
}

/** Writes the memory of a virtual machine to disk and stops it. */
export const saveMachine = defineCommand({
  name: 'vm.save',
  title: 'Save',
  ...aboutMachine,
  input,
  risk: 'disruptive',
  asks: false,
  describe: ({ vm }) => `Save ${vm}`,
  availability: (name, view) =>
    virtualMachines.offer(name, view, (machine) => machineNotRunning(machine) ?? machineBusy(machine, view)),
  check: ({ vm }, view) =>
    virtualMachines.check(vm, view, (machine) => {
      if (machine.state === 'Saved') return unchanged(`${machine.name} is already saved.`);
      return (
        refusal(machineNotRunning(machine) ?? machineBusy(machine, view)) ??
        accepted(
          `${sizeInWords(machine.memoryAssigned)} of memory of ${machine.name} go to the disk, then it stops; its users lose their connections.`,
          'Nothing is lost: it continues at the same point when it is started.',
          ...staysStopped(machine),
        )
      );
    }),
  script: ({ vm }, view) => [machineStep('Save-VM', vm, { Confirm: false }, view)],
});

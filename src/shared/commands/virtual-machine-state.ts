import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { virtualMachineMissing } from './objections/virtual-machine-objections';
import { call } from './script-step';
import { machineStep, roleOfMachine } from './virtual-machine-script';

const input = z.strictObject({ vm: objectName });

/** Turns a virtual machine on, or restores it when it was saved. */
export const startMachine = defineCommand({
  name: 'vm.start',
  title: 'Start',
  target: 'virtualMachine',
  input,
  risk: 'safe',
  asks: false,
  inputFor: (vm) => ({ vm }),
  targetOf: ({ vm }) => ({ kind: 'virtualMachine', name: vm }),
  describe: ({ vm }) => `Start ${vm}`,
  availability: (vm, view) => offeredUnless(virtualMachineMissing(vm, view)),
  check: ({ vm }, view) => refusal(virtualMachineMissing(vm, view)) ?? accepted(),
  script: ({ vm }, view) => {
    const role = roleOfMachine(vm, view);
    return [
      role === null ? machineStep('Start-VM', vm, {}, view) : call('Start-ClusterGroup', { Name: role, Wait: 0 }),
    ];
  },
});

/** Asks the guest to shut down. */
export const shutDownMachine = defineCommand({
  name: 'vm.shutDown',
  title: 'Shut Down',
  target: 'virtualMachine',
  input,
  risk: 'disruptive',
  asks: false,
  inputFor: (vm) => ({ vm }),
  targetOf: ({ vm }) => ({ kind: 'virtualMachine', name: vm }),
  describe: ({ vm }) => `Shut down ${vm}`,
  availability: (vm, view) => offeredUnless(virtualMachineMissing(vm, view)),
  check: ({ vm }, view) => refusal(virtualMachineMissing(vm, view)) ?? accepted(),
  script: ({ vm }, view) => [machineStep('Stop-VM', vm, { Force: true, Confirm: false }, view)],
});

/** Cuts the power of a virtual machine. */
export const turnOffMachine = defineCommand({
  name: 'vm.turnOff',
  title: 'Turn Off',
  target: 'virtualMachine',
  input,
  risk: 'destructive',
  asks: false,
  inputFor: (vm) => ({ vm }),
  targetOf: ({ vm }) => ({ kind: 'virtualMachine', name: vm }),
  describe: ({ vm }) => `Turn off ${vm}`,
  availability: (vm, view) => offeredUnless(virtualMachineMissing(vm, view)),
  check: ({ vm }, view) => refusal(virtualMachineMissing(vm, view)) ?? accepted(),
  script: ({ vm }, view) => [machineStep('Stop-VM', vm, { TurnOff: true, Force: true, Confirm: false }, view)],
});

/** Writes the memory of a virtual machine to disk and stops it. */
export const saveMachine = defineCommand({
  name: 'vm.save',
  title: 'Save',
  target: 'virtualMachine',
  input,
  risk: 'disruptive',
  asks: false,
  inputFor: (vm) => ({ vm }),
  targetOf: ({ vm }) => ({ kind: 'virtualMachine', name: vm }),
  describe: ({ vm }) => `Save ${vm}`,
  availability: (vm, view) => offeredUnless(virtualMachineMissing(vm, view)),
  check: ({ vm }, view) => refusal(virtualMachineMissing(vm, view)) ?? accepted(),
  script: ({ vm }, view) => [machineStep('Save-VM', vm, { Confirm: false }, view)],
});

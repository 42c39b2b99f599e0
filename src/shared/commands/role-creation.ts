import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { objectName, objectNames, text } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { clusterNotRunning } from './objections/cluster-objections';
import { virtualMachineMissing } from './objections/virtual-machine-objections';
import { roleCreationScript } from './role-creation-script';
import { configurableTypes } from './role-types';
import { call } from './script-step';

/** Makes a service or application highly available. */
export const createRole = defineCommand({
  name: 'role.create',
  title: 'Configure a Service or Application',
  target: 'cluster',
  input: z.strictObject({
    type: z.enum(configurableTypes),
    name: objectName,
    /** Disks of Available Storage that it gets. */
    disks: objectNames.optional(),
    /** Address of its client access point; left out: by DHCP, or none for types that need none. */
    address: text.optional(),
    /** genericService: the service's name. */
    service: text.optional(),
    /** genericApplication: the command line. */
    commandLine: text.optional(),
    /** genericScript: the path of the script. */
    scriptPath: text.optional(),
    /** The node that has it first; left out: the best possible node. */
    owner: objectName.optional(),
  }),
  risk: 'safe',
  asks: true,
  inputFor: () => ({}),
  targetOf: () => null,
  describe: ({ name }) => `Create the role ${name}`,
  availability: (_name, view) => offeredUnless(clusterNotRunning(view)),
  check: (_input, view) => refusal(clusterNotRunning(view)) ?? accepted(),
  script: roleCreationScript,
});

/** Makes a virtual machine highly available. */
export const createVirtualMachineRole = defineCommand({
  name: 'role.createVirtualMachine',
  title: 'Configure a Service or Application',
  target: 'virtualMachine',
  input: z.strictObject({ vm: objectName }),
  risk: 'safe',
  asks: false,
  inputFor: (vm) => ({ vm }),
  targetOf: ({ vm }) => ({ kind: 'virtualMachine', name: vm }),
  describe: ({ vm }) => `Make ${vm} highly available`,
  availability: (vm, view) => offeredUnless(clusterNotRunning(view) ?? virtualMachineMissing(vm, view)),
  check: ({ vm }, view) => refusal(clusterNotRunning(view) ?? virtualMachineMissing(vm, view)) ?? accepted(),
  script: ({ vm }) => [call('Add-ClusterVirtualMachineRole', { VMName: vm })],
});

import { foldName } from '#shared/model/cluster-view';
import { CmdletError, notFound, notSimulated, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { machineWithGuid } from '../machine-guid';
import { resourceObject } from '../objects/resource-object';
import { act, begin } from './act';
import { roleTargets, writeGroup } from './group-cmdlets';
import { keepProperty, privateProperties } from './private-properties';
import { inputIs, requiredNames, runningCluster } from './scope';

/** What each role that has a cmdlet of its own takes beside name, storage and address. */
const kinds = {
  'Add-ClusterFileServerRole': { type: 'fileServer', parameter: null, field: null },
  'Add-ClusteriSCSITargetServerRole': { type: 'iscsiTarget', parameter: null, field: null },
  'Add-ClusterGenericServiceRole': { type: 'genericService', parameter: 'ServiceName', field: 'service' },
  'Add-ClusterGenericApplicationRole': {
    type: 'genericApplication',
    parameter: 'CommandLine',
    field: 'commandLine',
  },
  'Add-ClusterGenericScriptRole': { type: 'genericScript', parameter: 'ScriptFilePath', field: 'scriptPath' },
} as const;

/** A name that is still free, as the cmdlets make one up. */
function freeName(run: CmdletRun, base: string): string {
  const view = run.cluster.view();
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}${number}`;
    if (view.role(name) === undefined) return name;
  }
}

/** Keeps what a role was made with as the private property that scripts read it from. */
function remember(run: CmdletRun, role: string, property: string, value: string): void {
  const view = run.cluster.view();
  for (const resource of view.resourcesOf(role))
    if (privateProperties(run, resource, view).some(({ name }) => foldName(name) === foldName(property)))
      keepProperty(run, resource, property, value);
}

function addRole(cmdlet: keyof typeof kinds): Cmdlet {
  return async (run) => {
    const view = runningCluster(run);
    const { type, parameter, field } = kinds[cmdlet];
    const { parameters } = run;
    const [address, ...more] = parameters.texts('StaticAddress') ?? [];
    if (more.length > 0) throw notSimulated(`${cmdlet} with several addresses`);
    const value = parameter === null ? undefined : parameters.text(parameter);
    const name = parameters.text('Name') ?? freeName(run, value ?? `${view.snapshot.cluster.name}FS`);
    await act(run, 'role.create', {
      type,
      name,
      ...(parameters.has('Storage') ? { disks: parameters.texts('Storage') ?? [] } : {}),
      ...(address === undefined ? {} : { address }),
      ...(field === null || value === undefined ? {} : { [field]: value }),
    });
    if (parameter !== null && value !== undefined) remember(run, name, parameter, value);
    writeGroup(run, name);
  };
}

/** The machine that is to become a role. */
function machineToAdd(run: CmdletRun): string {
  const { parameters } = run;
  const view = run.cluster.view();
  const id = parameters.text('VMId') ?? inputIs(run, 'VirtualMachine')?.['Id'];
  if (typeof id === 'string') {
    const machine = machineWithGuid(view, id);
    if (machine === undefined) throw notFound('virtual machine', id);
    return machine.name;
  }
  const name = parameters.text('VMName') ?? parameters.text('VirtualMachine');
  if (name !== undefined) return name;
  const [given] = requiredNames(run, 'VMName', []);
  return given ?? '';
}

/** Ways of moving a machine that the simulated cluster knows, by `-MigrationType`. */
const moves: Readonly<Record<string, string>> = { Live: 'role.liveMigrate', Quick: 'role.quickMigrate' };

/** Cmdlets that make roles, and those about roles of virtual machines. */
export const roleCmdlets = {
  'Add-ClusterFileServerRole': addRole('Add-ClusterFileServerRole'),
  'Add-ClusteriSCSITargetServerRole': addRole('Add-ClusteriSCSITargetServerRole'),
  'Add-ClusterGenericServiceRole': addRole('Add-ClusterGenericServiceRole'),
  'Add-ClusterGenericApplicationRole': addRole('Add-ClusterGenericApplicationRole'),
  'Add-ClusterGenericScriptRole': addRole('Add-ClusterGenericScriptRole'),
  'Add-ClusterVirtualMachineRole': async (run) => {
    runningCluster(run);
    const vm = machineToAdd(run);
    if (run.cluster.view().virtualMachine(vm) === undefined) throw notFound('virtual machine', vm);
    const name = run.parameters.text('Name');
    if (name !== undefined && name !== vm) throw notSimulated('A role with another name than its virtual machine');
    await act(run, 'role.createVirtualMachine', { vm });
    writeGroup(run, run.cluster.view().virtualMachine(vm)?.role ?? vm);
  },
  'Move-ClusterVirtualMachineRole': async (run) => {
    const view = runningCluster(run);
    const { parameters } = run;
    for (const role of roleTargets(run, view)) {
      if (parameters.flag('Cancel')) {
        await begin(run, 'role.cancelMigration', { role: role.name });
        writeGroup(run, role.name);
        continue;
      }
      const machine = view.machineOf(role.name);
      if (machine === undefined)
        throw new CmdletError({
          win32: 5007,
          category: 'InvalidArgument',
          fqid: run.cmdlet,
          message: `The group '${role.name}' has no virtual machine.`,
        });
      // A machine that does not run has no memory to carry along: whichever way is asked for, its role changes hands.
      const running = machine.state === 'Running' || machine.state === 'Paused';
      const type = parameters.text('MigrationType') ?? 'Live';
      const move = running || parameters.has('MigrationType') ? moves[type] : 'role.move';
      if (move === undefined) throw notSimulated(`Move-ClusterVirtualMachineRole -MigrationType ${type}`);
      const node = parameters.text('Node');
      await act(run, move, { role: role.name, ...(node === undefined ? {} : { destination: node }) });
      writeGroup(run, role.name);
    }
  },
  'Update-ClusterVirtualMachineConfiguration': (run) => {
    const view = runningCluster(run);
    const { parameters } = run;
    const resources = parameters.has('Name')
      ? view.snapshot.resources.filter(({ name }) => parameters.texts('Name')?.includes(name))
      : roleTargets(run, view).flatMap(({ name }) => view.resourcesOf(name));
    const configurations = resources.filter(({ resourceType }) => resourceType === 'Virtual Machine Configuration');
    if (configurations.length === 0) throw wrongArgument('There is no Virtual Machine Configuration resource here.');
    for (const resource of configurations) run.write(resourceObject(resource, view));
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

import { foldName, type ClusterView } from '#shared/model/cluster-view';
import { serviceGroupTypes, type Role } from '#shared/model/role';
import { CmdletError, notFound, notSimulated, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { machineWithGuid } from '../machine-guid';
import { named, tellMissing } from '../name-pattern';
import { groupObject } from '../objects/group-object';
import { type PracticeObject, textIn } from '../practice-object';
import { act } from './act';
import { givenNames, inputOf, meant, requiredNames, roleNamed, runningCluster } from './scope';

/** Writes a role as it is now. */
export function writeGroup(run: CmdletRun, name: string): void {
  const view = run.cluster.view();
  const role = view.role(name);
  if (role !== undefined) run.write(groupObject(role, view));
}

/** The roles that belong to an object from the pipeline; undefined: that object says nothing about roles. */
function rolesOf(input: PracticeObject, view: ClusterView): readonly Role[] | undefined {
  const { roles } = view.snapshot;
  const name = foldName(textIn(input, 'Name'));
  switch (input.$type) {
    case 'ClusterNode':
      return view.rolesOn(name);
    case 'ClusterResource': {
      const resource = meant(view.snapshot.resources, input);
      return roles.filter((role) => role.name === resource?.ownerGroup);
    }
    case 'ClusterGroup': {
      const role = meant(roles, input);
      return role === undefined ? [] : [role];
    }
    case 'VirtualMachine': {
      const machine = machineWithGuid(view, textIn(input, 'Id'));
      return roles.filter((role) => role.name === machine?.role);
    }
    default:
      return undefined;
  }
}

/** The role of the machine with an Id. */
function roleOfMachineId(id: string, view: ClusterView): Role {
  const machine = machineWithGuid(view, id);
  const role = machine === undefined || machine.role === null ? undefined : view.role(machine.role);
  if (role === undefined) throw notFound('group', id);
  return role;
}

/** The roles that a cmdlet acts on: by name, by the Id of a machine, or from the pipeline. */
export function roleTargets(run: CmdletRun, view: ClusterView): readonly Role[] {
  const id = run.parameters.text('VMId');
  if (id !== undefined) return [roleOfMachineId(id, view)];
  const input = inputOf(run);
  const belonging = run.parameters.has('Name') || input === undefined ? undefined : rolesOf(input, view);
  if (belonging !== undefined && input?.$type !== 'ClusterNode') {
    if (belonging.length === 0) throw notFound('group', input === undefined ? '' : textIn(input, 'Name'));
    return belonging;
  }
  return requiredNames(run, 'Name', ['ClusterGroup']).map((name) => roleNamed(view, name));
}

/** Runs a command about each role it was given and writes the role as it is then. */
function onRoles(command: string, inputFor: (run: CmdletRun, role: Role) => Record<string, string>): Cmdlet {
  return async (run) => {
    for (const role of roleTargets(run, runningCluster(run))) {
      await act(run, command, inputFor(run, role));
      writeGroup(run, role.name);
    }
  };
}

function destinationOf(run: CmdletRun): { readonly destination?: string } {
  const node = run.parameters.text('Node');
  return node === undefined || node === '' ? {} : { destination: node };
}

/** Cmdlets about roles. */
export const groupCmdlets = {
  'Get-ClusterGroup': (run) => {
    const view = runningCluster(run);
    const id = run.parameters.text('VMId');
    if (id !== undefined) {
      run.write(groupObject(roleOfMachineId(id, view), view));
      return;
    }
    const input = inputOf(run);
    const among = (input === undefined ? undefined : rolesOf(input, view)) ?? view.snapshot.roles;
    const names = input === undefined ? givenNames(run, 'Name', []) : run.parameters.texts('Name');
    const missing = tellMissing(run, (name) => notFound('group', name));
    for (const role of named(among, ({ name }) => name, names, missing)) run.write(groupObject(role, view));
  },
  'Start-ClusterGroup': onRoles('role.bringOnline', (_, { name }) => ({ role: name })),
  'Stop-ClusterGroup': onRoles('role.takeOffline', (_, { name }) => ({ role: name })),
  'Move-ClusterGroup': async (run) => {
    for (const role of roleTargets(run, runningCluster(run))) {
      if (role.groupType === 'Cluster') await act(run, 'cluster.moveCoreResources', destinationOf(run));
      else await act(run, 'role.move', { role: role.name, ...destinationOf(run) });
      writeGroup(run, role.name);
    }
  },
  'Remove-ClusterGroup': async (run) => {
    const view = runningCluster(run);
    for (const role of roleTargets(run, view)) {
      if (!run.parameters.flag('RemoveResources') && view.resourcesOf(role.name).length > 0)
        throw new CmdletError({
          win32: 145,
          category: 'InvalidOperation',
          fqid: run.cmdlet,
          message: `The group '${role.name}' has resources. Remove them first, or use -RemoveResources.`,
        });
      await act(run, 'role.remove', { role: role.name });
    }
  },
  'Add-ClusterGroup': async (run) => {
    const view = runningCluster(run);
    const type = run.parameters.text('GroupType');
    if (type !== undefined && !serviceGroupTypes.some((known) => known === type))
      throw notSimulated(`Add-ClusterGroup -GroupType ${type}`);
    const names = run.parameters.texts('Name') ?? [];
    if (names.length === 0) throw wrongArgument('Add-ClusterGroup needs -Name.');
    for (const name of names) {
      if (view.role(name) !== undefined)
        throw new CmdletError({
          win32: 5010,
          category: 'InvalidOperation',
          fqid: run.cmdlet,
          message: `There is a group '${name}' already.`,
        });
      await act(run, 'role.create', { type: 'other', name, ...(type === undefined ? {} : { groupType: type }) });
      writeGroup(run, name);
    }
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

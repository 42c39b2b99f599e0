import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { Resource } from '#shared/model/resource';
import { notFound, notSimulated, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { machineWithGuid } from '../machine-guid';
import { named, tellMissing } from '../name-pattern';
import { resourceObject } from '../objects/resource-object';
import { resourceTypeName, resourceTypeObject, resourceTypes } from '../objects/resource-type-object';
import { sharedVolumeObject } from '../objects/shared-volume-object';
import { type PracticeObject, textIn } from '../practice-object';
import { act } from './act';
import { givenNames, inputOf, meant, requiredNames, resourceNamed, runningCluster } from './scope';

/** Writes a resource, or the shared volume of that name, as it is now. */
export function writeResource(run: CmdletRun, name: string): void {
  const view = run.cluster.view();
  const resource = view.resource(name);
  const volume = view.sharedVolume(name);
  if (resource !== undefined) run.write(resourceObject(resource, view));
  else if (volume !== undefined) run.write(sharedVolumeObject(volume));
}

/** The resources that belong to an object from the pipeline; undefined: that object says nothing about resources. */
function resourcesOf(input: PracticeObject, view: ClusterView): readonly Resource[] | undefined {
  const all = view.snapshot.resources;
  switch (input.$type) {
    case 'ClusterGroup':
      return view.resourcesOf(meant(view.snapshot.roles, input)?.name ?? '');
    case 'ClusterNode':
      return all.filter(({ ownerNode }) => foldName(ownerNode ?? '') === foldName(textIn(input, 'Name')));
    case 'ClusterResourceType':
      return all.filter(({ resourceType }) => resourceTypeName(resourceType) === input['Name']);
    case 'ClusterResource': {
      const resource = meant(all, input);
      return resource === undefined ? [] : [resource];
    }
    default:
      return undefined;
  }
}

/** The resources that a cmdlet acts on, by name or from the pipeline. */
export function resourceTargets(run: CmdletRun, view: ClusterView, parameter = 'Name'): readonly Resource[] {
  const input = inputOf(run);
  if (input?.$type === 'ClusterResource' && !run.parameters.has(parameter)) {
    const resource = meant(view.snapshot.resources, input);
    if (resource === undefined) throw notFound('resource', textIn(input, 'Name'));
    return [resource];
  }
  return requiredNames(run, parameter, ['ClusterResource']).map((name) => resourceNamed(view, name));
}

function onResources(command: string): Cmdlet {
  return async (run) => {
    for (const resource of resourceTargets(run, runningCluster(run))) {
      await act(run, command, { resource: resource.name });
      writeResource(run, resource.name);
    }
  };
}

/** The names of disks and volumes for maintenance. */
function storageTargets(run: CmdletRun): readonly string[] {
  const view = runningCluster(run);
  const names = requiredNames(run, 'Name', ['ClusterResource', 'ClusterSharedVolume']);
  for (const name of names) if (view.sharedVolume(name) === undefined) resourceNamed(view, name);
  return names;
}

function maintenance(on: boolean): Cmdlet {
  return async (run) => {
    for (const name of storageTargets(run)) {
      await act(run, 'disk.setMaintenance', { disk: name, on });
      writeResource(run, name);
    }
  };
}

/** Cmdlets about resources and their types. */
export const resourceCmdlets = {
  'Get-ClusterResource': (run) => {
    const view = runningCluster(run);
    const input = inputOf(run);
    const id = run.parameters.text('VMId');
    const machine = id === undefined ? undefined : machineWithGuid(view, id);
    if (id !== undefined && machine?.role === undefined) throw notFound('resource', id);
    const among =
      machine === undefined
        ? ((input === undefined ? undefined : resourcesOf(input, view)) ?? view.snapshot.resources)
        : view.resourcesOf(machine.role ?? '');
    const names = input === undefined ? givenNames(run, 'Name', []) : run.parameters.texts('Name');
    const missing = tellMissing(run, (name) => notFound('resource', name));
    for (const resource of named(among, ({ name }) => name, names, missing)) run.write(resourceObject(resource, view));
  },
  'Get-ClusterResourceType': (run) => {
    const view = runningCluster(run);
    const names = givenNames(run, 'Name', ['ClusterResourceType']);
    const missing = tellMissing(run, (name) => notFound('resource type', name));
    for (const type of named(resourceTypes(view), resourceTypeName, names, missing))
      run.write(resourceTypeObject(type, view));
  },
  'Start-ClusterResource': onResources('resource.bringOnline'),
  'Stop-ClusterResource': onResources('resource.takeOffline'),
  'Test-ClusterResourceFailure': onResources('resource.simulateFailure'),
  'Suspend-ClusterResource': maintenance(true),
  'Resume-ClusterResource': maintenance(false),
  'Add-ClusterResource': async (run) => {
    const view = runningCluster(run);
    const { parameters } = run;
    const name = parameters.text('Name') ?? '';
    const given = parameters.text('ResourceType') ?? '';
    const [group] = givenNames(run, 'Group', ['ClusterGroup']) ?? [];
    if (group === undefined) throw wrongArgument('Add-ClusterResource needs -Group.');
    const type = resourceTypes(view).find((known) =>
      [known, resourceTypeName(known)].map(foldName).includes(foldName(given)),
    );
    if (type === undefined) throw notFound('resource type', given);
    await act(run, 'resource.add', { role: group, name, type });
    writeResource(run, name);
  },
  'Remove-ClusterResource': async (run) => {
    for (const resource of resourceTargets(run, runningCluster(run))) {
      if (resource.resourceType === 'Physical Disk') await act(run, 'disk.remove', { disk: resource.name });
      else await act(run, 'resource.remove', { resource: resource.name });
    }
  },
  'Move-ClusterResource': async (run) => {
    const view = runningCluster(run);
    const group = run.parameters.text('Group');
    if (group === undefined) throw wrongArgument('Move-ClusterResource needs -Group.');
    for (const resource of resourceTargets(run, view)) {
      if (resource.resourceType !== 'Physical Disk') throw notSimulated('Moving anything but a disk to another group');
      await act(run, 'disk.assign', { disk: resource.name, role: group });
      writeResource(run, resource.name);
    }
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

import { foldName, type ClusterView } from '#shared/model/cluster-view';
import { notFound, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { reference, type PracticeObject } from '../practice-object';
import { resourceTypeName, resourceTypes } from '../objects/resource-type-object';
import { act } from './act';
import { inputIs, nodeNamed, resourceNamed, roleNamed, runningCluster } from './scope';

type Owned = { readonly kind: 'role' | 'resource'; readonly name: string };

function ownedBy(run: CmdletRun, view: ClusterView): Owned | undefined {
  const { parameters } = run;
  const role = parameters.text('Group') ?? inputIs(run, 'ClusterGroup')?.['Name'];
  if (typeof role === 'string') return { kind: 'role', name: roleNamed(view, role).name };
  const resource = parameters.text('Resource') ?? inputIs(run, 'ClusterResource')?.['Name'];
  if (typeof resource === 'string') return { kind: 'resource', name: resourceNamed(view, resource).name };
  return undefined;
}

function listObject({ kind, name }: Owned, view: ClusterView): PracticeObject {
  const everyNode = view.snapshot.nodes.map((node) => node.name);
  const possible = view.resource(name)?.possibleOwners ?? [];
  const owners =
    kind === 'role' ? (view.role(name)?.preferredOwners ?? []) : possible.length === 0 ? everyNode : possible;
  return {
    $type: 'ClusterOwnerNodeList',
    ClusterObject: reference(kind === 'role' ? 'ClusterGroup' : 'ClusterResource', name),
    OwnerNodes: owners.map((owner) => reference('ClusterNode', owner)),
  };
}

/** Every node has every type of resource. */
function ownersOfType(name: string, view: ClusterView): PracticeObject {
  const type = resourceTypes(view).find((known) =>
    [known, resourceTypeName(known)].map(foldName).includes(foldName(name)),
  );
  if (type === undefined) throw notFound('resource type', name);
  return {
    $type: 'ClusterOwnerNodeList',
    ClusterObject: reference('ClusterResourceType', resourceTypeName(type)),
    OwnerNodes: view.snapshot.nodes.map((node) => reference('ClusterNode', node.name)),
  };
}

/** Cmdlets about preferred owners of roles and possible owners of resources. */
export const ownerCmdlets = {
  'Get-ClusterOwnerNode': (run) => {
    const view = runningCluster(run);
    const type = run.parameters.text('ResourceType') ?? inputIs(run, 'ClusterResourceType')?.['Name'];
    if (typeof type === 'string') {
      run.write(ownersOfType(type, view));
      return;
    }
    const owned = ownedBy(run, view);
    if (owned === undefined) throw wrongArgument('Get-ClusterOwnerNode needs -Group, -Resource or -ResourceType.');
    run.write(listObject(owned, view));
  },
  'Set-ClusterOwnerNode': async (run) => {
    const view = runningCluster(run);
    const owned = ownedBy(run, view);
    if (owned === undefined) throw wrongArgument('Set-ClusterOwnerNode needs -Group or -Resource.');
    const owners = (run.parameters.texts('Owners') ?? []).map((name) => nodeNamed(view, name).name);
    if (owned.kind === 'role') {
      await act(run, 'role.setPreferredOwners', { role: owned.name, preferredOwners: owners });
      return;
    }
    const all = view.snapshot.nodes.every(({ name }) => owners.some((owner) => foldName(owner) === foldName(name)));
    await act(run, 'resource.setPossibleOwners', { resource: owned.name, nodes: all ? [] : owners });
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

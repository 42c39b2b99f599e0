import { foldName, type ClusterView } from '#shared/model/cluster-view';
import { notSimulated, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { reference, type PracticeObject } from '../practice-object';
import { act } from './act';
import { inputIs, nodeNamed, resourceNamed, roleNamed, runningCluster } from './scope';

type Owned = { readonly kind: 'role' | 'resource'; readonly name: string };

function ownedBy(run: CmdletRun, view: ClusterView): Owned | undefined {
  const { parameters } = run;
  if (parameters.has('ResourceType')) throw notSimulated(`${run.cmdlet} -ResourceType`);
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

/** Cmdlets about preferred owners of roles and possible owners of resources. */
export const ownerCmdlets = {
  'Get-ClusterOwnerNode': (run) => {
    const view = runningCluster(run);
    const owned = ownedBy(run, view);
    if (owned === undefined) throw wrongArgument('Get-ClusterOwnerNode needs -Group or -Resource.');
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

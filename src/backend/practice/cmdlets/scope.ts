import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { Node } from '#shared/model/node';
import type { Role } from '#shared/model/role';
import type { Resource } from '#shared/model/resource';
import { CmdletError, notFound, wrongArgument } from '../cmdlet-failure';
import type { CmdletRun } from '../cmdlet-run';
import { isPracticeObject, type PracticeObject, textIn } from '../practice-object';

/** Whether `-Cluster` names this cluster: by its name, its full name, the name of a node, or `.`. */
export function meansThisCluster(name: string, view: ClusterView): boolean {
  const { cluster, nodes } = view.snapshot;
  const machines = [cluster.name, ...nodes.map((node) => node.name)];
  const full = cluster.domain === null ? [] : machines.map((machine) => `${machine}.${cluster.domain ?? ''}`);
  return ['.', 'localhost', '', ...machines, ...full].some((known) => foldName(known) === foldName(name));
}

/** Another cluster than this one is meant (1722). */
export function otherCluster(name: string): CmdletError {
  return new CmdletError({
    win32: 1722,
    category: 'ConnectionError',
    fqid: 'ClusterRpcConnection',
    message: `Check the spelling of the cluster name '${name}'. This PowerShell knows the practice cluster only, and can reach no other.`,
  });
}

function serviceStopped(): CmdletError {
  return new CmdletError({
    win32: 1753,
    category: 'ConnectionError',
    fqid: 'ClusterEndpointNotRegistered',
    message: 'The cluster service is not running. Make sure that the service is running on all nodes in the cluster.',
  });
}

/** The cluster that a cmdlet is about, running or not. */
export function anyCluster(run: CmdletRun): ClusterView {
  const view = run.cluster.view();
  const name = run.parameters.text('Cluster');
  if (name !== undefined && !meansThisCluster(name, view)) throw otherCluster(name);
  const piped = inputIs(run, 'Cluster');
  if (piped !== undefined && !meansThisCluster(textIn(piped, 'Name'), view)) throw otherCluster(textIn(piped, 'Name'));
  return view;
}

/** The running cluster that a cmdlet is about. Throws when another is meant or its service is stopped (1753). */
export function runningCluster(run: CmdletRun): ClusterView {
  const view = anyCluster(run);
  if (view.snapshot.cluster.state !== 'Running') throw serviceStopped();
  return view;
}

/** The one input object of a call, from the pipeline or by parameter; undefined when there is none. */
export function inputOf(run: CmdletRun): PracticeObject | undefined {
  return run.parameters.object('InputObject');
}

/** Whether the input object is of a type. */
export function inputIs(run: CmdletRun, type: string): PracticeObject | undefined {
  const input = inputOf(run);
  return input?.$type === type ? input : undefined;
}

/**
 * The names that a cmdlet acts on: those of a parameter, else the input object of one of `types`, else an input text.
 * Undefined when nothing is named.
 */
export function givenNames(run: CmdletRun, parameter: string, types: readonly string[]): readonly string[] | undefined {
  const names = run.parameters.texts(parameter);
  if (names !== undefined) return names;
  const given = run.parameters.value('InputObject');
  if (typeof given === 'string') return [given];
  if (!isPracticeObject(given) || !types.includes(given.$type)) return undefined;
  const name = given['Name'];
  return typeof name === 'string' ? [name] : undefined;
}

/** The names that a cmdlet acts on; without any it cannot do anything. */
export function requiredNames(run: CmdletRun, parameter: string, types: readonly string[]): readonly string[] {
  const names = givenNames(run, parameter, types);
  if (names === undefined || names.length === 0)
    throw wrongArgument(`${run.cmdlet} needs -${parameter}, or such an object from the pipeline.`);
  return names;
}

/** The object that is meant by an object from the pipeline: by its Id, which survives a rename, else by its name. */
export function meant<T extends { readonly id: string; readonly name: string }>(
  items: readonly T[],
  input: PracticeObject,
): T | undefined {
  return (
    items.find(({ id }) => id === input['Id']) ??
    items.find(({ name }) => foldName(name) === foldName(textIn(input, 'Name')))
  );
}

/** The role of that name. */
export function roleNamed(view: ClusterView, name: string): Role {
  const role = view.role(name);
  if (role === undefined) throw notFound('group', name);
  return role;
}

/** The resource of that name. */
export function resourceNamed(view: ClusterView, name: string): Resource {
  const resource = view.resource(name);
  if (resource === undefined) throw notFound('resource', name);
  return resource;
}

/** The node of that name. */
export function nodeNamed(view: ClusterView, name: string): Node {
  const node = view.node(name);
  if (node === undefined) throw notFound('node', name);
  return node;
}

/** The node on which this PowerShell is meant to run, for cmdlets that mean "this computer": the first of the cluster. */
export function localNode(view: ClusterView): Node {
  const [first] = [...view.snapshot.nodes].sort((one, other) => one.nodeNumber - other.nodeNumber);
  if (first === undefined) throw serviceStopped();
  return first;
}

import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { JsonValue } from '#shared/model/operation';
import type { Resource } from '#shared/model/resource';
import { nameOf } from '../bound-parameters';
import { notFound, notSimulated, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { named } from '../name-pattern';
import { isPracticeObject, reference, type PracticeObject, textIn } from '../practice-object';
import { act } from './act';
import { keepProperty, keepsProperties, privateProperties, type PrivateProperty } from './private-properties';
import { inputOf, meant, runningCluster } from './scope';

/** Networks by Id in the order in which live migrations use them. */
function migrationNetworks(view: ClusterView): {
  readonly order: readonly string[];
  readonly excluded: readonly string[];
} {
  const { networks } = view.snapshot;
  const used = networks.filter(({ liveMigrationOrder }) => liveMigrationOrder !== null);
  const sorted = [...used].sort((one, other) => (one.liveMigrationOrder ?? 0) - (other.liveMigrationOrder ?? 0));
  return {
    order: sorted.map(({ id }) => id),
    excluded: networks.filter((network) => !used.includes(network)).map(({ id }) => id),
  };
}

function typeProperties(name: string, view: ClusterView): readonly PrivateProperty[] {
  if (name !== 'Virtual Machine') return [];
  const { order, excluded } = migrationNetworks(view);
  return [
    { name: 'MigrationNetworkOrder', type: 'String', value: order.join(';') },
    { name: 'MigrationExcludeNetworks', type: 'String', value: excluded.join(';') },
  ];
}

async function setMigrationNetworks(run: CmdletRun, view: ClusterView, name: string, value: string): Promise<void> {
  const ids = value.split(';').filter((id) => id !== '');
  const now = migrationNetworks(view);
  const all = [...now.order, ...now.excluded];
  const unknown = ids.find((id) => !all.includes(id));
  if (unknown !== undefined) throw notFound('network', unknown);
  const excluding = foldName(name) === 'migrationexcludenetworks';
  const order = excluding
    ? all.filter((id) => !ids.includes(id))
    : [...ids.filter((id) => now.order.includes(id)), ...now.order.filter((id) => !ids.includes(id))];
  const networks = order.flatMap((id) => view.snapshot.networks.filter((network) => network.id === id));
  await act(run, 'network.setLiveMigrationOrder', { networks: networks.map((network) => network.name) });
}

/** The object whose private properties are meant; a parameter object stands for the one that it belongs to. */
function ownerOf(run: CmdletRun): PracticeObject {
  const input = inputOf(run);
  const owner = input?.$type === 'ClusterParameter' ? input['ClusterObject'] : input;
  if (!isPracticeObject(owner)) throw wrongArgument(`${run.cmdlet} needs an object of the cluster from the pipeline.`);
  return owner;
}

function resourceOf(view: ClusterView, owner: PracticeObject): Resource {
  const resource = meant(view.snapshot.resources, owner);
  if (resource === undefined) throw notFound('resource', textIn(owner, 'Name'));
  return resource;
}

function propertiesOf(run: CmdletRun, view: ClusterView, owner: PracticeObject): readonly PrivateProperty[] {
  if (owner.$type === 'ClusterResource') return privateProperties(run, resourceOf(view, owner), view);
  if (owner.$type === 'ClusterResourceType') return typeProperties(textIn(owner, 'Name'), view);
  return [];
}

function valueOf({ type, value }: PrivateProperty): JsonValue {
  return type === 'UInt32' ? { $type: 'UInt32', Value: value } : value;
}

/** Pairs of name and value that are to be set. */
function settings(run: CmdletRun): readonly (readonly [string, JsonValue])[] {
  const { parameters } = run;
  const multiple = parameters.value('Multiple');
  if (typeof multiple === 'object' && multiple !== null && !Array.isArray(multiple)) return Object.entries(multiple);
  const name = parameters.text('Name') ?? inputOf(run)?.['Name'];
  const value = parameters.value('Value');
  if (typeof name !== 'string' || value === undefined)
    throw wrongArgument('Set-ClusterParameter needs -Name and -Value.');
  return [[name, value]];
}

/** Cmdlets about private properties of resources and resource types. */
export const parameterCmdlets = {
  'Get-ClusterParameter': (run) => {
    const view = runningCluster(run);
    const owner = ownerOf(run);
    const missing = (name: string): void => run.fail(wrongArgument(`There is no private property '${name}' here.`));
    for (const property of named(
      propertiesOf(run, view, owner),
      ({ name }) => name,
      run.parameters.texts('Name'),
      missing,
    ))
      run.write({
        $type: 'ClusterParameter',
        ClusterObject: reference(owner.$type, textIn(owner, 'Name')),
        Name: property.name,
        IsReadOnly: property.readOnly === true,
        ParameterType: property.type,
        Value: valueOf(property),
      });
  },
  'Set-ClusterParameter': async (run) => {
    const owner = ownerOf(run);
    let untilOnline = false;
    for (const [name, value] of settings(run)) {
      const view = runningCluster(run);
      const known = propertiesOf(run, view, owner).find((property) => foldName(property.name) === foldName(name));
      if (owner.$type === 'ClusterResourceType' && known !== undefined) {
        await setMigrationNetworks(run, view, name, typeof value === 'string' ? value : '');
        continue;
      }
      const resource = owner.$type === 'ClusterResource' ? resourceOf(view, owner) : undefined;
      if (resource === undefined || known === undefined || !keepsProperties(resource.resourceType))
        throw notSimulated(`Setting the private property ${name} of ${textIn(owner, 'Name')}`);
      keepProperty(run, resource, name, known.type === 'UInt32' ? Number(value) : nameOf(value));
      if (resource.state === 'Online') untilOnline = true;
    }
    if (untilOnline)
      run.warn(
        'The properties were stored, but not all changes will take effect until the next time the resource is brought online.',
      );
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

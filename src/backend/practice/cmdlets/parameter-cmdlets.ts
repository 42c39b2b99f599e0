import { subnetContains, subnetMask } from '#shared/commands/subnet';
import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { JsonValue, Operation } from '#shared/model/operation';
import type { Resource } from '#shared/model/resource';
import { nameOf } from '../bound-parameters';
import { notFound, notSimulated, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { machineGuid } from '../machine-guid';
import { named } from '../name-pattern';
import { isPracticeObject, reference, type PracticeObject, textIn } from '../practice-object';
import { act } from './act';
import { inputOf, meant, runningCluster } from './scope';

/** One private property. `type`: a name of ClusterParameterType. */
interface Property {
  readonly name: string;
  readonly type: 'String' | 'UInt32' | 'StringCollection';
  readonly value: JsonValue;
  readonly readOnly?: true;
}

const migrationStates = ['Setup', 'Data Transfer', 'Move'] as const;

/** MigrationState 0 none, 1 setup, 2 data transfer, 3 move, 4 cancelled, 5 failure, until the next migration begins. */
function migrationState(operation: Operation | undefined): number {
  if (operation === undefined || operation.outcome === 'succeeded') return 0;
  if (operation.outcome === 'cancelled') return 4;
  if (operation.outcome !== 'running') return 5;
  const step = operation.migration?.step ?? 0;
  return step <= 1 ? 1 : step === 2 ? 2 : migrationStates.length;
}

/** Private properties of a Virtual Machine resource. */
function machineProperties(resource: Resource, view: ClusterView): readonly Property[] {
  const machine = view.machineOf(resource.ownerGroup);
  if (machine === undefined) return [];
  const last = view.snapshot.operations
    .filter(({ migration, target }) => migration?.kind === 'live' && target?.name === resource.ownerGroup)
    .at(-1);
  const state = migrationState(last);
  const running = last?.outcome === 'running';
  return [
    { name: 'VmID', type: 'String', value: machineGuid(machine), readOnly: true },
    { name: 'VmState', type: 'UInt32', value: machine.state === 'Running' ? 2 : 3, readOnly: true },
    { name: 'MigrationState', type: 'UInt32', value: state, readOnly: true },
    { name: 'MigrationProgress', type: 'UInt32', value: running ? (last.progress.percent ?? 0) : 0, readOnly: true },
    { name: 'MigrationFailureReason', type: 'UInt32', value: state === 5 ? 0x80004005 : 0, readOnly: true },
    { name: 'OfflineAction', type: 'UInt32', value: 1 },
    { name: 'ShutdownAction', type: 'UInt32', value: 0 },
    { name: 'CheckHeartbeat', type: 'UInt32', value: 1 },
  ];
}

function addressOf(resource: Resource, view: ClusterView): string {
  return resource.isCoreResource ? (view.snapshot.cluster.address ?? '') : resource.name.replace(/^IP Address /, '');
}

function usualProperties(resource: Resource, view: ClusterView): readonly Property[] {
  switch (resource.resourceType) {
    case 'Virtual Machine':
    case 'Virtual Machine Configuration':
      return machineProperties(resource, view);
    case 'IP Address': {
      const address = addressOf(resource, view);
      const network = view.snapshot.networks.find((one) => subnetContains(one.address, address));
      return [
        { name: 'Network', type: 'String', value: network?.name ?? '' },
        { name: 'Address', type: 'String', value: address },
        { name: 'SubnetMask', type: 'String', value: network === undefined ? '' : (subnetMask(network.address) ?? '') },
        { name: 'EnableNetBIOS', type: 'UInt32', value: 0 },
        { name: 'EnableDhcp', type: 'UInt32', value: 0 },
      ];
    }
    case 'Network Name': {
      const name = resource.isCoreResource ? view.snapshot.cluster.name : resource.ownerGroup;
      return [
        { name: 'Name', type: 'String', value: name },
        { name: 'DnsName', type: 'String', value: name },
      ];
    }
    case 'File Share Quorum Witness':
      return [{ name: 'SharePath', type: 'String', value: view.snapshot.quorum.witness ?? '' }];
    case 'Cloud Witness':
      return [{ name: 'EndpointInfo', type: 'String', value: view.snapshot.quorum.witness ?? '' }];
    default:
      return [];
  }
}

/** Types whose private properties can be set; the cluster keeps nothing else by that way. */
const keeping = ['IP Address', 'Network Name'];

function resourceProperties(run: CmdletRun, resource: Resource, view: ClusterView): readonly Property[] {
  const set = run.memory.privateProperties.get(resource.id);
  const usual = usualProperties(resource, view);
  const known = usual.map((property) => ({ ...property, value: set?.get(foldName(property.name)) ?? property.value }));
  return known;
}

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

function typeProperties(name: string, view: ClusterView): readonly Property[] {
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

function propertiesOf(run: CmdletRun, view: ClusterView, owner: PracticeObject): readonly Property[] {
  if (owner.$type === 'ClusterResource') return resourceProperties(run, resourceOf(view, owner), view);
  if (owner.$type === 'ClusterResourceType') return typeProperties(textIn(owner, 'Name'), view);
  return [];
}

function valueOf({ type, value }: Property): JsonValue {
  return type === 'UInt32' ? { $type: 'UInt32', Value: value } : value;
}

/** Pairs of name and value that are to be set. */
function settings(run: CmdletRun): readonly (readonly [string, JsonValue])[] {
  const { parameters } = run;
  if (parameters.flag('Create') || parameters.flag('Delete'))
    throw notSimulated('Creating and deleting private properties');
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
    for (const [name, value] of settings(run)) {
      const view = runningCluster(run);
      const known = propertiesOf(run, view, owner).find((property) => foldName(property.name) === foldName(name));
      if (owner.$type === 'ClusterResourceType' && known !== undefined) {
        await setMigrationNetworks(run, view, name, typeof value === 'string' ? value : '');
        continue;
      }
      const resource = owner.$type === 'ClusterResource' ? resourceOf(view, owner) : undefined;
      if (resource === undefined || known === undefined || !keeping.includes(resource.resourceType))
        throw notSimulated(`Setting the private property ${name} of ${textIn(owner, 'Name')}`);
      const set = run.memory.privateProperties.get(resource.id) ?? new Map<string, JsonValue>();
      run.memory.privateProperties.set(
        resource.id,
        set.set(foldName(name), known.type === 'UInt32' ? Number(value) : nameOf(value)),
      );
      if (resource.state === 'Online')
        run.warn(
          'The properties were stored, but not all changes will take effect until the next time the resource is brought online.',
        );
    }
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

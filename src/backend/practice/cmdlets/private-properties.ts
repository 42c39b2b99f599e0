import { subnetContains, subnetMask } from '#shared/commands/subnet';
import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { JsonValue, Operation } from '#shared/model/operation';
import type { Resource } from '#shared/model/resource';
import type { CmdletRun } from '../cmdlet-run';
import { machineGuid } from '../machine-guid';

/** One private property. `type`: a name of ClusterParameterType. */
export interface PrivateProperty {
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
function machineProperties(resource: Resource, view: ClusterView): readonly PrivateProperty[] {
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

function usualProperties(resource: Resource, view: ClusterView): readonly PrivateProperty[] {
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

/** A property that a script can set and read back; what is set has no effect on the simulated cluster. */
const text = (name: string): PrivateProperty => ({ name, type: 'String', value: '' });
const number = (name: string, value = 0): PrivateProperty => ({ name, type: 'UInt32', value });

/** By type of resource, with Windows' defaults. */
const kept: Readonly<Record<string, readonly PrivateProperty[]>> = {
  'Network Name': [
    number('HostRecordTTL', 1200),
    number('RegisterAllProvidersIP'),
    number('PublishPTRRecords'),
    number('RequireKerberos'),
  ],
  'Generic Application': [
    text('CommandLine'),
    text('CurrentDirectory'),
    number('InteractWithDesktop'),
    number('UseNetworkName'),
  ],
  'Generic Service': [text('ServiceName'), text('StartupParameters'), number('UseNetworkName')],
  'Generic Script': [text('ScriptFilepath')],
};

/** Whether the private properties of a type can be set; the cluster keeps nothing else by that way. */
export function keepsProperties(resourceType: string): boolean {
  return resourceType === 'IP Address' || Object.hasOwn(kept, resourceType);
}

/** The private properties of a resource as they were set last. */
export function privateProperties(run: CmdletRun, resource: Resource, view: ClusterView): readonly PrivateProperty[] {
  const set = run.memory.privateProperties.get(resource.id);
  const usual = [...usualProperties(resource, view), ...(kept[resource.resourceType] ?? [])];
  return usual.map((property) => ({ ...property, value: set?.get(foldName(property.name)) ?? property.value }));
}

/** Keeps a private property of a resource. */
export function keepProperty(run: CmdletRun, resource: Resource, property: string, value: JsonValue): void {
  const { privateProperties: all } = run.memory;
  const set = all.get(resource.id) ?? new Map<string, JsonValue>();
  all.set(resource.id, set.set(foldName(property), value));
}

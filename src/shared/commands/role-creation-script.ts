import type { ClusterView } from '../model/cluster-view';
import type { ServiceGroupType } from '../model/role';
import { roleTypes, type ConfigurableType } from './role-types';
import { call, cmdletCall, pipeline, type ScriptStep } from './script-step';
import { subnetContains, subnetMask } from './subnet';

/** Input of `role.create`, see there. */
export interface RoleCreation {
  readonly type: ConfigurableType;
  readonly name: string;
  readonly disks?: readonly string[] | undefined;
  readonly address?: string | undefined;
  readonly service?: string | undefined;
  readonly commandLine?: string | undefined;
  readonly scriptPath?: string | undefined;
  readonly owner?: string | undefined;
  readonly groupType?: ServiceGroupType | undefined;
}

/** A role with a cmdlet of its own is one call; for the others group, resources and dependencies are made one by one. */
export function roleCreationScript(input: RoleCreation, view?: ClusterView): readonly ScriptStep[] {
  const common = {
    Name: input.name,
    Storage: input.disks,
    StaticAddress: input.address === undefined ? undefined : [input.address],
    // A role that is moved next must have come online first.
    Wait: input.owner === undefined ? 0 : undefined,
  };
  const move =
    input.owner === undefined ? [] : [call('Move-ClusterGroup', { Name: input.name, Node: input.owner, Wait: 0 })];
  switch (input.type) {
    case 'fileServer':
      return [call('Add-ClusterFileServerRole', common), ...move];
    case 'iscsiTarget':
      return [call('Add-ClusteriSCSITargetServerRole', common), ...move];
    case 'genericService':
      return [call('Add-ClusterGenericServiceRole', { ...common, ServiceName: input.service ?? input.name }), ...move];
    case 'genericApplication':
      return [
        call('Add-ClusterGenericApplicationRole', { ...common, CommandLine: input.commandLine ?? input.name }),
        ...move,
      ];
    case 'genericScript':
      return [
        call('Add-ClusterGenericScriptRole', { ...common, ScriptFilePath: input.scriptPath ?? input.name }),
        ...move,
      ];
    default:
      return [...assembled(input, view), ...move, call('Start-ClusterGroup', { Name: input.name, Wait: 0 })];
  }
}

/** What the wizard does for kinds of role that have no cmdlet: group, client access point, disks, principal resource. */
function assembled(input: RoleCreation, view: ClusterView | undefined): readonly ScriptStep[] {
  const { name, disks = [], address } = input;
  const type = roleTypes[input.type];
  const kind = input.groupType ?? type.groupType;
  const group = kind === 'Unknown' ? undefined : kind;
  const providers = [...(address === undefined ? [] : [`${name} Network Name`]), ...disks];
  return [
    call('Add-ClusterGroup', { Name: [name], GroupType: group }),
    ...disks.map((disk) => call('Move-ClusterResource', { Name: disk, Group: name })),
    ...(address === undefined ? [] : accessPoint(name, address, view)),
    ...(type.resourceType === null
      ? []
      : [
          call('Add-ClusterResource', { Name: name, Group: name, ResourceType: type.resourceType }),
          ...(providers.length === 0 ? [] : [dependsOn(name, providers)]),
        ]),
  ];
}

function accessPoint(name: string, address: string, view: ClusterView | undefined): readonly ScriptStep[] {
  const ip = `IP Address ${address}`;
  const networkName = `${name} Network Name`;
  const network = view?.snapshot.networks.find((candidate) => subnetContains(candidate.address, address));
  const parameter = (resource: string, parameterName: string, value: string): ScriptStep =>
    pipeline(
      cmdletCall('Get-ClusterResource', { Name: [resource] }),
      cmdletCall('Set-ClusterParameter', { Name: parameterName, Value: value }),
    );
  return [
    call('Add-ClusterResource', { Name: ip, Group: name, ResourceType: 'IP Address' }),
    parameter(ip, 'Address', address),
    ...(network === undefined
      ? []
      : [
          parameter(ip, 'SubnetMask', subnetMask(network.address) ?? ''),
          parameter(ip, 'Network', network.name),
          parameter(ip, 'EnableDhcp', '0'),
        ]),
    call('Add-ClusterResource', { Name: networkName, Group: name, ResourceType: 'Network Name' }),
    parameter(networkName, 'Name', name),
    parameter(networkName, 'DnsName', name),
    dependsOn(networkName, [ip]),
  ];
}

function dependsOn(resource: string, providers: readonly string[]): ScriptStep {
  return call('Set-ClusterResourceDependency', {
    Resource: resource,
    Dependency: providers.map((provider) => `([${provider}])`).join(' and '),
  });
}

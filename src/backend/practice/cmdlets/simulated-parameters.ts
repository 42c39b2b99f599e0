import type { JsonValue } from '#shared/model/operation';
import { notSimulated, wrongArgument } from '../cmdlet-failure';
import { isPracticeObject, textIn } from '../practice-object';
import type { SimulatedCmdlet } from './cmdlet-table';

/** What a simulated cmdlet takes. Whatever else the real one has is refused, never ignored. */
interface Taken {
  /** Names of parameters. */
  readonly names: readonly string[];
  /** Types of objects that `-InputObject` takes. */
  readonly input: readonly string[];
}

/** `names` and types, each with spaces between them. */
function takes(names: string, input = ''): Taken {
  const list = (text: string): readonly string[] => text.split(' ').filter((part) => part !== '');
  return { names: list(names), input: list(input) };
}

const node = 'ClusterNode';
const group = 'ClusterGroup ClusterResource';
const resource = 'ClusterResource';
const volume = 'ClusterSharedVolume';
const onHost = 'ComputerName Credential';
const machine = `Name VM Passthru ${onHost}`;
const withAddress = 'Storage StaticAddress Name Wait Cluster';

const taken: { readonly [Name in SimulatedCmdlet]: Taken } = {
  'Add-ClusterDisk': takes('Cluster', 'ClusterDiskInfo'),
  'Add-ClusterFileServerRole': takes(withAddress, 'Cluster'),
  'Add-ClusterGenericApplicationRole': takes(`CommandLine ${withAddress}`, 'Cluster'),
  'Add-ClusterGenericScriptRole': takes(`ScriptFilePath ${withAddress}`, 'Cluster'),
  'Add-ClusterGenericServiceRole': takes(`ServiceName ${withAddress}`, 'Cluster'),
  'Add-ClusteriSCSITargetServerRole': takes(withAddress, 'Cluster'),
  'Add-ClusterGroup': takes('Name GroupType Cluster', 'Cluster'),
  'Add-ClusterNode': takes('Name Cluster', 'Cluster'),
  'Add-ClusterResource': takes('Name Group ResourceType Cluster', 'Cluster ClusterGroup'),
  'Add-ClusterResourceDependency': takes('Resource Provider Cluster', resource),
  'Add-ClusterSharedVolume': takes('Name Cluster', resource),
  'Add-ClusterVirtualMachineRole': takes('Name VMName VirtualMachine VMId Cluster', 'Cluster VirtualMachine'),
  'Get-Cluster': takes('Name Domain'),
  'Get-ClusterAccess': takes('User Cluster', 'Cluster'),
  'Get-ClusterAvailableDisk': takes('Cluster', 'Cluster'),
  'Get-ClusterGroup': takes('Name VMId Cluster', `Cluster ${node} ${group} VirtualMachine`),
  'Get-ClusterLog': takes('Node Destination TimeSpan UseLocalTime Cluster', `Cluster ${node}`),
  'Get-ClusterNetwork': takes('Name Cluster', 'Cluster ClusterNetwork'),
  'Get-ClusterNetworkInterface': takes(
    'Name Node Network Cluster',
    `Cluster ${node} ClusterNetwork ClusterNetworkInterface`,
  ),
  'Get-ClusterNode': takes('Name Cluster', `Cluster ${node} ${group}`),
  'Get-ClusterOwnerNode': takes('Resource Group ResourceType Cluster', `${group} ClusterResourceType`),
  'Get-ClusterParameter': takes(
    'Name Cluster',
    `Cluster ${node} ${group} ClusterNetwork ClusterResourceType ClusterParameter`,
  ),
  'Get-ClusterQuorum': takes('Cluster', 'Cluster'),
  'Get-ClusterResource': takes('Name VMId Cluster', `Cluster ${node} ${group} ClusterResourceType VirtualMachine`),
  'Get-ClusterResourceDependency': takes('Resource Guid Cluster', `Cluster ${resource}`),
  'Get-ClusterResourceDependencyReport': takes('Resource Group Cluster', group),
  'Get-ClusterResourceType': takes('Name Cluster', 'Cluster ClusterResourceType'),
  'Get-ClusterSharedVolume': takes('Name Cluster', `Cluster ${volume}`),
  'Get-ClusterSharedVolumeState': takes('Name Node Cluster', `Cluster ${node} ${volume}`),
  'Move-ClusterGroup': takes('Name Node Wait Cluster', group),
  'Move-ClusterResource': takes('Name Group Cluster', resource),
  'Move-ClusterSharedVolume': takes('Name Node Wait Cluster', `${resource} ${volume}`),
  'Move-ClusterVirtualMachineRole': takes(
    'Name Node Cancel MigrationType VMId Wait Cluster',
    `${group} VirtualMachine`,
  ),
  'New-Cluster': takes('Name Node StaticAddress NoStorage Force'),
  'Remove-Cluster': takes('Cluster Force', 'Cluster'),
  'Remove-ClusterGroup': takes('Name VMId Force RemoveResources Cluster', `${group} VirtualMachine`),
  'Remove-ClusterNode': takes('Name Force Wait Cluster', node),
  'Remove-ClusterResource': takes('Name Force Cluster', resource),
  'Remove-ClusterResourceDependency': takes('Resource Provider Cluster', resource),
  'Remove-ClusterSharedVolume': takes('Name Cluster', `${resource} ${volume}`),
  'Resume-ClusterNode': takes('Name Failback Cluster', node),
  'Resume-ClusterResource': takes('Name Cluster', `${resource} ${volume}`),
  'Set-ClusterOwnerNode': takes('Resource Group Owners Cluster', group),
  'Set-ClusterParameter': takes('Name Value Multiple Cluster', 'ClusterResource ClusterResourceType ClusterParameter'),
  'Set-ClusterQuorum': takes(
    'DiskOnly NoWitness DiskWitness FileShareWitness CloudWitness AccountName Endpoint AccessKey Cluster',
    'Cluster',
  ),
  'Set-ClusterResourceDependency': takes('Resource Dependency Cluster', resource),
  'Start-Cluster': takes('Name Wait'),
  'Start-ClusterGroup': takes('Name Wait Cluster', group),
  'Start-ClusterNode': takes('Name ForceQuorum ClearQuarantine PreventQuorum Wait Cluster', node),
  'Start-ClusterResource': takes('Name Wait Cluster', resource),
  'Stop-Cluster': takes('Cluster Force Wait', 'Cluster'),
  'Stop-ClusterGroup': takes('Name Wait Cluster', group),
  'Stop-ClusterNode': takes('Name Wait Cluster', node),
  'Stop-ClusterResource': takes('Name Wait Cluster', resource),
  'Suspend-ClusterNode': takes('Name Drain Wait TargetNode Cluster', node),
  'Suspend-ClusterResource': takes('Name Force Cluster', `${resource} ${volume}`),
  'Test-Cluster': takes('Node ReportName List Include Ignore Force Cluster', 'Cluster'),
  'Test-ClusterResourceFailure': takes('Name Cluster', resource),
  'Update-ClusterVirtualMachineConfiguration': takes('Name VMId Cluster', `${group} VirtualMachine`),
  'Get-VM': takes(`Name Id ClusterObject ${onHost}`),
  'Get-VMHardDiskDrive': takes(`VMName VM ControllerLocation ControllerNumber ControllerType ${onHost}`),
  'Get-VMHost': takes(onHost),
  'Get-VMMigrationNetwork': takes(`Subnet Priority ${onHost}`),
  'Move-VMStorage': takes(`Name VM DestinationStoragePath ${onHost}`),
  // A disk of the practice cluster has no size of its own: how large a new one is makes no difference.
  'New-VM': takes(`Name MemoryStartupBytes NewVHDPath NewVHDSizeBytes Path Generation Force ${onHost}`),
  'Save-VM': takes(machine),
  'Set-VM': takes(`ProcessorCount MemoryStartupBytes ${machine}`),
  'Set-VMMemory': takes(`VMName VM StartupBytes ${onHost}`),
  'Set-VMProcessor': takes(`VMName VM Count ${onHost}`),
  'Start-VM': takes(machine),
  'Stop-VM': takes(`Save TurnOff Force ${machine}`),
  'Get-WinEvent': takes(`LogName ProviderName FilterHashtable MaxEvents Oldest ${onHost}`),
  'Step-RegroupClock': takes('Seconds UntilIdle'),
};

/** Whether a cmdlet takes a parameter of the real one. */
export function takesParameter(cmdlet: SimulatedCmdlet, parameter: string): boolean {
  const { names, input } = taken[cmdlet];
  return names.includes(parameter) || (parameter === 'InputObject' && input.length > 0);
}

function requireInput(cmdlet: SimulatedCmdlet, given: JsonValue): void {
  const { input } = taken[cmdlet];
  const items = Array.isArray(given) ? (given as readonly JsonValue[]) : [given];
  if (items.length > 1 && cmdlet !== 'Add-ClusterDisk')
    throw wrongArgument(`${cmdlet} takes one object by -InputObject; several come through the pipeline.`);
  for (const item of items) {
    if (isPracticeObject(item) ? input.includes(item.$type) : input.some((type) => type !== 'Cluster')) continue;
    const what = isPracticeObject(item) ? `a ${item.$type} (${textIn(item, 'Name')})` : JSON.stringify(item);
    throw wrongArgument(`${cmdlet} takes ${input.join(', ')} as -InputObject, and not ${what}.`);
  }
}

/** Throws for a parameter that the cmdlet has, and that is not simulated, and for an input object that it cannot take. */
export function requireSimulated(cmdlet: SimulatedCmdlet, given: { readonly [name: string]: JsonValue }): void {
  for (const [parameter, value] of Object.entries(given)) {
    // A switch that is off is as good as none.
    if (value === false) continue;
    if (!takesParameter(cmdlet, parameter)) throw notSimulated(`${cmdlet} -${parameter}`);
    if (parameter === 'InputObject' && value !== null) requireInput(cmdlet, value);
  }
}

import { cmdletCall, type CmdletCall } from './script-step';

/** By the noun of a cmdlet: its parameters that name objects which exist, each with the cmdlet that puts out all of them. */
const byNoun: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ClusterGroup: { Name: 'Get-ClusterGroup' },
  ClusterVirtualMachineRole: { Name: 'Get-ClusterGroup' },
  ClusterResource: { Name: 'Get-ClusterResource' },
  ClusterResourceFailure: { Name: 'Get-ClusterResource' },
  ClusterSharedVolume: { Name: 'Get-ClusterSharedVolume' },
  ClusterNetwork: { Name: 'Get-ClusterNetwork' },
  ClusterOwnerNode: { Group: 'Get-ClusterGroup', Resource: 'Get-ClusterResource' },
  ClusterResourceDependency: { Resource: 'Get-ClusterResource' },
  ClusterResourceDependencyReport: { Group: 'Get-ClusterGroup', Resource: 'Get-ClusterResource' },
  VM: { Name: 'Get-VM' },
  VMStorage: { Name: 'Get-VM' },
};

/**
 * The parameters of a cmdlet that name objects which exist, each with the cmdlet that puts out all such objects. Some of
 * them take a pattern, and which ones Microsoft's pages do not say.
 */
export function namedObjects(cmdlet: string): Readonly<Record<string, string>> {
  // A shared volume is made of a disk that exists; what is made else has a new name.
  if (cmdlet === 'Add-ClusterSharedVolume') return { Name: 'Get-ClusterResource' };
  const [verb, noun = ''] = cmdlet.split('-');
  return verb === 'Add' || verb === 'New' ? {} : (byNoun[noun] ?? {});
}

/** What makes a name a pattern for PowerShell: a role may be called VM[1]*. */
const pattern = /[*?[\]`]/;

/**
 * The calls that do what a call at the beginning of a pipeline means, whatever its objects are called: where a name could
 * be a pattern, the objects of exactly that name are looked for among all and piped into it.
 */
export function withExactNames(call: CmdletCall): readonly CmdletCall[] {
  for (const [parameter, finder] of Object.entries(namedObjects(call.cmdlet))) {
    const { [parameter]: value, ...others } = call.parameters;
    const names = typeof value === 'object' ? value.map(String) : [String(value ?? '')];
    if (!names.some((name) => pattern.test(name))) continue;
    const { ComputerName, Cluster, ...rest } = others;
    const [only] = names;
    const condition = names.length === 1 && only !== undefined ? { EQ: true, Value: only } : { In: true, Value: names };
    const found = [
      cmdletCall(finder, { ComputerName, Cluster }),
      cmdletCall('Where-Object', { Property: 'Name', ...condition }),
    ];
    return call.cmdlet === finder ? found : [...found, { cmdlet: call.cmdlet, parameters: rest }];
  }
  return [call];
}

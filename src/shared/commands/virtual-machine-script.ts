import type { ClusterView } from '../model/cluster-view';
import { call, cmdletCall, pipeline, type ScriptStep, type ScriptValue } from './script-step';

/** The role that has a virtual machine; null when it is not clustered or no view tells. */
export function roleOfMachine(vm: string, view: ClusterView | undefined): string | null {
  const machine = view?.virtualMachine(vm);
  return machine?.isClustered === true ? machine.role : null;
}

/** The cluster's resource that runs a virtual machine. */
function machineResource(vm: string, role: string, view: ClusterView | undefined): string {
  const usual = `Virtual Machine ${vm}`;
  const machines = view?.resourcesOf(role).filter((resource) => resource.resourceType === 'Virtual Machine') ?? [];
  const [only] = machines;
  return machines.length === 1 && only !== undefined ? only.name : usual;
}

/**
 * A Hyper-V cmdlet on one machine: a clustered one is found through the cluster, wherever it runs; another one on its
 * node, or on the machine that the script runs on when no view tells the node.
 */
export function machineStep(
  cmdlet: string,
  vm: string,
  parameters: { readonly [name: string]: ScriptValue },
  view: ClusterView | undefined,
): ScriptStep {
  const role = roleOfMachine(vm, view);
  if (role === null) {
    const node = view?.virtualMachine(vm)?.computerName ?? undefined;
    return call(cmdlet, { Name: [vm], ComputerName: node === undefined ? undefined : [node], ...parameters });
  }
  return pipeline(
    cmdletCall('Get-ClusterResource', { Name: [machineResource(vm, role, view)] }),
    cmdletCall('Get-VM'),
    cmdletCall(cmdlet, parameters),
  );
}

/** The folder of a clustered disk. The path of a volume comes from the view. */
export function diskFolder(disk: string, view: ClusterView | undefined): string {
  return view?.sharedVolume(disk)?.path ?? `C:\\ClusterStorage\\${disk}`;
}

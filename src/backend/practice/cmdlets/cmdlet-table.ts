import { CmdletError, notSimulated } from '../cmdlet-failure';
import type { Cmdlet } from '../cmdlet-run';
import { accessCmdlets } from './access-cmdlets';
import { clockCmdlets } from './clock-cmdlets';
import { clusterCmdlets } from './cluster-cmdlets';
import { dependencyCmdlets } from './dependency-cmdlets';
import { eventCmdlets } from './event-cmdlets';
import { groupCmdlets } from './group-cmdlets';
import { machineCmdlets } from './machine-cmdlets';
import { machineSettingsCmdlets } from './machine-settings-cmdlets';
import { networkCmdlets } from './network-cmdlets';
import { nodeCmdlets } from './node-cmdlets';
import { ownerCmdlets } from './owner-cmdlets';
import { parameterCmdlets } from './parameter-cmdlets';
import { quorumCmdlets } from './quorum-cmdlets';
import { resourceCmdlets } from './resource-cmdlets';
import { roleCmdlets } from './role-cmdlets';
import { storageCmdlets } from './storage-cmdlets';

/** Every cmdlet that is simulated, by name. */
const table = {
  ...clusterCmdlets,
  ...nodeCmdlets,
  ...groupCmdlets,
  ...roleCmdlets,
  ...resourceCmdlets,
  ...dependencyCmdlets,
  ...ownerCmdlets,
  ...parameterCmdlets,
  ...networkCmdlets,
  ...storageCmdlets,
  ...quorumCmdlets,
  ...machineCmdlets,
  ...machineSettingsCmdlets,
  ...eventCmdlets,
  ...clockCmdlets,
  ...accessCmdlets,
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

/** Name of a simulated cmdlet. */
export type SimulatedCmdlet = keyof typeof table;

function isSimulated(name: string): name is SimulatedCmdlet {
  return Object.hasOwn(table, name);
}

/** Names of the simulated cmdlets. */
export const simulatedCmdlets: readonly SimulatedCmdlet[] = Object.keys(table).filter(isSimulated);

/** A simulated cmdlet: its name, and what it does. Throws a CmdletError for one that is not simulated. */
export function cmdletNamed(name: string): { readonly name: SimulatedCmdlet; readonly carryOut: Cmdlet } {
  if (isSimulated(name)) return { name, carryOut: table[name] };
  if (/^\w+-\w+$/.test(name)) throw notSimulated(name);
  throw new CmdletError({
    win32: null,
    category: 'InvalidArgument',
    fqid: 'NoCmdlet',
    message: 'This is no name of a cmdlet.',
  });
}

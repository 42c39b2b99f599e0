import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { actFor } from './act';
import { machineTargets, passThrough } from './machine-targets';

/** Sets what was given of each machine: `processors` and `memory` are the names of the parameters that say so. */
async function configure(run: CmdletRun, processors: string | null, memory: string | null): Promise<void> {
  const { parameters } = run;
  const count = processors === null ? undefined : parameters.number(processors);
  const bytes = memory === null ? undefined : parameters.number(memory);
  for (const { name: vm } of machineTargets(run, run.cluster.view())) {
    if (count !== undefined) await actFor(run, 'vm.setProcessors', { vm, processors: count }, null);
    if (bytes !== undefined) await actFor(run, 'vm.setMemory', { vm, memory: bytes }, null);
    await passThrough(run, vm);
  }
}

/** Cmdlets that change a machine which is off. */
export const machineSettingsCmdlets = {
  'Set-VM': (run) => configure(run, 'ProcessorCount', 'MemoryStartupBytes'),
  'Set-VMProcessor': (run) => configure(run, 'Count', null),
  'Set-VMMemory': (run) => configure(run, null, 'StartupBytes'),
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

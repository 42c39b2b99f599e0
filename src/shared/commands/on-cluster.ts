import type { CmdletCall, ScriptStep } from './script-step';

/** Cmdlets that call the cluster they act on `-Name`. */
const byName: ReadonlySet<string> = new Set(['Get-Cluster', 'Start-Cluster']);

/** Cmdlets whose parameters say where they act: a cluster that is made now, computers that are tested. */
const bySelf: ReadonlySet<string> = new Set(['New-Cluster', 'Test-Cluster']);

/**
 * The same script for any computer: what begins a step names its cluster. What is piped into the rest comes from there, and
 * cmdlets of Hyper-V name their computer already.
 */
export function onCluster(steps: readonly ScriptStep[], cluster: string): readonly ScriptStep[] {
  return steps.map((step) => {
    if (step.kind === 'setProperty') return { ...step, object: callOn(step.object, cluster) };
    const [first, ...more] = step.calls;
    return first === undefined ? step : { ...step, calls: [callOn(first, cluster), ...more] };
  });
}

function callOn(call: CmdletCall, cluster: string): CmdletCall {
  const { cmdlet, parameters } = call;
  if (bySelf.has(cmdlet) || !/^[A-Za-z]+-Cluster/.test(cmdlet)) return call;
  const parameter = byName.has(cmdlet) ? 'Name' : 'Cluster';
  return { cmdlet, parameters: { ...parameters, [parameter]: cluster } };
}

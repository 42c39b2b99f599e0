import type { ScriptStep } from './script-step';

/**
 * Cmdlets that, by Microsoft's pages, cannot be run in a remote session without CredSSP: on the node they have to speak
 * to other nodes as the user, and a remote session has no credentials to do that with. Source: "This cmdlet cannot be run
 * remotely without Credential Security Service Provider" on the pages of the modules FailoverClusters and Hyper-V.
 */
const secondHopCmdlets: ReadonlySet<string> = new Set([
  'Add-ClusterFileServerRole',
  'Add-ClusterGenericApplicationRole',
  'Add-ClusterGenericScriptRole',
  'Add-ClusterGenericServiceRole',
  'Add-ClusterNode',
  'Add-ClusterResourceType',
  'Add-ClusterScaleOutFileServerRole',
  'Add-ClusterVirtualMachineRole',
  'Clear-ClusterDiskReservation',
  'Clear-ClusterNode',
  'Get-ClusterLog',
  'Move-ClusterVirtualMachineRole',
  'New-Cluster',
  'Remove-Cluster',
  'Remove-ClusterNode',
  'Start-Cluster',
  'Start-ClusterNode',
  'Stop-ClusterNode',
  'Set-VMHost',
  'Test-WorkgroupClusterRemoting',
]);

/** What to say before a script runs in a session on a node; null where no cmdlet of it needs a second hop. */
export function secondHopWarning(steps: readonly ScriptStep[]): string | null {
  const cmdlets = steps.flatMap((step) => (step.kind === 'pipeline' ? step.calls : [step.object]));
  const first = cmdlets.find(({ cmdlet }) => secondHopCmdlets.has(cmdlet));
  if (first === undefined) return null;
  return (
    `${first.cmdlet} may fail over this connection: it needs the user's credentials on other nodes, and a remote session ` +
    'has none (the second hop). Ways out: connect from a Windows computer with RSAT, sign in with a password over ssh, ' +
    'or have CredSSP set up by an administrator; Regroup never switches it on by itself.'
  );
}

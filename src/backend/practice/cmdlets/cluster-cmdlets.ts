import { validationCategories } from '#shared/model/validation-report';
import { CmdletError, notSimulated, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { clusterObject } from '../objects/cluster-object';
import { act } from './act';
import { anyCluster, meansThisCluster, runningCluster } from './scope';
import { writeFiles } from './write-files';

function writeCluster(run: CmdletRun): void {
  run.write(clusterObject(run.cluster.view()));
}

/** Cmdlets that take the cluster's name as `-Name`: another name is another cluster. */
function requireOwnName(run: CmdletRun): void {
  const name = run.parameters.text('Name');
  if (name === undefined || meansThisCluster(name, run.cluster.view())) return;
  throw new CmdletError({
    win32: 1722,
    category: 'ConnectionError',
    fqid: 'ClusterRpcConnection',
    message: `Check the spelling of the cluster name '${name}'. This PowerShell knows the practice cluster only, and can reach no other.`,
  });
}

function cannotStart(run: CmdletRun): CmdletError {
  return new CmdletError({
    win32: 5925,
    category: 'ResourceUnavailable',
    fqid: run.cmdlet,
    message:
      'The cluster service was started, but the cluster does not come to run: too few nodes for quorum are there.',
  });
}

/** Everything that an administrator can choose, by category. */
function listTests(run: CmdletRun): void {
  for (const category of validationCategories)
    run.write({
      $type: 'ClusterTestInfo',
      Category: category,
      DisplayName: category,
      Description: `Every test of the category ${category}.`,
    });
}

/** Cmdlets about the whole cluster. */
export const clusterCmdlets = {
  'Get-Cluster': (run) => {
    requireOwnName(run);
    if (run.parameters.has('Domain')) throw notSimulated('Get-Cluster -Domain');
    run.write(clusterObject(runningCluster(run)));
  },
  'Start-Cluster': async (run) => {
    requireOwnName(run);
    if (run.parameters.flag('IgnorePersistentState')) throw notSimulated('Start-Cluster -IgnorePersistentState');
    await act(run, 'cluster.start', {});
    const wait = run.parameters.number('Wait') ?? null;
    const runs = await run.cluster.until(({ snapshot }) => snapshot.cluster.state === 'Running', wait, run.signal);
    if (!runs && wait === null) throw cannotStart(run);
    writeCluster(run);
  },
  'Stop-Cluster': async (run) => {
    runningCluster(run);
    await act(run, 'cluster.shutDown', {});
  },
  'Remove-Cluster': async (run) => {
    runningCluster(run);
    if (run.parameters.flag('CleanupAD')) throw notSimulated('Remove-Cluster -CleanupAD');
    await act(run, 'cluster.destroy', {});
  },
  'New-Cluster': async (run) => {
    const { parameters } = run;
    for (const other of ['IgnoreNetwork', 'S2D', 'ManagementPointNetworkType', 'AdministrativeAccessPoint'])
      if (parameters.has(other)) throw notSimulated(`New-Cluster -${other}`);
    const nodes = parameters.texts('Node');
    if (nodes === undefined) throw wrongArgument('New-Cluster needs -Node on the practice cluster.');
    await act(run, 'cluster.create', {
      name: parameters.text('Name') ?? '',
      nodes,
      ...(parameters.has('StaticAddress') ? { addresses: parameters.texts('StaticAddress') ?? [] } : {}),
      ...(parameters.flag('NoStorage') ? { storage: 'none' } : {}),
    });
    writeCluster(run);
  },
  'Test-Cluster': async (run) => {
    const view = anyCluster(run);
    const { parameters } = run;
    if (parameters.flag('List')) {
      listTests(run);
      return;
    }
    for (const other of ['Disk', 'Pool', 'Ignore'])
      if (parameters.has(other)) throw notSimulated(`Test-Cluster -${other}`);
    const nodes = parameters.texts('Node') ?? view.snapshot.nodes.map(({ name }) => name);
    const tests = parameters.texts('Include');
    const operation = await act(run, 'cluster.validate', { nodes, ...(tests === undefined ? {} : { tests }) });
    const name = parameters.text('ReportName');
    const text = `Validate a Configuration on ${nodes.join(', ')}: ${operation.progress.text}.`;
    await writeFiles(run, operation, null, (own) => (name === undefined ? own : `${name}.html`));
    if (/[1-9]\d* (failed|with warnings)/.test(text)) run.warn(text);
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

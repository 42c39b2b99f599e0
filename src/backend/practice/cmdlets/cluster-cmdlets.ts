import { foldName } from '#shared/model/cluster-view';
import { validationCategories } from '#shared/model/validation-report';
import { CmdletError, notSimulated, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { clusterObject } from '../objects/cluster-object';
import { act } from './act';
import { anyCluster, meansThisCluster, otherCluster, runningCluster } from './scope';
import { writeFiles } from './write-files';

function writeCluster(run: CmdletRun): void {
  run.write(clusterObject(run.cluster.view()));
}

/** Cmdlets that take the cluster's name as `-Name`: another name is another cluster. */
function requireOwnName(run: CmdletRun): void {
  const name = run.parameters.text('Name');
  if (name === undefined || meansThisCluster(name, run.cluster.view())) return;
  throw otherCluster(name);
}

/** The name of a domain as a user means it. */
function isOwnDomain(run: CmdletRun, domain: string): boolean {
  return foldName(run.cluster.view().snapshot.cluster.domain ?? '') === foldName(domain);
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

/** The categories and tests that are to run; undefined: all. `-Ignore` takes categories away from what is included. */
function chosenTests({ parameters }: CmdletRun): readonly string[] | undefined {
  const included = parameters.texts('Include');
  const ignored = parameters.texts('Ignore');
  if (ignored === undefined) return included;
  for (const name of ignored)
    if (!validationCategories.some((category) => foldName(category) === foldName(name)))
      throw notSimulated(`Test-Cluster -Ignore with anything but a category (${name})`);
  return (included ?? validationCategories).filter(
    (name) => !ignored.some((other) => foldName(other) === foldName(name)),
  );
}

/** Cmdlets about the whole cluster. */
export const clusterCmdlets = {
  'Get-Cluster': (run) => {
    requireOwnName(run);
    const domain = run.parameters.text('Domain');
    if (domain !== undefined && !isOwnDomain(run, domain)) throw otherCluster(domain);
    run.write(clusterObject(runningCluster(run)));
  },
  'Start-Cluster': async (run) => {
    requireOwnName(run);
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
    await act(run, 'cluster.destroy', {});
  },
  'New-Cluster': async (run) => {
    const { parameters } = run;
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
    const nodes = parameters.texts('Node') ?? view.snapshot.nodes.map(({ name }) => name);
    const tests = chosenTests(run);
    const operation = await act(run, 'cluster.validate', { nodes, ...(tests === undefined ? {} : { tests }) });
    const name = parameters.text('ReportName');
    const text = `Validate a Configuration on ${nodes.join(', ')}: ${operation.progress.text}.`;
    await writeFiles(run, operation, null, (own) => (name === undefined ? own : `${name}.html`));
    if (/[1-9]\d* (failed|with warnings)/.test(text)) run.warn(text);
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

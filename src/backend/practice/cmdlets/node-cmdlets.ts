import type { Node } from '#shared/model/node';
import { CmdletError, notFound, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { named, tellMissing } from '../name-pattern';
import { nodeObject } from '../objects/node-object';
import { act, actFor, begin } from './act';
import { anyCluster, givenNames, inputIs, localNode, nodeNamed, requiredNames, runningCluster } from './scope';
import { textIn } from '../practice-object';

const types = ['ClusterNode'] as const;

function write(run: CmdletRun, names: readonly string[]): void {
  const view = run.cluster.view();
  for (const name of names) {
    const node = view.node(name);
    if (node !== undefined) run.write(nodeObject(node, view));
  }
}

/** What a cmdlet says about each node it was given; without a name the one that PowerShell runs on. */
function eachNode(work: (run: CmdletRun, node: Node) => Promise<void>, needsRunning = true): Cmdlet {
  return async (run) => {
    const view = needsRunning ? runningCluster(run) : anyCluster(run);
    const names = givenNames(run, 'Name', types) ?? [localNode(view).name];
    for (const name of names) {
      try {
        await work(run, nodeNamed(run.cluster.view(), name));
      } catch (error) {
        if (!(error instanceof CmdletError) || names.length === 1) throw error;
        run.fail(error);
      }
    }
  };
}

const failbacks: Readonly<Record<string, string>> = { NoFailback: 'none', Immediate: 'immediate', Policy: 'policy' };

/** Cmdlets about nodes. */
export const nodeCmdlets = {
  'Get-ClusterNode': (run) => {
    const view = runningCluster(run);
    const role = inputIs(run, 'ClusterGroup') ?? inputIs(run, 'ClusterResource');
    const owner = role === undefined ? undefined : ownerOf(run, role.$type, textIn(role, 'Name'));
    const names = run.parameters.texts('Name') ?? givenNames(run, 'Name', types) ?? owner;
    const missing = tellMissing(run, (name) => notFound('node', name));
    for (const node of named(view.snapshot.nodes, ({ name }) => name, names, missing))
      run.write(nodeObject(node, view));
  },
  'Suspend-ClusterNode': eachNode(async (run, node) => {
    const { parameters } = run;
    const drain = parameters.flag('Drain');
    const target = parameters.text('TargetNode');
    if (target !== undefined && !drain) throw wrongArgument('-TargetNode goes with -Drain.');
    const input = { node: node.name, drain, ...(target === undefined ? {} : { destination: target }) };
    await actFor(run, 'node.pause', input, parameters.flag('Wait') ? null : 0);
    write(run, [node.name]);
  }),
  'Resume-ClusterNode': eachNode(async (run, node) => {
    const failback = failbacks[run.parameters.text('Failback') ?? 'NoFailback'];
    if (failback === undefined) throw wrongArgument('-Failback takes NoFailback, Immediate or Policy.');
    await begin(run, 'node.resume', { node: node.name, failback });
    write(run, [node.name]);
  }),
  'Start-ClusterNode': eachNode(async (run, node) => {
    const { parameters } = run;
    await act(run, 'node.startService', {
      node: node.name,
      ...(parameters.flag('ForceQuorum') ? { forceQuorum: true } : {}),
      ...(parameters.flag('PreventQuorum') ? { preventQuorum: true } : {}),
      ...(parameters.flag('ClearQuarantine') ? { clearQuarantine: true } : {}),
    });
    write(run, [node.name]);
  }, false),
  'Stop-ClusterNode': eachNode(async (run, node) => {
    await act(run, 'node.stopService', { node: node.name });
    write(run, [node.name]);
  }),
  'Add-ClusterNode': async (run) => {
    runningCluster(run);
    const names = requiredNames(run, 'Name', types);
    for (const node of names) {
      await act(run, 'node.add', { node });
      await run.cluster.until((view) => view.node(node)?.state === 'Up', null, run.signal);
    }
    write(run, names);
  },
  'Remove-ClusterNode': eachNode(async (run, node) => {
    await act(run, 'node.evict', { node: node.name });
  }),
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

function ownerOf(run: CmdletRun, type: string, name: string): readonly string[] {
  const view = run.cluster.view();
  const owner = (type === 'ClusterGroup' ? view.role(name) : view.resource(name))?.ownerNode ?? null;
  return owner === null ? [] : [owner];
}

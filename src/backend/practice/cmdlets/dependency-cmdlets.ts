import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { DependencyExpression } from '#shared/model/dependency';
import { parseDependencies } from '#shared/model/dependency-parser';
import type { Resource } from '#shared/model/resource';
import { CmdletError, wrongArgument } from '../cmdlet-failure';
import type { Cmdlet, CmdletRun } from '../cmdlet-run';
import { reference } from '../practice-object';
import { act } from './act';
import { resourceTargets, writeResource } from './resource-cmdlets';
import { givenNames, inputIs, resourceNamed, roleNamed, runningCluster } from './scope';
import { writeFiles } from './write-files';

function textOf(expression: DependencyExpression): string {
  if (expression.kind === 'resource') return `[${expression.name}]`;
  return `(${expression.terms.map(textOf).join(` ${expression.kind} `)})`;
}

/** The expression with the Ids of resources instead of their names. */
function withIds({ dependencyExpression }: Resource, view: ClusterView): string {
  return dependencyExpression.replace(/\[([^\]]*)\]/g, (_, name: string) => `[${view.resource(name)?.id ?? name}]`);
}

/** The expression without a resource; null: nothing is left. */
function without(expression: DependencyExpression, name: string): DependencyExpression | null {
  if (expression.kind === 'resource') return foldName(expression.name) === foldName(name) ? null : expression;
  const terms = expression.terms.map((term) => without(term, name)).filter((term) => term !== null);
  const [only] = terms;
  return terms.length > 1 ? { ...expression, terms } : (only ?? null);
}

async function setDependency(run: CmdletRun, resource: Resource, dependsOn: string): Promise<void> {
  await act(run, 'resource.setDependency', { resource: resource.name, dependsOn });
}

function providerOf(run: CmdletRun): string {
  const provider = run.parameters.text('Provider');
  if (provider === undefined) throw wrongArgument(`${run.cmdlet} needs -Provider.`);
  return resourceNamed(run.cluster.view(), provider).name;
}

/** Cmdlets about dependencies of resources. */
export const dependencyCmdlets = {
  'Get-ClusterResourceDependency': (run) => {
    const view = runningCluster(run);
    const names = givenNames(run, 'Resource', ['ClusterResource']);
    const resources = names === undefined ? view.snapshot.resources : names.map((name) => resourceNamed(view, name));
    for (const resource of resources) {
      run.write({
        $type: 'ClusterResourceDependency',
        Resource: reference('ClusterResource', resource.name),
        DependencyExpression: run.parameters.flag('Guid') ? withIds(resource, view) : resource.dependencyExpression,
      });
    }
  },
  'Get-ClusterResourceDependencyReport': async (run) => {
    const view = runningCluster(run);
    const group = run.parameters.text('Group') ?? inputIs(run, 'ClusterGroup')?.['Name'];
    if (typeof group === 'string') {
      await writeFiles(run, await act(run, 'role.dependencyReport', { role: roleNamed(view, group).name }), null);
      return;
    }
    const [resource] = resourceTargets(run, view, 'Resource');
    if (resource === undefined) throw wrongArgument(`${run.cmdlet} needs -Group or -Resource.`);
    await writeFiles(run, await act(run, 'resource.dependencyReport', { resource: resource.name }), null);
  },
  'Set-ClusterResourceDependency': async (run) => {
    const view = runningCluster(run);
    const dependsOn = run.parameters.text('Dependency') ?? '';
    for (const resource of resourceTargets(run, view, 'Resource')) await setDependency(run, resource, dependsOn);
  },
  'Add-ClusterResourceDependency': async (run) => {
    const view = runningCluster(run);
    const provider = providerOf(run);
    for (const resource of resourceTargets(run, view, 'Resource')) {
      const before = resource.dependencyExpression;
      await setDependency(run, resource, before === '' ? `[${provider}]` : `${before} and [${provider}]`);
      writeResource(run, resource.name);
    }
  },
  'Remove-ClusterResourceDependency': async (run) => {
    const view = runningCluster(run);
    const provider = providerOf(run);
    for (const resource of resourceTargets(run, view, 'Resource')) {
      const before = parseDependencies(resource.dependencyExpression);
      const after = before === null ? null : without(before, provider);
      if (before === null || JSON.stringify(after) === JSON.stringify(before))
        throw new CmdletError({
          win32: 5002,
          category: 'ObjectNotFound',
          fqid: run.cmdlet,
          message: `'${resource.name}' does not depend on '${provider}'.`,
        });
      await setDependency(run, resource, after === null ? '' : textOf(after));
      writeResource(run, resource.name);
    }
  },
} as const satisfies { readonly [cmdlet: string]: Cmdlet };

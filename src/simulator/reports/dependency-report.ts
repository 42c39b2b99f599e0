import { escapeHtml, htmlPage, htmlTable } from '#shared/files/html-page';
import type { ClusterView } from '#shared/model/cluster-view';
import { providersOf, type DependencyExpression } from '#shared/model/dependency';
import { parseDependencies } from '#shared/model/dependency-parser';
import type { Resource } from '#shared/model/resource';

function expressionHtml(expression: DependencyExpression, view: ClusterView, above: readonly string[]): string {
  if (expression.kind === 'resource') return branch(expression.name, view, above);
  const words = expression.kind === 'and' ? 'all of' : 'at least one of';
  const terms = expression.terms.map((term) => expressionHtml(term, view, above)).join('');
  return `<li><span class="quiet">${words}</span><ul>${terms}</ul></li>`;
}

/** A resource and what it depends on. Dependencies make no circles; what a circle would be is not gone into twice. */
function branch(name: string, view: ClusterView, above: readonly string[]): string {
  const resource = view.resource(name);
  const label =
    resource === undefined ? `${name} (missing)` : `${resource.name} (${resource.resourceType}, ${resource.state})`;
  const below =
    resource === undefined || above.includes(name) ? null : parseDependencies(resource.dependencyExpression);
  const inner = below === null ? '' : `<ul>${expressionHtml(below, view, [...above, name])}</ul>`;
  return `<li>${escapeHtml(label)}${inner}</li>`;
}

function withProviders(names: readonly string[], view: ClusterView): readonly string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const provider of providersOf(parseDependencies(view.resource(name)?.dependencyExpression ?? '')))
      add(provider);
  };
  names.forEach(add);
  return [...found];
}

/** Resources of a list on which none of the others depends: what the report begins with. */
function roots(resources: readonly Resource[]): readonly Resource[] {
  const needed = new Set(
    resources.flatMap(({ dependencyExpression }) => providersOf(parseDependencies(dependencyExpression))),
  );
  return resources.filter(({ name }) => !needed.has(name));
}

/** What resources depend on, as a page: a tree and a table. `of` is the role or resource that was asked for. */
export function dependencyReport(of: string, resources: readonly Resource[], view: ClusterView): string {
  const names = withProviders(
    resources.map(({ name }) => name),
    view,
  );
  const rows = names.map((name) => {
    const resource = view.resource(name);
    return [
      name,
      resource?.resourceType ?? '',
      resource?.state ?? 'missing',
      resource?.dependencyExpression || 'nothing',
    ];
  });
  const tree = roots(resources).map(({ name }) => branch(name, view, []));
  const body = [
    `<p>SIMULATED cluster ${escapeHtml(view.snapshot.cluster.name)}. What depends on something comes online after it and goes offline before it.</p>`,
    tree.length === 0 ? '<p>It has no resources.</p>' : `<ul>${tree.join('\n')}</ul>`,
    htmlTable(['Resource', 'Type', 'State', 'Depends on'], rows),
  ];
  return htmlPage(`Dependencies of ${of}`, body.join('\n'));
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import cmdlets from './cmdlets.json';

const parameterSets: Readonly<Record<string, readonly (readonly string[])[]>> = cmdlets.cmdlets;
const properties: Readonly<Record<string, readonly string[]>> = cmdlets.properties;

/** Parameters that take what comes through the pipeline. */
const fromPipeline = new Set(['InputObject', 'VM', 'ClusterObject']);

/**
 * Writes FailoverClusters and Hyper-V as modules of functions that have the parameter sets of the documentation and do
 * nothing: what binds to them binds to the cmdlets, as far as names and sets go.
 */
export function writeBindingModules(folder: string): void {
  const names = Object.keys(parameterSets);
  const isHyperV = (name: string): boolean => /-VM/.test(name);
  writeModule(
    folder,
    'FailoverClusters',
    names.filter((name) => !isHyperV(name)),
  );
  writeModule(folder, 'Hyper-V', names.filter(isHyperV));
}

function writeModule(folder: string, module: string, names: readonly string[]): void {
  mkdirSync(join(folder, module), { recursive: true });
  writeFileSync(join(folder, module, `${module}.psm1`), names.map(renderFunction).join('\n'));
}

function renderFunction(name: string): string {
  const sets = parameterSets[name] ?? [];
  const parameters = [...new Set(sets.flat())].filter((parameter) => !['Confirm', 'WhatIf'].includes(parameter));
  const rendered = parameters.map((parameter) => {
    const inSets = sets.flatMap((set, index) =>
      set.includes(parameter)
        ? [
            `[Parameter(ParameterSetName = 's${index}'${fromPipeline.has(parameter) ? ', ValueFromPipeline = $true' : ''})]`,
          ]
        : [],
    );
    return `        ${inSets.join('')}$${parameter}`;
  });
  const fields = ['Name', ...(properties[name] ?? [])].map((property) => `${property} = ''`);
  return `function ${name} {
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 's0')] param(
${rendered.join(',\n')}
    )
    process { [PSCustomObject]@{ ${[...new Set(fields)].join('; ')} } }
}
`;
}

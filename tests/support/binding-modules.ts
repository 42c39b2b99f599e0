import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import reference from '../../scripts/generate/reference/module-syntax.json';
import cmdlets from './cmdlets.json';

interface Syntax {
  /** By name of the parameter set: `Name:Type` and its marks, see `source` of the reference. */
  readonly sets: Readonly<Record<string, string>>;
}

const properties: Readonly<Record<string, readonly string[]>> = cmdlets.properties;

/** Types that every PowerShell has; parameters of others take whatever they are given. */
const types: Readonly<Record<string, string>> = {
  String: '[string]',
  'String[]': '[string[]]',
  StringCollection: '[Collections.Specialized.StringCollection]',
  SwitchParameter: '[switch]',
  Boolean: '[bool]',
  Int32: '[int]',
  UInt32: '[uint32]',
  Int64: '[long]',
  UInt64: '[uint64]',
  Guid: '[guid]',
  Hashtable: '[hashtable]',
};

/**
 * Writes FailoverClusters and Hyper-V as modules of functions that have the documented parameters and do nothing: what binds
 * to them binds to the cmdlets.
 */
export function writeBindingModules(folder: string): void {
  for (const [module, commands] of Object.entries(reference.modules)) {
    const functions = Object.entries(commands as Readonly<Record<string, Syntax>>).map(([name, syntax]) =>
      renderFunction(name, syntax),
    );
    mkdirSync(join(folder, module), { recursive: true });
    writeFileSync(join(folder, module, `${module}.psm1`), functions.join('\n'));
  }
}

function renderFunction(name: string, { sets }: Syntax): string {
  const parameters = new Map<string, { type: string; readonly attributes: string[] }>();
  for (const [set, text] of Object.entries(sets)) {
    for (const [, parameter = '', type = '', marks = ''] of text.matchAll(/(\w+):([\w[\]]+)(\S*)/g)) {
      const known = parameters.get(parameter) ?? { type: types[type] ?? '', attributes: [] };
      known.attributes.push(`[Parameter(${attributeOf(set, marks)})]`);
      parameters.set(parameter, known);
    }
  }
  const rendered = [...parameters].map(
    ([parameter, { type, attributes }]) => `        ${attributes.join('')}${type}$${parameter}`,
  );
  const fields = [...new Set(['Name', ...(properties[name] ?? [])])].map((property) => `${property} = ''`);
  return `function ${name} {
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = '${Object.keys(sets)[0] ?? ''}')] param(
${rendered.join(',\n')}
    )
    process { [PSCustomObject]@{ ${fields.join('; ')} } }
}
`;
}

function attributeOf(set: string, marks: string): string {
  const position = /@(\d+)/.exec(marks)?.[1];
  return [
    `ParameterSetName = '${set}'`,
    ...(marks.includes('!') ? ['Mandatory = $true'] : []),
    ...(position === undefined ? [] : [`Position = ${position}`]),
    ...(marks.includes('<') ? ['ValueFromPipeline = $true'] : []),
  ].join(', ');
}

import { parametersOf } from './practice-parameters.mjs';
import { powerShellType } from './practice-type-names.mjs';

/** @typedef {import('./practice-parameters.mjs').Parameter} Parameter */

/** Cmdlets that ask before they act, unless they are told -Force. */
const asking = [
  'Remove-Cluster',
  'Remove-ClusterGroup',
  'Remove-ClusterNode',
  'Remove-ClusterResource',
  'Stop-Cluster',
];

/**
 * Whether a parameter is the same in every set of its cmdlet.
 * @param {ReadonlyArray<readonly [string, Parameter]>} uses
 * @param {number} sets
 */
const isEverywhere = (uses, sets) => uses.length === sets && new Set(uses.map(([, one]) => flags(one))).size === 1;

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/**
 * @param {Parameter} parameter
 * @param {string | null} set null: every set
 */
function attribute(parameter, set) {
  const parts = [
    ...(set === null ? [] : [`ParameterSetName = ${quoted(set)}`]),
    ...(parameter.mandatory ? ['Mandatory = $true'] : []),
    ...(parameter.position === null ? [] : [`Position = ${parameter.position}`]),
    ...(parameter.value ? ['ValueFromPipeline = $true'] : []),
    ...(parameter.property ? ['ValueFromPipelineByPropertyName = $true'] : []),
  ];
  return `[Parameter(${parts.join(', ')})]`;
}

/** @param {Parameter} parameter */
const flags = ({ mandatory, position, value, property }) => JSON.stringify([mandatory, position, value, property]);

/**
 * @param {string} module
 * @param {ReadonlyArray<readonly [string, Parameter]>} uses by set
 * @param {boolean} everywhere whether it is of every set, without naming them
 * @param {any} types
 */
function parameterText(module, uses, everywhere, types) {
  const [[, first]] = /** @type {[readonly [string, Parameter]]} */ (uses);
  const attributes = everywhere ? [attribute(first, null)] : uses.map(([set, one]) => attribute(one, set));
  const aliases = [...new Set(uses.flatMap(([, one]) => one.aliases))];
  return [
    ...attributes,
    // A collection or text may be empty: the cluster says what it thinks of that.
    ...(first.mandatory && /String|Object/.test(first.type)
      ? ['[AllowEmptyString()]', '[AllowEmptyCollection()]']
      : []),
    ...(aliases.length === 0 ? [] : [`[Alias(${aliases.map(quoted).join(', ')})]`]),
    `[${powerShellType(first.type, module, types)}] $${first.name}`,
  ]
    .map((line) => `        ${line}`)
    .join('\n');
}

/**
 * What Get-Help tells of a cmdlet, in words of our own. `help`: undefined for one that is not simulated.
 * @param {string} name
 * @param {{ about: string, takes: string, example: string, shows: string, words?: Readonly<Record<string, string>> } | undefined} help
 * @param {Readonly<Record<string, string>>} common words for parameters that mean the same everywhere
 */
function helpText(name, help, common) {
  if (help === undefined)
    return `<#\n.SYNOPSIS\nNot simulated: ${name} has the parameters of the real cmdlet, does nothing, and says so.\n#>`;
  const parameters = help.takes.split(' ').flatMap((parameter) => {
    const words = help.words?.[parameter] ?? common[parameter];
    if (words === undefined) throw new Error(`There are no words for ${name} -${parameter}.`);
    return [`.PARAMETER ${parameter}`, words];
  });
  const lines = [
    '.SYNOPSIS',
    help.about,
    '.DESCRIPTION',
    "It acts on Regroup's simulated cluster only. Parameters that have no line here are not simulated, and say so.",
    ...parameters,
    '.EXAMPLE',
    help.example,
    // What stands before it is code.
    '',
    help.shows,
  ];
  return `<#\n${lines.join('\n')}\n#>`;
}

/**
 * The function that stands for a cmdlet.
 * @param {string} module
 * @param {string} name
 * @param {{ whatIf: boolean, sets: Readonly<Record<string, string>> }} cmdlet
 * @param {any} types
 * @param {{ parameters: Readonly<Record<string, string>>, cmdlets: Readonly<Record<string, any>> }} help
 */
export function cmdletText(module, name, { whatIf, sets }, types, help) {
  const names = Object.keys(sets);
  /** @type {Map<string, (readonly [string, Parameter])[]>} */
  const uses = new Map();
  for (const set of names)
    for (const parameter of parametersOf(sets[set] ?? ''))
      uses.set(parameter.name, [...(uses.get(parameter.name) ?? []), [set, parameter]]);
  const binding = [
    ...(whatIf ? ['SupportsShouldProcess = $true'] : []),
    ...(names.length > 1 ? [`DefaultParameterSetName = ${quoted(names[0] ?? '')}`] : []),
    'PositionalBinding = $false',
  ];
  const own = [...uses.values()].filter((list) => !isEverywhere(list, names.length));
  // A set exists only by a parameter that names it.
  const allNamed = names.length === 1 || names.every((set) => own.some((list) => list.some(([one]) => one === set)));
  const parameters = [...uses.values()].map((list) =>
    parameterText(module, list, allNamed && isEverywhere(list, names.length), types),
  );
  const options = [...(whatIf ? [' -Confirms'] : []), ...(asking.includes(name) ? [' -Asks'] : [])].join('');
  return `function ${name} {
${helpText(name, help.cmdlets[name], help.parameters)}
    [CmdletBinding(${binding.join(', ')})]
    param(${parameters.length === 0 ? '' : `\n${parameters.join(',\n')}\n    `})
    process { Invoke-PracticeCmdlet $PSCmdlet '${name}' $PSBoundParameters${options} }
}
`;
}

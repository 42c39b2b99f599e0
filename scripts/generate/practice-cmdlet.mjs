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
 * The function that stands for a cmdlet.
 * @param {string} module
 * @param {string} name
 * @param {{ whatIf: boolean, sets: Readonly<Record<string, string>> }} cmdlet
 * @param {any} types
 */
export function cmdletText(module, name, { whatIf, sets }, types) {
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
    [CmdletBinding(${binding.join(', ')})]
    param(${parameters.length === 0 ? '' : `\n${parameters.join(',\n')}\n    `})
    process { Invoke-PracticeCmdlet $PSCmdlet '${name}' $PSBoundParameters${options} }
}
`;
}

import { catalogue, commandOf, isCommandName, onlyReads, type CommandName } from '#shared/commands/catalogue';
import { namedObjects } from '#shared/commands/exact-names';
import { clusterProperties } from '#shared/commands/cluster-properties';
import type { CmdletCall, ScriptStep } from '#shared/commands/script-step';
import { clusterView } from '#shared/model/cluster-view';
import cmdlets from './cmdlets.json';
import { commandSamples } from './command-samples';
import { sampleSnapshot } from './sample-snapshot';

/** What the agent may run of one cmdlet. */
interface AllowedCmdlet {
  readonly parameters: ReadonlySet<string>;
  /** Properties of what it returns that may be set. */
  readonly properties: ReadonlySet<string>;
  /** Whether accounts that only look may run it. */
  readonly reports: boolean;
}

const parameterSets: Readonly<Record<string, readonly (readonly string[])[]>> = cmdlets.cmdlets;

/** Where the cluster's name stands in a call; Test-Cluster is always given its nodes. */
const clusterParameters: Readonly<Record<string, string>> = {
  'Get-Cluster': 'Name',
  'Start-Cluster': 'Name',
  'Test-Cluster': '',
};

/** Every step that the catalogue makes of its samples, with and without a view of the cluster. */
export function catalogueSteps(of: (name: CommandName) => boolean = () => true): readonly ScriptStep[] {
  const view = clusterView(sampleSnapshot());
  const names = Object.keys(catalogue).filter(isCommandName).filter(of);
  return names.flatMap((name) =>
    commandSamples[name].flatMap((sample) => {
      const input: unknown = catalogue[name].input.parse(sample);
      return [...commandOf(name).script(input), ...commandOf(name).script(input, view)];
    }),
  );
}

/** What the agent may run, by cmdlet. */
export function allowedCmdlets(): ReadonlyMap<string, AllowedCmdlet> {
  const reporting = new Set(
    catalogueSteps(onlyReads).flatMap((step) =>
      step.kind === 'pipeline' ? step.calls.map(({ cmdlet }) => cmdlet) : [],
    ),
  );
  type Entry = AllowedCmdlet & { readonly parameters: Set<string>; readonly properties: Set<string> };
  const allowed = new Map<string, Entry>();
  const entryOf = ({ cmdlet, parameters }: CmdletCall) => {
    const entry: Entry = allowed.get(cmdlet) ?? {
      parameters: new Set<string>(),
      properties: new Set<string>(),
      reports: reporting.has(cmdlet),
    };
    Object.keys(parameters).forEach((name) => entry.parameters.add(name));
    allowed.set(cmdlet, entry);
    return entry;
  };
  for (const step of catalogueSteps()) {
    if (step.kind === 'pipeline') step.calls.forEach(entryOf);
    else entryOf(step.object).properties.add(step.property);
  }
  const cluster = entryOf({ cmdlet: 'Get-Cluster', parameters: {} });
  clusterProperties.forEach(({ name }) => cluster.properties.add(name));
  return allowed;
}

/** `resources/powershell/agent/whitelist.ps1` as the catalogue wants it. */
export function renderWhitelist(): string {
  const allowed = allowedCmdlets();
  const lines = [...allowed.keys()].sort().map((cmdlet) => renderEntry(cmdlet, allowed.get(cmdlet)));
  return `${head}${lines.join('')}}\n`;
}

const head = `# Made from the command catalogue; renew it with: REGROUP_RENEW=1 npx vitest run whitelist
# By cmdlet: the parameters that a step may give, the properties of its object that a step may set, the parameter that
# takes the name of the cluster, and the parameters that name objects which exist, with the cmdlet that puts out all of them.
# What has reports is all that an account may run which only looks.
$global:RegroupWhitelist = @{
`;

function renderEntry(cmdlet: string, entry: AllowedCmdlet | undefined): string {
  const takesCluster = parameterSets[cmdlet]?.some((set) => set.includes('Cluster')) === true;
  const cluster = clusterParameters[cmdlet] ?? (takesCluster ? 'Cluster' : '');
  const named = Object.entries(namedObjects(cmdlet))
    .filter(([name]) => entry?.parameters.has(name) === true)
    .map(([name, finder]) => `${name} = '${finder}'`)
    .join('; ');
  return `    '${cmdlet}' = @{
        parameters = ${list(entry?.parameters)}
        properties = ${list(entry?.properties)}
        cluster    = '${cluster}'
        named      = @{${named === '' ? '' : ` ${named} `}}${entry?.reports === true ? '\n        reports    = $true' : ''}
    }
`;
}

function list(names: ReadonlySet<string> = new Set()): string {
  return `@(${[...names]
    .sort()
    .map((name) => `'${name}'`)
    .join(', ')})`;
}

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import cmdlets from '../../../tests/support/cmdlets.json';
import { commandSamples } from '../../../tests/support/command-samples';
import { sampleSnapshot } from '../../../tests/support/sample-snapshot';
import { clusterView } from '../model/cluster-view';
import { catalogue, commandOf, isCommandName } from './catalogue';
import { onCluster } from './on-cluster';
import type { CmdletCall, ScriptStep } from './script-step';

interface Reference {
  readonly [cmdlet: string]: readonly (readonly string[])[];
}

/** PowerShell's own cmdlet that picks one disk of several; it belongs to neither module. */
const language: Reference = { 'Where-Object': [['Property', 'EQ', 'Value']] };
const excerpt: Reference = { ...language, ...cmdlets.cmdlets };
const properties: Readonly<Record<string, readonly string[]>> = cmdlets.properties;

const names = Object.keys(catalogue).filter(isCommandName);

/** The scripts of every sample of every command, with and without a view of the cluster. */
const scripts = names.flatMap((name) =>
  commandSamples[name].flatMap((input) => {
    const parsed: unknown = catalogue[name].input.parse(input);
    const view = clusterView(sampleSnapshot());
    return [commandOf(name).script(parsed), commandOf(name).script(parsed, view)].map((steps) => ({ name, steps }));
  }),
);

function callsOf(step: ScriptStep): readonly CmdletCall[] {
  return step.kind === 'pipeline' ? step.calls : [step.object];
}

const scriptsOnCluster = scripts.map(({ name, steps }) => ({ name, steps: onCluster(steps, 'HVCLUSTER') }));

const calls = [...scripts, ...scriptsOnCluster].flatMap(({ steps }) => steps.flatMap(callsOf));

function unknownParameters(reference: Reference): readonly string[] {
  return calls.flatMap(({ cmdlet, parameters }) => {
    const given = Object.keys(parameters);
    const fits = reference[cmdlet]?.some((set) => given.every((name) => set.includes(name))) ?? false;
    return fits ? [] : [`${cmdlet} ${given.join(' ')}`];
  });
}

describe('the scripts of the catalogue', () => {
  it('exist for every command', () => {
    for (const { name, steps } of scripts) expect(steps.length, name).toBeGreaterThan(0);
  });

  it('use only cmdlets and parameters that exist, all of one parameter set', () => {
    expect(unknownParameters(excerpt)).toEqual([]);
  });

  it('name their cluster where a step begins in it, when they are to be run elsewhere', () => {
    const silent = scriptsOnCluster.flatMap(({ steps }) =>
      steps.flatMap((step) => {
        const [first] = callsOf(step);
        const { cmdlet = '', parameters = {} } = first ?? {};
        const inCluster = cmdlet.includes('-Cluster') && !['New-Cluster', 'Test-Cluster'].includes(cmdlet);
        const named = parameters['Cluster'] === 'HVCLUSTER' || parameters['Name'] === 'HVCLUSTER';
        return inCluster && !named ? [cmdlet] : [];
      }),
    );
    expect(silent).toEqual([]);
  });

  it('set only properties that exist', () => {
    const wrong = scripts.flatMap(({ steps }) =>
      steps.flatMap((step) =>
        step.kind === 'setProperty' && !properties[step.object.cmdlet]?.includes(step.property)
          ? [`${step.object.cmdlet} ${step.property}`]
          : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('never wait for a question', () => {
    const asking = calls.filter(
      ({ cmdlet, parameters }) =>
        (excerpt[cmdlet]?.every((set) => set.includes('Force')) === true &&
          parameters['Force'] !== true &&
          cmdlet !== 'Test-Cluster' &&
          cmdlet !== 'New-VM') ||
        (excerpt[cmdlet]?.every((set) => set.includes('Confirm')) === true &&
          parameters['Confirm'] !== false &&
          !['New-VM', 'Start-VM', 'Set-VM'].includes(cmdlet)),
    );
    expect(asking.map(({ cmdlet }) => cmdlet)).toEqual([]);
  });

  it('use nothing that the excerpt holds in vain', () => {
    const used = new Set(calls.map(({ cmdlet }) => cmdlet));
    expect(Object.keys(excerpt).filter((cmdlet) => !used.has(cmdlet))).toEqual([]);
  });

  const full = new URL('../../../../shared/reference/cmdlets.json', import.meta.url);

  it.runIf(existsSync(full))('agree with the whole reference where it lies beside the checkout', () => {
    const modules = JSON.parse(readFileSync(full, 'utf8')) as Record<
      string,
      Record<string, { readonly parameterSets: Record<string, Record<string, string>> }>
    >;
    const reference = Object.fromEntries(
      Object.values(modules).flatMap((module) =>
        Object.entries(module).map(([name, { parameterSets }]) => [
          name,
          Object.values(parameterSets).map((set) => Object.keys(set)),
        ]),
      ),
    );
    expect(unknownParameters({ ...language, ...reference })).toEqual([]);
  });
});

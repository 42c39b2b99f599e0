import { describe, expect, onTestFinished, test } from 'vitest';
import help from '../../../../scripts/generate/practice-help.json';
import reference from '../../../../scripts/generate/reference/module-syntax.json';
import { atOnce, examples, type Given, instead, meaningless } from '../../../../tests/support/parameter-examples';
import { practiceRig, practiceScenario } from '../../../../tests/support/practice-rig';
import { simulatedCmdlets, type SimulatedCmdlet } from './cmdlet-table';
import { takesParameter } from './simulated-parameters';

/** Names of all parameters that the real cmdlet has, of every set. */
function parametersOf(cmdlet: string): readonly string[] {
  for (const cmdlets of Object.values(reference.modules) as readonly Readonly<
    Record<string, { readonly sets: Readonly<Record<string, string>> }>
  >[]) {
    const sets = Object.values(cmdlets[cmdlet]?.sets ?? {});
    if (cmdlet in cmdlets) return [...new Set(sets.flatMap((set) => set.match(/(?<=^| )\w+(?=:)/g) ?? []))];
  }
  return [];
}

const known = simulatedCmdlets.filter((cmdlet) => parametersOf(cmdlet).length > 0);

/** Cmdlets that answer nothing before something else was done. */
const before: { readonly [Name in SimulatedCmdlet]?: readonly [cmdlet: SimulatedCmdlet, parameters: Given] } = {
  'Add-ClusterDisk': ['Remove-ClusterResource', { Name: ['Spare'] }],
  'Add-ClusterVirtualMachineRole': ['New-VM', { Name: 'NEW', Path: 'C:\\ClusterStorage\\Volume1' }],
  'Get-ClusterAvailableDisk': ['Remove-ClusterResource', { Name: ['Spare'] }],
  'New-Cluster': ['Remove-Cluster', {}],
  'Resume-ClusterNode': ['Suspend-ClusterNode', { Name: ['Demo1'], Drain: true, Wait: true }],
  'Resume-ClusterResource': ['Suspend-ClusterResource', { Name: 'CSV1' }],
  'Start-Cluster': ['Stop-Cluster', {}],
  'Start-ClusterNode': ['Stop-ClusterNode', { Name: ['Demo2'] }],
  'Set-VM': ['Stop-VM', { Name: ['VM1', 'VM2'], TurnOff: true }],
  'Set-VMMemory': ['Stop-VM', { Name: ['VM1', 'VM2'], TurnOff: true }],
  'Set-VMProcessor': ['Stop-VM', { Name: ['VM1', 'VM2'], TurnOff: true }],
  'Start-VM': ['Save-VM', { Name: ['VM1'] }],
};

/** All that a call comes to: what it answers, what the cluster is like then, what it was told to do, and how long it took. */
async function outcome(cmdlet: SimulatedCmdlet, parameters: Given): Promise<string> {
  const rig = await practiceRig(practiceScenario);
  try {
    const first = before[cmdlet];
    if (first !== undefined) await rig.run(...first);
    const answer = await rig.ask({ ask: 'cmdlet', cmdlet, parameters });
    const { time, snapshot } = { time: rig.cluster.clock()?.now, snapshot: rig.cluster.view().snapshot };
    return JSON.stringify([answer, time, snapshot], null, 1);
  } finally {
    await rig.close();
  }
}

test.each(known)('%s: Get-Help tells what it does and each parameter that is simulated', (cmdlet) => {
  const told = (help.cmdlets as Readonly<Record<string, { readonly takes: string; readonly example: string }>>)[cmdlet];
  const taken = parametersOf(cmdlet).filter((parameter) => takesParameter(cmdlet, parameter));
  expect(told?.takes.split(' ').sort()).toEqual([...taken].sort());
  expect(told?.example).toContain(cmdlet);
});

test('Get-Help has no words for what is not simulated', () => {
  expect(Object.keys(help.cmdlets).sort()).toEqual([...known].sort());
});

const elsewhere: Given = { Cluster: 'OTHER', ComputerName: ['elsewhere'] };

describe('every parameter of a simulated cmdlet', () => {
  test.each(known)('%s: is simulated, or is refused by name', async (cmdlet) => {
    const rig = await practiceRig(practiceScenario);
    onTestFinished(() => rig.close());
    for (const parameter of parametersOf(cmdlet)) {
      if (takesParameter(cmdlet, parameter)) continue;
      expect(await rig.failure(cmdlet, { [parameter]: 'x' }), parameter).toMatchObject({
        category: 'NotImplemented',
        fqid: 'NotSimulated',
        message: `${cmdlet} -${parameter} is not simulated by Regroup's practice cluster.`,
      });
    }
  });

  test.each(known)('%s: has an effect', { timeout: 120_000 }, async (cmdlet) => {
    const { call = {}, with: more = {} } = examples[cmdlet] ?? {};
    const usual = await outcome(cmdlet, call);
    for (const parameter of parametersOf(cmdlet).filter((name) => takesParameter(cmdlet, name))) {
      if (Object.hasOwn(meaningless, parameter) || parameter === 'InputObject') continue;
      if (parameter === 'Wait' && atOnce.includes(cmdlet)) continue;
      const pair = instead[`${cmdlet} ${parameter}`];
      if (pair !== undefined) {
        expect.soft(await outcome(cmdlet, pair[1]), parameter).not.toBe(await outcome(cmdlet, pair[0]));
        continue;
      }
      const value = elsewhere[parameter] ?? more[parameter];
      const { [parameter]: own, ...rest } = call;
      expect.soft(value ?? own, `${cmdlet} -${parameter} has no example`).toBeDefined();
      const other = await outcome(cmdlet, value === undefined ? rest : { ...call, [parameter]: value });
      expect.soft(other === usual, `${cmdlet} -${parameter} changes nothing`).toBe(false);
      if (parameter in elsewhere) expect.soft(other).toContain('"win32": 1722');
    }
  });

  test('that is told of here is one of the real cmdlet', () => {
    for (const [cmdlet, { call, with: more = {} }] of Object.entries(examples))
      for (const parameter of Object.keys({ ...call, ...more }))
        expect(parametersOf(cmdlet), `${cmdlet} -${parameter}`).toContain(parameter);
  });
});

describe('-InputObject', () => {
  const cmdlets = known.filter((cmdlet) => takesParameter(cmdlet, 'InputObject'));

  test.each(cmdlets)('%s takes no object of another type, and no two at once', async (cmdlet) => {
    const rig = await practiceRig(practiceScenario);
    onTestFinished(() => rig.close());
    const stranger = { $type: 'VMHost', Name: 'Demo1' };
    expect(await rig.failure(cmdlet, { InputObject: stranger })).toMatchObject({ category: 'InvalidArgument' });
    expect(await rig.failure(cmdlet, { InputObject: [stranger, stranger] })).toMatchObject({ win32: 87 });
  });

  test.each(['Suspend-ClusterNode', 'Stop-ClusterNode', 'Start-ClusterGroup'])(
    '%s does not take the cluster for one of its parts',
    async (cmdlet) => {
      const rig = await practiceRig(practiceScenario);
      onTestFinished(() => rig.close());
      const failure = await rig.failure(cmdlet, { InputObject: { $type: 'Cluster', Name: 'HVCLUSTER' } });
      expect(failure.message).toContain('and not a Cluster (HVCLUSTER)');
    },
  );

  test('of another cluster is refused', async () => {
    const rig = await practiceRig(practiceScenario);
    onTestFinished(() => rig.close());
    expect(await rig.failure('Get-ClusterNode', { InputObject: { $type: 'Cluster', Name: 'OTHER' } })).toMatchObject({
      win32: 1722,
    });
  });
});

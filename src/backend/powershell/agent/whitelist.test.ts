import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue, commandOf } from '#shared/commands/catalogue';
import type { ScriptStep } from '#shared/commands/script-step';
import { clusterView } from '#shared/model/cluster-view';
import { sampleRequests } from '#simulator/testing/command-requests';
import { sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import { allowedCmdlets, renderWhitelist } from '../../../../tests/support/whitelist';

const file = new URL('../../../../resources/powershell/agent/whitelist.ps1', import.meta.url);

it('the whitelist of the agent is that of the catalogue', () => {
  if (process.env['REGROUP_RENEW'] === '1') writeFileSync(file, renderWhitelist());
  const told = 'Renew it with: REGROUP_RENEW=1 npx vitest run whitelist';
  expect(readFileSync(file, 'utf8') === renderWhitelist(), told).toBe(true);
});

it('the whitelist has whatever commands with other inputs than the samples call and set', () => {
  const allowed = allowedCmdlets();
  const missing = (step: ScriptStep): readonly string[] => {
    const calls = step.kind === 'pipeline' ? step.calls : [step.object];
    const parameters = calls.flatMap(({ cmdlet, parameters }) =>
      Object.keys(parameters)
        .filter((name) => allowed.get(cmdlet)?.parameters.has(name) !== true)
        .map((name) => `${cmdlet} -${name}`),
    );
    if (step.kind === 'pipeline' || allowed.get(step.object.cmdlet)?.properties.has(step.property) === true)
      return parameters;
    return [...parameters, `(${step.object.cmdlet}).${step.property}`];
  };
  const snapshot = sampleSnapshot();
  const found = sampleRequests(snapshot, 200, 1).flatMap(({ command, input }) => {
    const parsed = catalogue[command].input.safeParse(input);
    if (!parsed.success) return [];
    const steps = [undefined, clusterView(snapshot)].flatMap((view) => commandOf(command).script(parsed.data, view));
    return steps.flatMap(missing);
  });
  // Add a sample to tests/support/command-samples.ts.
  expect([...new Set(found)]).toEqual([]);
});

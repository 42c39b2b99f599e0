import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { renderScript } from '#shared/commands/render-script';
import type { ScriptStep } from '#shared/commands/script-step';
import type { JsonValue } from '#shared/model/operation';
import { writeBindingModules } from '../../../../tests/support/binding-modules';
import { findPwsh, powerShellFolder, pwshLaunch } from '../../../../tests/support/pwsh';
import { agentRig } from '../../../../tests/support/stand-in-agent/agent-rig';
import { catalogueSteps } from '../../../../tests/support/whitelist';
import { readAgentScript } from './agent-script';

const pwsh = findPwsh();
const folder = mkdtempSync(join(tmpdir(), 'regroup-modules-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** Whether the real Set-ClusterOwnerNode takes no owners at all is not documented; a function does not. */
function clearsOwners(step: ScriptStep): boolean {
  if (step.kind !== 'pipeline') return false;
  return step.calls.some(({ parameters }) => JSON.stringify(parameters['Owners']) === '[]');
}

describe.skipIf(pwsh === null)('every step of the catalogue', () => {
  it.each([null, 'SWSCLUSTER'])('binds to the parameters of its cmdlets: %o', async (cluster) => {
    writeBindingModules(folder);
    const { agent } = agentRig({
      launch: pwshLaunch(pwsh ?? ''),
      script: readAgentScript(powerShellFolder),
      open: { modulePath: folder, cluster },
    });
    const failed: string[] = [];
    for (const step of catalogueSteps().filter((step) => !clearsOwners(step))) {
      const args = { steps: [step as unknown as JsonValue] };
      const result = await agent.run({ op: 'run', args, timeout: 60_000 });
      if (!result.ok) failed.push(`${renderScript([step])}: ${result.error.message}`);
    }
    void agent.close();
    expect(failed).toEqual([]);
  });
});

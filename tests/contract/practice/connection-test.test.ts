import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createAgentPool } from '#backend/powershell/agent/agent-pool';
import { readAgentScript } from '#backend/powershell/agent/agent-script';
import { testConnection } from '#backend/powershell/connection-test/connection-test';
import { startPracticeServer } from '#backend/practice/practice-server';
import { computerTime } from '#backend/real-time';
import { openBackend, practiceScenario } from '../../support/practice-rig';
import { findPwsh, powerShellFolder, pwshLaunch } from '../../support/pwsh';

const pwsh = findPwsh();

describe.skipIf(pwsh === null)('the test of a connection in PowerShell', () => {
  test('finds the practice modules and their cluster', async () => {
    const backend = await openBackend(practiceScenario);
    const server = await startPracticeServer({ backend });
    onTestFinished(async () => {
      await server.close();
      await backend.close();
    });
    const launch = {
      ...pwshLaunch(pwsh ?? ''),
      environment: { REGROUP_PRACTICE_PIPE: server.pipe, REGROUP_PRACTICE_TOKEN: server.token },
    };
    const steps = await testConnection({
      transport: {
        namesNodes: true,
        seats: () => [{ name: 'here', node: null }],
        open: (_seat, onPush) =>
          createAgentPool({
            place: () => ({ launch, open: { modulePath: join(powerShellFolder, 'RegroupPractice') } }),
            script: readAgentScript(powerShellFolder),
            time: computerTime,
            log: () => undefined,
            onPush,
          }),
      },
      target: null,
      readOnly: false,
      time: computerTime,
      log: () => undefined,
      signal: new AbortController().signal,
      onStep: () => undefined,
    });
    expect(steps.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'reach passed',
      'authenticate passed',
      'agent passed',
      'modules passed',
      'cluster passed',
      'rights passed',
      'nodes passed',
      'hyperV passed',
    ]);
    expect(steps.find(({ name }) => name === 'hyperV')?.nodes.length).toBeGreaterThan(0);
  });
});

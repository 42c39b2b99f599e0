import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agent } from '#backend/powershell/agent/agent';
import { readAgentScript } from '#backend/powershell/agent/agent-script';
import { followCluster, type PracticeCluster } from '#backend/practice/practice-cluster';
import { startPracticeServer, type PracticeServer } from '#backend/practice/practice-server';
import type { SimulatedBackend } from '#backend/simulated/simulated-backend';
import { catalogue, commandOf, isCommandName } from '#shared/commands/catalogue';
import type { ScriptStep } from '#shared/commands/script-step';
import type { JsonValue } from '#shared/model/operation';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { openBackend } from '../../support/practice-rig';
import { findPwsh, powerShellFolder, pwshLaunch } from '../../support/pwsh';
import { agentRig } from '../../support/stand-in-agent/agent-rig';
import { cancelled, stories, type CommandCase } from './command-stories';

const pwsh = findPwsh();
const day = 86_400_000;

test('every command of the catalogue is compared', () => {
  const told = [...stories.flatMap(({ commands }) => commands), cancelled.first, cancelled.then];
  const compared = new Set<string>(told.map(([command]) => command));
  const left = Object.keys(catalogue).filter((name) => isCommandName(name) && !compared.has(name));
  // Add it to tests/contract/practice/command-stories.ts.
  expect(left).toEqual([]);
});

/** What a cluster is, without when and how it became so. */
function lasting({ time: _time, operations: _operations, ...rest }: ClusterSnapshot): object {
  return rest;
}

/** Two clusters alike, one of them with an agent in PowerShell in front. */
interface Pair {
  readonly one: PracticeCluster;
  readonly other: PracticeCluster;
  /** Through the agent on the one, straight on the other. */
  run(command: CommandCase): Promise<void>;
  settle(): Promise<void>;
  close(): Promise<void>;
}

async function pairOf(scenario: string): Promise<Pair> {
  const through: SimulatedBackend = await openBackend(scenario);
  const direct = await openBackend(scenario);
  const options = { advanceWhileWaiting: true, epoch: 0 };
  const server: PracticeServer = await startPracticeServer({ backend: through, ...options });
  const one = followCluster(through, options);
  const other = followCluster(direct, options);
  const { agent }: { agent: Agent } = agentRig({
    launch: {
      ...pwshLaunch(pwsh ?? ''),
      environment: { REGROUP_PRACTICE_PIPE: server.pipe, REGROUP_PRACTICE_TOKEN: server.token },
    },
    script: readAgentScript(powerShellFolder),
    open: { modulePath: join(powerShellFolder, 'RegroupPractice') },
  });
  return {
    one,
    other,
    run: async ([command, given]) => {
      const input = catalogue[command].input.parse(given);
      const steps: readonly ScriptStep[] = commandOf(command).script(input, one.view());
      const answer = await agent.run({ op: 'run', args: { steps: steps as unknown as JsonValue }, timeout: 120_000 });
      expect(answer.ok ? null : answer.error).toBeNull();
      await other.start('test', command, input);
    },
    settle: async () => {
      await one.advanceUntilIdle(day);
      await other.advanceUntilIdle(day);
    },
    close: async () => {
      await agent.close();
      one.stop();
      other.stop();
      await server.close();
      await Promise.all([through.close(), direct.close()]);
    },
  };
}

/** The agent in PowerShell, the practice modules and the pipe between a command and the cluster must change nothing. */
describe.skipIf(pwsh === null).each(stories)('the agent on the practice modules', { timeout: 240_000 }, (story) => {
  let pair: Pair;

  beforeAll(async () => {
    pair = await pairOf(story.scenario);
  });

  afterAll(() => pair.close());

  test.each(story.commands)('%s %j', async (...command) => {
    await pair.run(command as CommandCase);
    await pair.settle();
    expect(lasting(pair.one.view().snapshot)).toEqual(lasting(pair.other.view().snapshot));
  });
});

describe.skipIf(pwsh === null)('a live migration through the agent', { timeout: 240_000 }, () => {
  test('is cancelled where it is, as it is without', async () => {
    const pair = await pairOf(cancelled.scenario);
    try {
      await pair.run(cancelled.first);
      await pair.run(cancelled.then);
      await pair.settle();
      const [one, other] = [pair.one.view(), pair.other.view()];
      expect(lasting(one.snapshot)).toEqual(lasting(other.snapshot));
      expect(one.role('VM1')?.ownerNode).toBe('Demo1');
      expect(one.snapshot.operations.map(({ command, outcome }) => [command, outcome])).toEqual([
        ['role.liveMigrate', 'cancelled'],
        ['role.cancelMigration', 'succeeded'],
      ]);
    } finally {
      await pair.close();
    }
  });
});

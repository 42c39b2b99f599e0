import { join } from 'node:path';
import { expect } from 'vitest';
import type { Agent } from '#backend/powershell/agent/agent';
import { readAgentScript } from '#backend/powershell/agent/agent-script';
import { followCluster, type PracticeCluster } from '#backend/practice/practice-cluster';
import { startPracticeServer, type PracticeServer } from '#backend/practice/practice-server';
import type { SimulatedBackend } from '#backend/simulated/simulated-backend';
import { catalogue, commandOf } from '#shared/commands/catalogue';
import type { ScriptStep } from '#shared/commands/script-step';
import type { JsonValue } from '#shared/model/operation';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { openBackend } from '../../support/practice-rig';
import { powerShellFolder, pwshLaunch } from '../../support/pwsh';
import { agentRig } from '../../support/stand-in-agent/agent-rig';
import type { CommandCase } from './command-stories';

const day = 86_400_000;

/** What a cluster is, without when and how it became so. */
export function lasting({ time: _time, operations: _operations, ...rest }: ClusterSnapshot): object {
  return rest;
}

/** Two clusters alike, one of them with an agent in PowerShell in front. */
export interface Pair {
  readonly one: PracticeCluster;
  readonly other: PracticeCluster;
  /** Through the agent on the one, straight on the other. */
  run(command: CommandCase): Promise<void>;
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a scenario twice. `pwsh`: the executable. */
export async function pairOf(pwsh: string, scenario: string): Promise<Pair> {
  const through: SimulatedBackend = await openBackend(scenario);
  const direct = await openBackend(scenario);
  const options = { advanceWhileWaiting: true, epoch: 0 };
  const server: PracticeServer = await startPracticeServer({ backend: through, ...options });
  const one = followCluster(through, options);
  const other = followCluster(direct, options);
  const { agent }: { agent: Agent } = agentRig({
    launch: {
      ...pwshLaunch(pwsh),
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

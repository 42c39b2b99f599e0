import { join } from 'node:path';
import { createCommandRunner } from '#backend/powershell/acting/command-runner';
import { createAgentPool } from '#backend/powershell/agent/agent-pool';
import { readAgentScript } from '#backend/powershell/agent/agent-script';
import type { ClusterBackend } from '#backend/cluster-backend';
import type { ClusterTransport } from '#backend/powershell/cluster-transport';
import { createPowerShellBackend } from '#backend/powershell/powershell-backend';
import { startPracticeServer } from '#backend/practice/practice-server';
import { computerTime } from '#backend/real-time';
import type { SimulatedBackend } from '#backend/simulated/simulated-backend';
import { openBackend } from './practice-rig';
import { powerShellFolder, pwshLaunch } from './pwsh';

/** A simulated cluster, and the same one through agents in PowerShell on the practice modules. */
export interface PracticeBackend {
  /** The simulated cluster itself. Its time stands still. */
  readonly simulated: SimulatedBackend;
  /** Not connected yet. Commands act. */
  readonly backend: ClusterBackend;
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** Opens a scenario. `pwsh`: the executable. */
export async function practiceBackend(pwsh: string, scenario: string, readOnly = false): Promise<PracticeBackend> {
  const simulated = await openBackend(scenario);
  const server = await startPracticeServer({ backend: simulated, epoch: 0 });
  const script = readAgentScript(powerShellFolder);
  const log: string[] = [];
  const environment = { REGROUP_PRACTICE_PIPE: server.pipe, REGROUP_PRACTICE_TOKEN: server.token };
  const transport: ClusterTransport = {
    namesNodes: true,
    seats: () => [{ name: 'practice', node: null }],
    open: (_seat, onPush) =>
      createAgentPool({
        place: () => ({
          launch: { ...pwshLaunch(pwsh), environment },
          open: { modulePath: join(powerShellFolder, 'RegroupPractice') },
        }),
        script,
        time: computerTime,
        log: (_level, text) => log.push(text),
        onPush,
      }),
  };
  const backend = createPowerShellBackend({
    transport,
    time: computerTime,
    now: Date.now,
    log: (_level, text) => log.push(text),
    readOnly,
    createRunner: createCommandRunner,
  });
  return {
    simulated,
    backend,
    log,
    close: async () => {
      await backend.close();
      await server.close();
      await simulated.close();
    },
  };
}

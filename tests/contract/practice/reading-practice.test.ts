import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createAgentPool } from '#backend/powershell/agent/agent-pool';
import { readAgentScript } from '#backend/powershell/agent/agent-script';
import type { ClusterTransport } from '#backend/powershell/cluster-transport';
import { createPowerShellBackend } from '#backend/powershell/powershell-backend';
import { machineGuid } from '#backend/practice/machine-guid';
import { startPracticeServer, type PracticeServer } from '#backend/practice/practice-server';
import { computerTime } from '#backend/real-time';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { projectFolder } from '../../support/electron';
import { openBackend } from '../../support/practice-rig';
import { findPwsh, powerShellFolder, pwshLaunch } from '../../support/pwsh';
import { inOrder, tellable } from '../../support/tellable';
import { watch } from '../watcher';

const pwsh = findPwsh();

function transportTo(server: PracticeServer): ClusterTransport {
  const script = readAgentScript(powerShellFolder);
  return {
    namesNodes: true,
    seats: () => [{ name: 'practice', node: null }],
    open: (_, onPush) =>
      createAgentPool({
        place: () => ({
          launch: {
            ...pwshLaunch(pwsh ?? ''),
            environment: { REGROUP_PRACTICE_PIPE: server.pipe, REGROUP_PRACTICE_TOKEN: server.token },
          },
          open: { modulePath: join(powerShellFolder, 'RegroupPractice') },
        }),
        script,
        time: computerTime,
        log: () => undefined,
        onPush,
      }),
  };
}

/** What the cmdlets of the practice modules can tell: no sizes of clustered disks, of a build only its number. */
function toldByCmdlets(snapshot: ClusterSnapshot) {
  const parts = tellable({
    ...snapshot,
    virtualMachines: snapshot.virtualMachines.map((machine) => ({ ...machine, id: machineGuid(machine), cpuUsage: 0 })),
  });
  return {
    ...parts,
    nodes: parts.nodes.map((node) => ({ ...node, osBuild: node.osBuild?.split('.')[0] ?? null })),
    disks: parts.disks.map((disk) => ({
      ...disk,
      size: ['SharedVolume', 'NotClustered'].includes(disk.use) ? disk.size : 0,
    })),
  };
}

describe.skipIf(pwsh === null)('a cluster that is read through the practice modules', { timeout: 180_000 }, () => {
  test.each(['tests/contract/two-nodes.yaml', 'resources/scenarios/training.yaml'])(
    'is the simulated one, in every part that cmdlets tell: %s',
    async (file) => {
      const simulated = await openBackend(readFileSync(join(projectFolder, file), 'utf8'));
      const own = watch(simulated);
      const server = await startPracticeServer({ backend: simulated, epoch: 0 });
      const backend = createPowerShellBackend({
        transport: transportTo(server),
        time: computerTime,
        now: Date.now,
        log: () => undefined,
      });
      onTestFinished(async () => {
        await backend.close();
        await server.close();
        await simulated.close();
      });
      const watcher = watch(backend);
      const answer = await backend.connect();
      if (!answer.ok) throw new Error(answer.error.message);
      await backend.refresh();
      const { time: _, readings, operations: _operations, ...parts } = watcher.snapshot;
      expect(readings.filter(({ problem }) => problem !== null)).toEqual([]);
      expect(inOrder(parts)).toEqual(toldByCmdlets(own.snapshot));
    },
  );
});

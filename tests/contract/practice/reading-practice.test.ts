import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { machineGuid } from '#backend/practice/machine-guid';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { projectFolder } from '../../support/electron';
import { practiceBackend } from '../../support/practice-backend';
import { findPwsh } from '../../support/pwsh';
import { inOrder, tellable } from '../../support/tellable';
import { watch } from '../watcher';

const pwsh = findPwsh();

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

describe.skipIf(pwsh === null)('a cluster that is read through the practice modules', () => {
  test.each(['tests/contract/two-nodes.yaml', 'resources/scenarios/training.yaml'])(
    'is the simulated one, in every part that cmdlets tell: %s',
    async (file) => {
      const practice = await practiceBackend(pwsh ?? '', readFileSync(join(projectFolder, file), 'utf8'));
      onTestFinished(() => practice.close());
      const { simulated, backend } = practice;
      const own = watch(simulated);
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

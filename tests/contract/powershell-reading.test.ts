import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPowerShellBackend } from '#backend/powershell/powershell-backend';
import { computerTime } from '#backend/real-time';
import type { ClusterEvent } from '#shared/model/cluster-event';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { loadScenario } from '#simulator/scenario/load-scenario';
import { createSimulatedCluster } from '#simulator/simulated-cluster';
import { projectFolder } from '../support/electron';
import { findPwsh } from '../support/pwsh';
import { pwshCluster } from '../support/pwsh-cluster';
import { rowsOfSnapshot } from '../support/rows-of-snapshot';
import { sampleSnapshot } from '../support/sample-snapshot';
import { inOrder, tellable, withGuids } from '../support/tellable';
import { watch, type Watcher } from './watcher';

const pwsh = findPwsh();

async function read(snapshot: ClusterSnapshot, events: readonly ClusterEvent[] = []): Promise<Watcher> {
  const [node] = snapshot.nodes;
  const cluster = pwshCluster(pwsh ?? '', rowsOfSnapshot(snapshot, events), node?.name ?? '');
  const backend = createPowerShellBackend({
    transport: cluster.transport,
    time: computerTime,
    now: Date.now,
    log: () => undefined,
  });
  onTestFinished(async () => {
    await backend.close();
    cluster.close();
  });
  const watcher = watch(backend);
  const answer = await backend.connect();
  if (!answer.ok) throw new Error(answer.error.message);
  // Everything once, also what is read after the first snapshot.
  await backend.refresh();
  return watcher;
}

/** What cannot be had outside of Windows: sizes of clustered disks, the exact build. */
function outsideWindows<T extends ReturnType<typeof tellable>>(parts: T): T {
  return {
    ...parts,
    nodes: parts.nodes.map((node) => ({
      ...node,
      osBuild: node.osBuild?.split('.')[0] ?? null,
      memoryAvailable: null,
    })),
    disks: parts.disks.map((disk) => ({
      ...disk,
      size: disk.use === 'SharedVolume' || disk.use === 'NotClustered' ? disk.size : 0,
    })),
    virtualMachines: parts.virtualMachines.map((machine) => ({ ...machine, cpuUsage: 7 })),
  };
}

describe.skipIf(pwsh === null)('the agents in PowerShell', () => {
  test('read the cluster that the cmdlets show: objects, enumerations, collections, missing and failing properties', async () => {
    const file = join(projectFolder, 'resources', 'scenarios', 'training.yaml');
    const scenario = loadScenario(readFileSync(file, 'utf8'), file);
    if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
    const cluster = createSimulatedCluster(scenario.value);
    cluster.inject({ fault: 'node.crash', node: cluster.snapshot().nodes[1]?.name ?? '' });
    cluster.advanceTo(600_000);
    const snapshot = withGuids(cluster.snapshot());
    const watcher = await read(snapshot, cluster.events());
    const { time: _, readings, operations: _operations, ...parts } = watcher.snapshot;
    const down = snapshot.nodes.find(({ state }) => state === 'Down')?.name;
    const expected = outsideWindows(tellable(snapshot));
    const reached = {
      ...expected,
      nodes: expected.nodes.map((node) =>
        node.name === down ? { ...node, logicalProcessors: null, memoryTotal: null } : node,
      ),
      virtualMachines: expected.virtualMachines.filter(({ computerName }) => computerName !== down),
    };
    expect(inOrder({ ...parts, nodes: parts.nodes.map((node) => ({ ...node, memoryAvailable: null })) })).toEqual(
      reached,
    );
    const missing = readings.filter(({ problem }) => problem !== null);
    expect(missing.map(({ section, ofNode }) => [section, ofNode])).toEqual([
      ['virtualMachines', down],
      ['events', down],
    ]);
    const expectedEvents = cluster.events().filter(({ node }) => node !== down);
    expect(watcher.events.map(({ id, time, message }) => [id, time, message])).toEqual(
      expect.arrayContaining(expectedEvents.map(({ id, time, message }) => [id, time, message])),
    );
    expect(watcher.events).toHaveLength(expectedEvents.length);
  });

  test('bring hostile names as they are', async () => {
    const names = [
      "'; Stop-Cluster; '",
      '$(Stop-Cluster)',
      '`"${x}',
      'a\nb\tc',
      '\u202eVM1',
      'x'.repeat(300),
      '\u{1f600}'.repeat(50),
      '<img src=x onerror=1>',
      '2026-01-01T00:00:00',
      '\u2018quoted\u2019',
    ];
    const sample = sampleSnapshot();
    const [role] = sample.roles;
    if (role === undefined) throw new Error('The sample has roles.');
    const roles = names.map((name, place) => ({ ...role, id: `role-${place}`, name, preferredOwners: ['Demo2'] }));
    const watcher = await read(withGuids({ ...sample, roles }));
    expect(watcher.snapshot.roles.map(({ name }) => name)).toEqual(names);
    expect(watcher.snapshot.roles.map(({ preferredOwners }) => preferredOwners)).toEqual(names.map(() => ['Demo2']));
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ClusterBackend } from '#backend/cluster-backend';
import { createCommandRunner } from '#backend/powershell/acting/command-runner';
import { createPowerShellBackend } from '#backend/powershell/powershell-backend';
import { computerTime } from '#backend/real-time';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { loadScenario } from '#simulator/scenario/load-scenario';
import { createSimulatedCluster } from '#simulator/simulated-cluster';
import { projectFolder } from '../support/electron';
import { rowsOfSnapshot } from '../support/rows-of-snapshot';
import { sampleSnapshot } from '../support/sample-snapshot';
import { standInCluster, type StandInAnswer, type StandInCluster } from '../support/stand-in-cluster';
import { describeBackend } from './backend-contract';
import { watch, type Watcher } from './watcher';

const file = join(projectFolder, 'tests', 'contract', 'two-nodes.yaml');

function simulated() {
  const scenario = loadScenario(readFileSync(file, 'utf8'), file);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  const cluster = createSimulatedCluster(scenario.value);
  cluster.advanceTo(60_000);
  return cluster;
}

async function backendOf(standIn: Promise<StandInCluster>, readOnly = false): Promise<ClusterBackend> {
  const cluster = await standIn;
  onTestFinished(() => cluster.close());
  return createPowerShellBackend({
    transport: cluster.transport,
    time: computerTime,
    now: Date.now,
    log: () => undefined,
    readOnly,
    createRunner: createCommandRunner,
  });
}

/** Steps are done as soon as they came; what they bring about never comes. */
const answer: StandInAnswer = (lane, _seat, { op }) =>
  lane === 'write' && op === 'run' ? [['done', { files: [] }]] : undefined;

const twoNodes = simulated();
const twoNodeRows = rowsOfSnapshot(twoNodes.snapshot(), twoNodes.events());

describeBackend({
  name: 'Cluster through PowerShell',
  training: false,
  commands: true,
  create: ({ readOnly }) =>
    backendOf(standInCluster({ seats: ['Demo1', 'Demo2'], rows: () => twoNodeRows, answer }), readOnly),
});

describe('Cluster through PowerShell: agents', () => {
  const connect = async (cluster: Promise<StandInCluster>): Promise<{ backend: ClusterBackend; watcher: Watcher }> => {
    const backend = await backendOf(cluster);
    onTestFinished(() => backend.close());
    const watcher = watch(backend);
    const answer = await backend.connect();
    if (!answer.ok) throw new Error(answer.error.message);
    return { backend, watcher };
  };
  const machines = ({ snapshot }: Watcher): readonly string[] =>
    snapshot.virtualMachines.map(({ name }) => name).sort();

  test('bring the whole cluster, and the events of all nodes in one order', async () => {
    const training = simulated();
    training.inject({ fault: 'node.crash', node: 'Demo2' });
    training.advanceTo(300_000);
    const rows = rowsOfSnapshot(training.snapshot(), training.events());
    const { backend, watcher } = await connect(standInCluster({ seats: ['Demo1', 'Demo2'], rows: () => rows }));
    await watcher.until('the machines', () => machines(watcher).length > 0);
    await watcher.until('the events', () => watcher.events.length > 0);
    const page = await backend.query('events', { levels: ['critical', 'error', 'warning'] });
    if (!page.ok) throw new Error(page.error.message);
    expect(page.value.events.some(({ id, node }) => id === 1135 && node === 'Demo1')).toBe(true);
    expect(watcher.snapshot.nodes.map(({ state }) => state)).toEqual(['Up', 'Down']);
  });

  test('of an endpoint that lets an account only look make the connection read-only by themselves', async () => {
    const looking = async (role: { readonly Runs: boolean; readonly Reports?: boolean }): Promise<StandInCluster> => {
      const cluster = await standInCluster({
        seats: ['Demo1'],
        rows: () => twoNodeRows,
        answer: (_lane, _seat, { args }) =>
          args['section'] === 'role'
            ? [
                ['rows', [role]],
                ['done', null],
              ]
            : undefined,
      });
      return { ...cluster, transport: { ...cluster.transport, hasRoles: true } };
    };
    const { backend, watcher } = await connect(looking({ Runs: false }));
    expect(watcher.connection).toEqual({ status: 'connected', onlyLooks: true });
    const report = { command: 'role.dependencyReport', input: { role: 'VM1' } };
    expect(await backend.execute(report)).toMatchObject({ ok: false, error: { kind: 'accessDenied' } });
    // An endpoint of this Regroup lets it report.
    const reporting = await connect(looking({ Runs: false, Reports: true }));
    expect(reporting.watcher.connection).toEqual({ status: 'connected', onlyLooks: true, reports: true });
    expect(await reporting.backend.execute(report)).toMatchObject({ ok: true });
    const change = { command: 'role.bringOnline', input: { role: 'VM1' } };
    expect(await reporting.backend.execute(change)).toMatchObject({ ok: false, error: { kind: 'accessDenied' } });
  });

  test('that die in the middle of a read are started again, and nothing is shown by halves', async () => {
    let deaths = 0;
    const cluster = standInCluster({
      seats: ['Demo1'],
      rows: () => twoNodeRows,
      answer: (lane, _seat, { args }) => {
        if (lane !== 'read' || args['section'] !== 'resources' || deaths > 0) return undefined;
        deaths += 1;
        // A line that is no answer: the agent babbles and is ended.
        return [
          ['rows', twoNodeRows.cluster.resources.slice(0, 2)],
          ['rows', { not: 'a list' }],
        ];
      },
    });
    const { backend, watcher } = await connect(cluster);
    expect(watcher.snapshot.resources).toEqual([]);
    expect(watcher.snapshot.readings.find(({ section }) => section === 'resources')?.problem).toContain('agent');
    expect(await backend.refresh()).toEqual({ ok: true, value: null });
    expect(watcher.snapshot.resources).toHaveLength(twoNodeRows.cluster.resources.length);
    expect(watcher.connection?.status).toBe('connected');
  });

  test('that cannot be had at one node are had at another', async () => {
    const cluster = standInCluster({
      seats: ['Demo1', 'Demo2'],
      rows: () => twoNodeRows,
      answer: (_lane, seat) =>
        seat === 'Demo1'
          ? [
              [
                'fail',
                { fqid: 'x', category: 'NotSpecified', hresult: -2147023143, win32: 1753, message: 'Nein.', inner: [] },
              ],
            ]
          : undefined,
    });
    const { watcher } = await connect(cluster);
    expect(watcher.snapshot.readings.find(({ section }) => section === 'nodes')?.fromNode).toBe('Demo2');
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
    ];
    const [role] = sampleSnapshot().roles;
    if (role === undefined) throw new Error('The sample has roles.');
    const snapshot: ClusterSnapshot = {
      ...sampleSnapshot(),
      roles: names.map((name, place) => ({ ...role, id: `role-${place}`, name })),
    };
    const rows = rowsOfSnapshot(snapshot);
    const { watcher } = await connect(standInCluster({ seats: ['Demo1'], rows: () => rows }));
    expect(watcher.snapshot.roles.map(({ name }) => name)).toEqual(names);
  });
});

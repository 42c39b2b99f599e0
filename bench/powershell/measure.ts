/**
 * Measures in one process: `measure-powershell.mjs ROOT NODES MACHINES` prints a JSON object. The agents are the stand-ins of
 * the tests: real processes without PowerShell, so that what is measured is Regroup and the way to the processes.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAgent } from '#backend/powershell/agent/agent';
import type { AgentLaunch } from '#backend/powershell/agent/agent-launch';
import { createAgentPool, type AgentLane } from '#backend/powershell/agent/agent-pool';
import { createPowerShellBackend } from '#backend/powershell/powershell-backend';
import { computerTime } from '#backend/real-time';
import { foldName } from '#shared/model/cluster-view';
import type { JsonValue } from '#shared/model/operation';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { loadScenario } from '#simulator/scenario/load-scenario';
import { createSimulatedCluster } from '#simulator/simulated-cluster';
import { rowsOfSnapshot } from '../../tests/support/rows-of-snapshot';
import { scenarioOf } from '../simulator/cases';

const [root = '', nodes = '', machines = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'regroup-bench-'));
const roundTrips = 2000;
const single = 30;

function snapshotOf(): ClusterSnapshot {
  const loaded = loadScenario(scenarioOf('day', Number(nodes), Number(machines)), 'bench.yaml');
  if (!loaded.ok) throw new Error(loaded.error.map(({ expected }) => expected).join('\n'));
  return createSimulatedCluster(loaded.value).snapshot();
}

const snapshot = snapshotOf();
const rows = rowsOfSnapshot(snapshot);

function fileOf(name: string, sections: { readonly [section: string]: readonly JsonValue[] }): string {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(sections));
  return file;
}

const clusterFile = fileOf('cluster', rows.cluster);
const nodeFiles = new Map([...rows.nodes].map(([node, sections], place) => [node, fileOf(`node-${place}`, sections)]));

function launch(lane: AgentLane): AgentLaunch {
  const sectionsFile = typeof lane === 'string' ? clusterFile : (nodeFiles.get(foldName(lane.node)) ?? '');
  const program = join(root, 'tests', 'support', 'stand-in-agent', 'stand-in-agent.mjs');
  return { command: process.execPath, args: [program, JSON.stringify({ sectionsFile })] };
}

const around = { script: '', time: computerTime, log: () => undefined, onPush: () => undefined };

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** One small request after the other, with one agent for all, or with a process for each. */
async function requests(): Promise<{ readonly kept: number; readonly fresh: number }> {
  const ask = { op: 'read', args: { section: 'cluster' }, timeout: 60_000 } as const;
  const agent = createAgent({ launch: launch('read'), open: {} }, around);
  await agent.run(ask);
  const kept = await seconds(async () => {
    for (let trip = 0; trip < roundTrips; trip += 1) await agent.run(ask);
  });
  void agent.close();
  const fresh = await seconds(async () => {
    for (let trip = 0; trip < single; trip += 1) {
      const own = createAgent({ launch: launch('read'), open: {} }, around);
      await own.run(ask);
      void own.close();
    }
  });
  return { kept: roundTrips / kept, fresh: single / fresh };
}

/** Seconds until the tree stands, and until every node has told its machines. */
async function whole(): Promise<{ readonly first: number; readonly full: number }> {
  const start = performance.now();
  const transport = {
    namesNodes: false,
    seats: () => [{ name: 'cluster', node: null }],
    open: () => createAgentPool({ ...around, place: (lane: AgentLane) => ({ launch: launch(lane), open: {} }) }),
  };
  const backend = createPowerShellBackend({ transport, time: computerTime, now: Date.now, log: () => undefined });
  const wanted = snapshot.virtualMachines.length;
  const found = new Set<string>();
  const full = new Promise<number>((resolve) => {
    backend.subscribe((update) => {
      if (update.kind !== 'delta') return;
      for (const { id } of update.delta.upserts.virtualMachines ?? []) found.add(id);
      if (found.size >= wanted) resolve((performance.now() - start) / 1000);
    });
  });
  const answer = await backend.connect();
  if (!answer.ok) throw new Error(answer.error.message);
  const first = (performance.now() - start) / 1000;
  const end = await full;
  await backend.close();
  return { first, full: end };
}

/** The same sections, each by a process of its own; those of nodes eight at a time. */
async function freshForEach(): Promise<number> {
  const read = async (lane: AgentLane, section: string): Promise<void> => {
    const agent = createAgent({ launch: launch(lane), open: {} }, around);
    await agent.run({ op: 'read', args: { section }, timeout: 120_000 });
    void agent.close();
  };
  return seconds(async () => {
    for (const section of Object.keys(rows.cluster)) await read('read', section);
    const left = snapshot.nodes.flatMap(({ name }) =>
      ['machines', 'host', 'events', 'machineDisks'].map((section) => ({ name, section })),
    );
    const worker = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift())
        await read({ node: next.name }, next.section);
    };
    await Promise.all(Array.from({ length: 8 }, worker));
  });
}

const found = { requests: await requests(), whole: await whole(), fresh: await freshForEach() };
process.stdout.write(JSON.stringify({ ...found, memory: process.resourceUsage().maxRSS * 1024 }));
rmSync(folder, { recursive: true, force: true });

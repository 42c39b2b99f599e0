import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSimulatedBackend } from '#backend/simulated/simulated-backend';
import { startThreadWorker } from '#backend/simulated/thread-worker';
import type { WorkerHandle } from '#backend/simulated/worker-handle';
import type { ClusterBackend } from '#backend/cluster-backend';
import { buildWorker } from '../support/built-worker';
import { projectFolder } from '../support/electron';
import { describeBackend } from './backend-contract';
import { watch } from './watcher';

const workerFile = await buildWorker();
const file = join(projectFolder, 'tests', 'contract', 'two-nodes.yaml');
const scenario = { file, text: readFileSync(file, 'utf8') };
const workers = new WeakMap<ClusterBackend, WorkerHandle>();

describeBackend({
  name: 'Training cluster',
  training: true,
  commands: true,
  create: ({ readOnly }) => {
    const backend: ClusterBackend = createSimulatedBackend({
      startWorker: () => {
        const worker = startThreadWorker(workerFile);
        workers.set(backend, worker);
        return worker;
      },
      scenarios: [scenario],
      speed: 1,
      paused: false,
      readOnly,
    });
    return backend;
  },
  crash: async (backend) => {
    await workers.get(backend)?.stop();
  },
});

describe('Training cluster: scenarios', () => {
  const open = (...scenarios: readonly { file: string; text: string }[]) => {
    const startWorker = () => startThreadWorker(workerFile);
    const backend = createSimulatedBackend({ startWorker, scenarios, speed: 1, paused: true });
    onTestFinished(() => backend.close());
    return backend;
  };

  test('the first one is opened when nothing is wrong with it', async () => {
    const backend = open(scenario, { file: 'other.yaml', text: 'nonsense' });
    expect(await backend.connect()).toEqual({ ok: true, value: null });
    expect(backend.openingProblem()).toBeNull();
  });

  test('one with mistakes is passed over, and each mistake is told with its line and column', async () => {
    const wrong = scenario.text.replace('name: Demo2', 'nmae: Demo2').concat('  - {name: X}\n');
    const backend = open({ file: 'wrong.yaml', text: wrong }, scenario);
    const watcher = watch(backend);
    expect(await backend.connect()).toEqual({ ok: true, value: null });
    await watcher.until('the cluster', () => watcher.updates.length > 0);
    expect(watcher.snapshot.cluster.name).toBe('HVCLUSTER');
    const problem = backend.openingProblem();
    expect(problem?.file).toBe('wrong.yaml');
    expect(problem?.problems.length).toBeGreaterThan(1);
    for (const line of problem?.problems ?? []) expect(line).toMatch(/^wrong\.yaml:\d+:\d+: /);
  });

  test('when none can be opened the connection is lost, with every reason', async () => {
    const backend = open({ file: 'a.yaml', text: '' }, { file: 'b.yaml', text: '[' });
    const watcher = watch(backend);
    const answer = await backend.connect();
    expect(answer).toMatchObject({ ok: false, error: { kind: 'badInput' } });
    expect(watcher.connection?.status).toBe('lost');
  });
});

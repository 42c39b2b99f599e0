import type { JsonValue } from '#shared/model/operation';
import { ManualTime } from './manual-time';
import { createSimulatedBackend, type SimulatedBackend } from '#backend/simulated/simulated-backend';
import { startInlineWorker } from '#backend/simulated/inline-worker';
import { answerRequest } from '#backend/practice/answer-request';
import type { CmdletFailure } from '#backend/practice/cmdlet-failure';
import { followCluster, type PracticeCluster } from '#backend/practice/practice-cluster';
import { practiceMemory } from '#backend/practice/practice-memory';
import type { PracticeObject, PracticeRecord } from '#backend/practice/practice-object';
import type { PracticeRequest } from '#backend/practice/practice-request';

/** A connected training cluster whose time stands still unless somebody waits or moves it. */
export async function openBackend(scenario: string): Promise<SimulatedBackend> {
  const backend = createSimulatedBackend({
    startWorker: () => startInlineWorker(new ManualTime()),
    scenarios: [{ file: 'practice.yaml', text: scenario }],
    speed: 1,
    paused: true,
  });
  const opened = await backend.connect();
  if (!opened.ok) throw new Error(opened.error.message);
  return backend;
}

/** Everything that a request was answered with. */
export interface Answer {
  readonly objects: readonly PracticeObject[];
  readonly warnings: readonly string[];
  readonly errors: readonly CmdletFailure[];
  readonly files: readonly { readonly name: string; readonly text: string; readonly folder: string | null }[];
  /** What ended it; null: it came to its end. */
  readonly failure: CmdletFailure | null;
}

/** Cmdlets on a training cluster, without a pipe. */
export interface PracticeRig {
  readonly backend: SimulatedBackend;
  readonly cluster: PracticeCluster;
  ask(request: PracticeRequest): Promise<Answer>;
  /** Calls a cmdlet; fails when the cmdlet does. */
  run(cmdlet: string, parameters?: { readonly [name: string]: JsonValue }): Promise<readonly PracticeObject[]>;
  /** The one object that a cmdlet answers. */
  one(cmdlet: string, parameters?: { readonly [name: string]: JsonValue }): Promise<PracticeObject>;
  /** Why a cmdlet fails; fails when it does not. */
  failure(cmdlet: string, parameters?: { readonly [name: string]: JsonValue }): Promise<CmdletFailure>;
  set(object: PracticeObject, property: string, value: JsonValue): Promise<void>;
  close(): Promise<void>;
}

/** Opens a scenario; waiting cmdlets let its time pass. */
export async function practiceRig(scenario: string): Promise<PracticeRig> {
  const backend = await openBackend(scenario);
  const cluster = followCluster(backend, { advanceWhileWaiting: true, epoch: Date.UTC(2026, 0, 1) });
  const memory = practiceMemory();
  const ask = async (request: PracticeRequest): Promise<Answer> => {
    const records: PracticeRecord[] = [];
    const signal = new AbortController().signal;
    await answerRequest(request, { cluster, memory, signal, tell: (record) => records.push(record) });
    const of = <Kind extends PracticeRecord['kind']>(kind: Kind) =>
      records.filter((record): record is Extract<PracticeRecord, { kind: Kind }> => record.kind === kind);
    return {
      objects: of('object').map(({ object }) => object),
      warnings: of('warning').map(({ text }) => text),
      errors: of('error'),
      files: of('file'),
      failure: of('done')[0]?.failure ?? null,
    };
  };
  const call = (cmdlet: string, parameters: { readonly [name: string]: JsonValue } = {}): Promise<Answer> =>
    ask({ ask: 'cmdlet', cmdlet, parameters });
  const run: PracticeRig['run'] = async (cmdlet, parameters) => {
    const { objects, errors, failure } = await call(cmdlet, parameters);
    const [wrong] = [...errors, ...(failure === null ? [] : [failure])];
    if (wrong !== undefined) throw new Error(`${cmdlet}: ${wrong.message}`);
    return objects;
  };
  return {
    backend,
    cluster,
    ask,
    run,
    one: async (cmdlet, parameters) => {
      const [only, ...more] = await run(cmdlet, parameters);
      if (only === undefined || more.length > 0)
        throw new Error(`${cmdlet} answered ${more.length + 1} objects or none.`);
      return only;
    },
    failure: async (cmdlet, parameters) => {
      const { errors, failure } = await call(cmdlet, parameters);
      const [first] = [...errors, ...(failure === null ? [] : [failure])];
      if (first === undefined) throw new Error(`${cmdlet} did not fail.`);
      return first;
    },
    set: async (object, property, value) => {
      const { failure } = await ask({ ask: 'set', object, property, value });
      if (failure !== null) throw new Error(failure.message);
    },
    close: async () => {
      cluster.stop();
      await backend.close();
    },
  };
}

/** Two nodes with three machines on a shared volume, a file server, spare disks and a witness. */
export const practiceScenario = `
schema: regroup/scenario/1
title: Practice
cluster:
  name: HVCLUSTER
  domain: sws.com
  address: 192.168.100.50
  quorum: { mode: nodeAndDiskMajority, witness: Quorum }
nodes:
  - { name: Demo1 }
  - { name: Demo2 }
disks:
  - { name: Quorum, size: 1GB, use: witness }
  - { name: CSV1, size: 500GB, use: csv, owner: Demo1 }
  - { name: Spare, size: 100GB, use: available }
  - { name: LUN7, size: 50GB, use: role }
roles:
  - { name: VM1, type: virtualMachine, owner: Demo1, disks: [CSV1], memory: 4GB }
  - { name: VM2, type: virtualMachine, owner: Demo1, disks: [CSV1], memory: 2GB }
  - { name: VM3, type: virtualMachine, owner: Demo2, disks: [CSV1], memory: 2GB, state: offline }
  - { name: FS1, type: fileServer, owner: Demo1, address: 192.168.100.60, disks: [LUN7] }
`;

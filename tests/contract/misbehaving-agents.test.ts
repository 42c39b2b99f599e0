import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ClusterBackend } from '#backend/cluster-backend';
import { createCommandRunner } from '#backend/powershell/acting/command-runner';
import { createPowerShellBackend } from '#backend/powershell/powershell-backend';
import { computerTime } from '#backend/real-time';
import { loadScenario } from '#simulator/scenario/load-scenario';
import { createSimulatedCluster } from '#simulator/simulated-cluster';
import { projectFolder } from '../support/electron';
import { rowsOfSnapshot } from '../support/rows-of-snapshot';
import { standInCluster } from '../support/stand-in-cluster';
import { watch, type Watcher } from './watcher';

const file = join(projectFolder, 'tests', 'contract', 'two-nodes.yaml');

function rowsOf() {
  const scenario = loadScenario(readFileSync(file, 'utf8'), file);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  const cluster = createSimulatedCluster(scenario.value);
  cluster.advanceTo(60_000);
  return rowsOfSnapshot(cluster.snapshot(), cluster.events());
}

const rows = rowsOf();

/** What an agent does in the middle of an answer, and what somebody reads of it. The first ones end the agent. */
const fatal: readonly (readonly [misbehaviour: string, words: string])[] = [
  ['garbage', 'answered with'],
  ['notJson', 'answered with'],
  ['wrongForm', 'answered with'],
  ['wrongId', 'which nobody made'],
  ['huge', 'answered with a line that is too long'],
  ['dies', 'ended with code 7'],
  ['half', 'ended with code 7'],
];
const silence = 'gave no sign of life for 16 seconds';
const harmless = ['pieces', 'stray', 'flood', 'clixml', 'wrongTag', 'note'];

interface Opened {
  readonly backend: ClusterBackend;
  readonly watcher: Watcher;
}

/** A cluster in which one thing goes wrong, once: a read of the resources, or a change. */
async function open(what: 'read' | 'run', misbehaviour: string): Promise<Opened> {
  let left = 1;
  const cluster = await standInCluster({
    seats: ['Demo1', 'Demo2'],
    rows: () => rows,
    answer: (lane, _seat, { op, args }) => {
      if (op === 'run' && what !== 'run') return [['done', { files: [] }]];
      if (op !== what || (op === 'read' && (lane !== 'read' || args['section'] !== 'resources'))) return undefined;
      left -= 1;
      return left < 0 ? undefined : [['misbehave', misbehaviour]];
    },
  });
  onTestFinished(() => cluster.close());
  const backend = createPowerShellBackend({
    transport: cluster.transport,
    time: computerTime,
    now: Date.now,
    log: () => undefined,
    createRunner: createCommandRunner,
  });
  onTestFinished(() => backend.close());
  const watcher = watch(backend, 90_000);
  const answer = await backend.connect();
  if (!answer.ok) throw new Error(answer.error.message);
  return { backend, watcher };
}

const resources = ({ snapshot }: Watcher) => snapshot.readings.find(({ section }) => section === 'resources');
const everything = rows.cluster.resources.length;

describe('an agent that misbehaves while it reads', () => {
  test.each([...fatal, ['begins', silence] as const])(
    '%s: what it read is missing with the reason, everything else is there',
    async (name, words) => {
      const { backend, watcher } = await open('read', name);
      await watcher.until('the reason', () => resources(watcher)?.problem?.includes(words));
      expect(watcher.snapshot.resources).toEqual([]);
      expect(watcher.snapshot.roles).toHaveLength(rows.cluster.groups.length);
      expect(watcher.connection?.status).toBe('connected');
      expect(await backend.refresh()).toEqual({ ok: true, value: null });
      expect(watcher.snapshot.resources).toHaveLength(everything);
      expect(resources(watcher)?.problem).toBeNull();
    },
  );

  test.each(harmless)('%s: nobody sees anything of it', async (name) => {
    const { backend, watcher } = await open('read', name);
    expect(await backend.refresh()).toEqual({ ok: true, value: null });
    expect(watcher.snapshot.resources).toHaveLength(everything);
    const problems = watcher.updates.flatMap((update) =>
      update.kind === 'snapshot' ? update.snapshot.readings.filter(({ problem }) => problem !== null) : [],
    );
    expect(problems).toEqual([]);
    expect(watcher.connection?.status).toBe('connected');
  });
});

describe('an agent that misbehaves while it changes something', () => {
  const change = async ({ backend, watcher }: Opened) => {
    const begun = await backend.execute({ command: 'role.setPriority', input: { role: 'FS1', priority: 'high' } });
    if (!begun.ok) throw new Error(begun.error.message);
    return watcher.until('its end', () => {
      const operation = watcher.snapshot.operations.find(({ id }) => id === begun.value.id);
      return operation !== undefined && operation.outcome !== 'running' && operation;
    });
  };

  test.each([...fatal, ['never', silence] as const])(
    '%s: nobody knows whether it was done, and that is said',
    async (name, words) => {
      const opened = await open('run', name);
      const operation = await change(opened);
      expect(operation.outcome).toBe('unknown');
      expect(operation.error?.message).toMatch(/^Nobody knows whether it was done/);
      expect(operation.error?.message).toContain(words);
      expect(operation.error?.advice).toContain('does not try it again');
      expect(opened.watcher.connection?.status).toBe('connected');
      expect(await opened.backend.refresh()).toEqual({ ok: true, value: null });
    },
  );

  test('a refusal of Windows is a failure with its own words', async () => {
    const operation = await change(await open('run', 'refused'));
    expect(operation).toMatchObject({ outcome: 'failed', error: { code: 5030, message: 'Nein.' } });
  });

  test.each(['note', 'push'])('%s: it is done', async (name) => {
    expect(await change(await open('run', name))).toMatchObject({ outcome: 'succeeded', error: null });
  });
});

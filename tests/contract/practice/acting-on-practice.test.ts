import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClusterBackend } from '#backend/cluster-backend';
import { presentSnapshot } from '#backend/present-snapshot';
import type { CommandName } from '#shared/commands/catalogue';
import type { JsonValue, Operation } from '#shared/model/operation';
import { practiceBackend, type PracticeBackend } from '../../support/practice-backend';
import { practiceScenario } from '../../support/practice-rig';
import { findPwsh } from '../../support/pwsh';
import { watch, type Watcher } from '../watcher';

const pwsh = findPwsh();

type Input = { readonly [key: string]: JsonValue };

async function startedBy(backend: ClusterBackend, command: CommandName, input: Input): Promise<Operation> {
  const result = await backend.execute({ command, input });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function contentOf(backend: ClusterBackend, { id, files = [] }: Operation): Promise<readonly string[]> {
  return Promise.all(
    files.map(async ({ name }) => {
      const content = await backend.readFile(id, name);
      if (!content.ok) throw new Error(content.error.message);
      return text(content.value);
    }),
  );
}

/** The whole backend, with agents in PowerShell on the practice modules. */
describe.skipIf(pwsh === null)('commands through the practice modules', () => {
  let practice: PracticeBackend;
  let watcher: Watcher;

  beforeAll(async () => {
    practice = await practiceBackend(pwsh ?? '', practiceScenario);
    watcher = watch(practice.backend, 90_000);
    const connected = await practice.backend.connect();
    if (!connected.ok) throw new Error(connected.error.message);
  });

  afterAll(() => practice.close());

  const ended = ({ id }: Operation): Promise<Operation> =>
    watcher.until('the end of the operation', () => {
      const operation = watcher.snapshot.operations.find((one) => one.id === id);
      return operation !== undefined && operation.outcome !== 'running' && operation;
    });

  /** Lets simulated time pass in steps until an operation is over; answers with what it told on the way. */
  const through = async (operation: Operation, step: number): Promise<readonly Operation[]> => {
    const told: Operation[] = [];
    const { training } = practice.simulated;
    for (let steps = 0; steps < 200; steps += 1) {
      const now = watcher.snapshot.operations.find(({ id }) => id === operation.id);
      if (now !== undefined) told.push(now);
      if (now !== undefined && now.outcome !== 'running') break;
      await training?.setClock({ advance: step });
      await practice.backend.refresh();
    }
    return [...told, await ended(operation)];
  };

  describe('what goes on after them', () => {
    test('a live migration tells how far it is and, when it is over, the blackout that its host measured', async () => {
      const { backend, simulated } = practice;
      const operation = await startedBy(backend, 'role.liveMigrate', { role: 'VM1', destination: 'Demo2' });
      const told = await through(operation, 5000);
      const own = presentSnapshot(simulated)?.operations.find(({ command }) => command === 'role.liveMigrate');
      expect(own?.migration?.downtime).toBeGreaterThan(0);
      expect(told.at(-1)).toMatchObject({
        outcome: 'succeeded',
        migration: { from: 'Demo1', to: 'Demo2', downtime: own?.migration?.downtime },
      });
      const percents = told.map(({ progress }) => progress.percent ?? 0);
      expect(percents.some((percent) => percent > 0 && percent < 100)).toBe(true);
    });

    test('a live migration that is cancelled is cancelled, and the machine stays', async () => {
      const { backend } = practice;
      await backend.refresh();
      const operation = await startedBy(backend, 'role.liveMigrate', { role: 'VM1', destination: 'Demo1' });
      await practice.simulated.training?.setClock({ advance: 2000 });
      await watcher.until('it to be under way', () =>
        watcher.snapshot.roles.some(({ name, state }) => name === 'VM1' && state === 'Pending'),
      );
      const { cancel } = watcher.operation(operation.id);
      await startedBy(backend, 'role.cancelMigration', cancel?.input ?? {});
      const told = await through(operation, 2000);
      expect(told.at(-1)).toMatchObject({ outcome: 'cancelled', error: null });
      expect(watcher.snapshot.roles.find(({ name }) => name === 'VM1')?.ownerNode).toBe('Demo2');
    });

    test('a live migration that somebody else began is shown, and can be cancelled', async () => {
      const { backend, simulated } = practice;
      await startedBy(simulated, 'role.liveMigrate', { role: 'VM1', destination: 'Demo1' });
      await simulated.training?.setClock({ advance: 2000 });
      await backend.refresh();
      const operation = await watcher.until('it to be shown', () =>
        watcher.snapshot.operations.find(({ initiator, outcome }) => initiator === 'cluster' && outcome === 'running'),
      );
      expect(operation).toMatchObject({ title: 'Live migrate VM1', migration: { from: 'Demo2' } });
      await startedBy(backend, 'role.cancelMigration', { role: 'VM1' });
      expect((await through(operation, 2000)).at(-1)).toMatchObject({ outcome: 'cancelled', error: null });
      expect(watcher.snapshot.roles.find(({ name }) => name === 'VM1')?.ownerNode).toBe('Demo2');
    });

    test('a drain tells how many roles have left, with each migration as a part of it, and its end', async () => {
      const { backend, simulated } = practice;
      await backend.refresh();
      const operation = await startedBy(backend, 'node.pause', { node: 'Demo2', drain: true });
      await simulated.training?.setClock({ advance: 2000 });
      await backend.refresh();
      const partNow = () => watcher.snapshot.operations.find(({ parent }) => parent === operation.id);
      const part = await watcher.until('its part', partNow);
      expect(part).toMatchObject({ title: 'Live migrate VM1', outcome: 'running' });
      const told = await through(operation, 5000);
      expect(told.at(-1)).toMatchObject({ outcome: 'succeeded', progress: { text: 'Drained' } });
      expect(told.map(({ progress }) => progress.text).some((line) => /^\d of \d roles moved$/.test(line))).toBe(true);
      expect(await ended(part)).toMatchObject({
        title: 'Live migrate VM1 to Demo1',
        outcome: 'succeeded',
        migration: { from: 'Demo2', to: 'Demo1' },
      });
      await ended(await startedBy(backend, 'node.resume', { node: 'Demo2', failback: 'none' }));
    });

    test('a drain that fails says which role stayed, and why', async () => {
      const { backend } = practice;
      await practice.simulated.training?.setClock({ advance: 60_000 });
      await ended(
        await startedBy(backend, 'resource.setPossibleOwners', { resource: 'Virtual Machine VM1', nodes: ['Demo1'] }),
      );
      await backend.refresh();
      const operation = await startedBy(backend, 'node.pause', { node: 'Demo1', drain: true });
      const told = await through(operation, 10_000);
      expect(told.at(-1)).toMatchObject({ outcome: 'failed' });
      expect(told.at(-1)?.error?.message).toMatch(/^The drain of Demo1 failed: VM1 stayed\. .*VM1.*Demo2/);
    });
  });

  describe('what they report', () => {
    test.each([
      ['cluster.collectLog', {}, ['Demo1_cluster.log', 'Demo2_cluster.log']],
      ['cluster.collectLog', { nodes: ['Demo2'], timeSpan: 600_000, localTime: true }, ['Demo2_cluster.log']],
      ['cluster.validate', { nodes: ['Demo1', 'Demo2'] }, ['Validation Report.html']],
      ['role.dependencyReport', { role: 'FS1' }, ['Dependencies of FS1.html']],
      ['resource.dependencyReport', { resource: 'FS1' }, ['Dependencies of FS1.html']],
    ] as const)('is brought back as the simulator says it: %s %j', async (command, input, names) => {
      const { backend, simulated } = practice;
      const operation = await ended(await startedBy(backend, command, input));
      expect(operation).toMatchObject({ outcome: 'succeeded', error: null });
      expect(operation.files?.map(({ name }) => name)).toEqual(names);
      const contents = await contentOf(backend, operation);
      expect(contents).toEqual(await contentOf(simulated, await startedBy(simulated, command, input)));
      expect(operation.files?.map(({ size }) => size)).toEqual(contents.map((content) => Buffer.byteLength(content)));
    });

    test('is not there under another name, or of another operation', async () => {
      const operation = await ended(await startedBy(practice.backend, 'role.dependencyReport', { role: 'FS1' }));
      for (const [id, name] of [
        [operation.id, '../Dependencies of FS1.html'],
        ['operation-999', 'Dependencies of FS1.html'],
      ] as const)
        expect(await practice.backend.readFile(id, name)).toMatchObject({ ok: false, error: { kind: 'notFound' } });
    });

    test('leaves nothing behind where PowerShell ran', () => {
      const left = readdirSync(tmpdir()).filter((name) => /^Regroup-[0-9a-f]{32}$/.test(name));
      const files = left.flatMap((name) => readdirSync(`${tmpdir()}/${name}`));
      expect(files.filter((name) => name.endsWith('_cluster.log'))).toEqual([]);
    });
  });
});

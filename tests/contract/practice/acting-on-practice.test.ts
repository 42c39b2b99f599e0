import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClusterBackend } from '#backend/cluster-backend';
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
describe.skipIf(pwsh === null)('commands through the practice modules', { timeout: 180_000 }, () => {
  let practice: PracticeBackend;
  let watcher: Watcher;

  beforeAll(async () => {
    practice = await practiceBackend(pwsh ?? '', practiceScenario);
    watcher = watch(practice.backend, 90_000);
    const connected = await practice.backend.connect();
    if (!connected.ok) throw new Error(connected.error.message);
  }, 120_000);

  afterAll(() => practice.close());

  const ended = ({ id }: Operation): Promise<Operation> =>
    watcher.until('the end of the operation', () => {
      const operation = watcher.snapshot.operations.find((one) => one.id === id);
      return operation !== undefined && operation.outcome !== 'running' && operation;
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

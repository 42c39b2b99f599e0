import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { presentSnapshot } from '#backend/present-snapshot';
import { startPracticeServer, type PracticeServer } from '#backend/practice/practice-server';
import type { SimulatedBackend } from '#backend/simulated/simulated-backend';
import type { Operation } from '#shared/model/operation';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { run } from '../../../src/cli/run-command';
import { snapshot } from '../../../src/cli/snapshot';
import { openBackend } from '../../support/practice-rig';
import { findPwsh, powerShellFolder } from '../../support/pwsh';

const pwsh = findPwsh();
const role = 'a\nb\u009b31m\u202e`*';
const scenario = `
schema: regroup/scenario/1
title: From the command line
cluster: { name: C }
nodes: [{ name: Demo1 }, { name: Demo2 }]
roles:
  - { name: VM1, type: genericService, owner: Demo1 }
  - { name: ${JSON.stringify(role)}, type: genericService, owner: Demo1 }
`;

describe.skipIf(pwsh === null)('a cluster from the command line', () => {
  let simulated: SimulatedBackend;
  let server: PracticeServer;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'regroup-cli-'));
    simulated = await openBackend(scenario);
    server = await startPracticeServer({ backend: simulated, advanceWhileWaiting: true, epoch: 0 });
    // Time stands still, but for what somebody has begun.
    simulated.subscribe((update) => {
      const begun = update.kind === 'delta' ? (update.delta.upserts.operations ?? []) : [];
      if (begun.some(({ outcome }) => outcome === 'running')) void simulated.training?.setClock({ advance: 60_000 });
    });
    vi.stubEnv('REGROUP_PRACTICE_PIPE', server.pipe);
    vi.stubEnv('REGROUP_PRACTICE_TOKEN', server.token);
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await server.close();
    await simulated.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const reached = ['--powershell', pwsh ?? '', '--module-path', join(powerShellFolder, 'RegroupPractice')];

  const told = async (command: typeof run, words: readonly string[]) => {
    const text = { out: '', errors: '' };
    const code = await command(words, {
      terminal: false,
      print: (more) => (text.out += more),
      complain: (more) => (text.errors += more),
    });
    return { code, ...text };
  };
  const ran = (words: readonly string[]) => told(run, [...words, ...reached, '--user-data', folder]);

  test.each([[[]], [['--cluster', 'C']]])('is printed as one line of JSON: snapshot %j', async (words) => {
    const { code, out, errors } = await told(snapshot, [...words, ...reached]);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(out).toMatch(/^[^\p{Cc}\p{Bidi_Control}]+\n$/u);
    const { nodes, roles, readings } = JSON.parse(out) as ClusterSnapshot;
    expect(nodes.map(({ name, state }) => [name, state])).toEqual([
      ['Demo1', 'Up'],
      ['Demo2', 'Up'],
    ]);
    expect(roles.filter(({ isCoreGroup }) => !isCoreGroup).map(({ name }) => name)).toEqual(['VM1', role]);
    expect(readings.filter(({ problem }) => problem !== null)).toEqual([]);
  });

  test('carries a command out to its end and prints its operation', async () => {
    const { code, out, errors } = await ran(['role.move', `role=${role}`, 'destination=Demo2']);
    expect({ code, errors }).toEqual({
      code: 0,
      errors: expect.stringMatching(
        /^run: Connected to C\. .*\nrun: Move [^\p{Cc}\p{Bidi_Control}]* to Demo2: sent\.\n$/u,
      ) as string,
    });
    expect(out).toMatch(/^[^\p{Cc}\p{Bidi_Control}]+\n$/u);
    const operation = JSON.parse(out) as Operation;
    expect(operation).toMatchObject({ command: 'role.move', outcome: 'succeeded', error: null });
    expect(operation.target).toEqual({ kind: 'role', name: role });
    const owners = presentSnapshot(simulated)?.roles.map(({ name, ownerNode }) => [name, ownerNode]);
    expect(owners).toEqual(
      expect.arrayContaining([
        ['VM1', 'Demo1'],
        [role, 'Demo2'],
      ]),
    );
  });

  test('writes what a command brought back to a folder, under a harmless name', async () => {
    const output = mkdtempSync(join(folder, 'output-'));
    const { code } = await ran(['role.dependencyReport', `role=${role}`, '--output', output]);
    expect(code).toBe(0);
    const [name = '', ...others] = readdirSync(output);
    expect(others).toEqual([]);
    expect(name).toMatch(/^Dependencies of a_b_31m_`_\.html$/);
    expect(readFileSync(join(output, name), 'utf8')).toContain('<html');
  });

  test('says what the cluster refuses, with exit code 1', async () => {
    const { code, out, errors } = await ran(['role.move', 'role=VM1', 'destination=Demo1']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ command: 'role.move', outcome: 'failed' });
    expect(errors).toMatch(/\nrun: VM1 is already on Demo1\. Choose another node\.\n$/);
  });

  test('fails in words without its modules', async () => {
    const { code, out, errors } = await told(snapshot, ['--powershell', pwsh ?? '', '--module-path', folder]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toContain('FailoverClusters is not installed');
  });
});

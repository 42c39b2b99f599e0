import { describe, expect, test } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import { clusterView } from '#shared/model/cluster-view';
import type { JsonValue, Operation } from '#shared/model/operation';
import { failure, success } from '#shared/model/result';
import { sampleSnapshot, type SampleChanges } from '../../../../tests/support/sample-snapshot';
import { computerTime } from '../../real-time';
import { checkCommand } from '../../check-command';
import type { AgentLane, AgentPool } from '../agent/agent-pool';
import { withFate, type AgentRequest, type AgentResult, type RequestFate } from '../agent/agent-request';
import type { MigrationProgress } from '../reading/migration-watch';
import { createCommandRunner } from './command-runner';

interface Asked {
  readonly lane: AgentLane;
  readonly request: AgentRequest;
  answer(result: AgentResult): Promise<void>;
}

function rig({ sample = {} }: { readonly sample?: SampleChanges } = {}) {
  const asked: Asked[] = [];
  const request: AgentPool['request'] = (lane, wanted) =>
    new Promise((resolve) => {
      const answer = async (result: AgentResult): Promise<void> => {
        resolve(result);
        await new Promise(setImmediate);
      };
      asked.push({ lane, request: wanted, answer });
    });
  let acted = 0;
  let view = clusterView(sampleSnapshot(sample));
  const migrations = new Map<string, MigrationProgress>();
  const runner = createCommandRunner({
    request,
    migrations: () => migrations,
    time: computerTime,
    now: () => 1000,
    log: () => undefined,
    changed: () => undefined,
    readNow: () => (acted += 1),
  });
  const execute = async (command: string, input: { readonly [key: string]: JsonValue }): Promise<Operation> => {
    const checked = checkCommand({ command, input }, view);
    if (!checked.ok) throw new Error(checked.error.message);
    const result = await runner.execute(checked.value, view);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const reads = (changes: SampleChanges): void => {
    view = clusterView(sampleSnapshot(changes));
    runner.observe(view);
  };
  const answered = async (result: AgentResult = success({ files: [] })): Promise<void> => asked.at(-1)?.answer(result);
  const present = (operation: Operation): Operation | undefined =>
    runner.operations.find(({ id }) => id === operation.id);
  return { runner, asked, execute, reads, answered, present, migrations, acted: () => acted };
}

const died = (fate: RequestFate): AgentResult =>
  failure(withFate(clusterError('agentCrashed', 'The agent ended.', { advice: 'Look.' }), fate));

const liveMigrate = { role: 'SQL-01', destination: 'Demo2' } as const;

describe('a command on a real cluster', () => {
  test('goes to the writer as steps of data, whatever its names look like', async () => {
    const name = `a'$(throw)\u2019;\n"b`;
    const { execute, asked } = rig({ sample: { roles: { [name]: { state: 'Offline', groupType: 'FileServer' } } } });
    await execute('role.bringOnline', { role: name });
    expect(asked.map(({ lane, request: { op, args } }) => [lane, op, args])).toEqual([
      [
        'write',
        'run',
        {
          steps: [{ kind: 'pipeline', calls: [{ cmdlet: 'Start-ClusterGroup', parameters: { Name: name, Wait: 0 } }] }],
        },
      ],
    ]);
  });

  test('that is done with its cmdlets has succeeded when they returned, and the cluster is read', async () => {
    const { execute, answered, present, acted } = rig();
    const operation = await execute('role.setPriority', { role: 'SQL-01', priority: 'high' });
    expect(operation).toMatchObject({ outcome: 'running', initiator: 'administrator', endedAt: null });
    await answered();
    expect(present(operation)).toMatchObject({ outcome: 'succeeded', endedAt: 1000 });
    expect(acted()).toBe(1);
  });

  test('that a cmdlet refused has failed with the reason', async () => {
    const { execute, answered, present } = rig();
    const operation = await execute('role.liveMigrate', liveMigrate);
    await answered(failure(withFate(clusterError('refused', 'No.', { code: 5016 }), 'failed')));
    expect(present(operation)).toMatchObject({ outcome: 'failed', error: { code: 5016, message: 'No.' } });
    expect(present(operation)?.error).not.toHaveProperty('fate');
  });
});

describe('a migration on a real cluster', () => {
  test('runs until the role stands still on another node', async () => {
    const { execute, answered, reads, present, migrations } = rig();
    const operation = await execute('role.liveMigrate', liveMigrate);
    expect(operation).toMatchObject({ cancel: { command: 'role.cancelMigration' }, migration: { from: 'Demo1' } });
    await answered();
    migrations.set('sql-01', { state: 2, percent: 37, since: 0 });
    reads({ roles: { 'SQL-01': { state: 'Pending' } } });
    expect(present(operation)).toMatchObject({ outcome: 'running', progress: { percent: 37, text: 'Moves' } });
    reads({ roles: { 'SQL-01': { ownerNode: 'Demo2' } } });
    expect(present(operation)).toMatchObject({ outcome: 'succeeded', cancel: null });
  });

  test('that came to a stop where it began has failed, and says where it is', async () => {
    const { execute, answered, reads, present } = rig();
    const operation = await execute('role.liveMigrate', liveMigrate);
    await answered();
    reads({ roles: { 'SQL-01': { state: 'Pending' } } });
    reads({});
    expect(present(operation)).toMatchObject({ outcome: 'failed', error: { message: 'SQL-01 stayed on Demo1.' } });
  });

  test('that has not begun yet is given some readings', async () => {
    const { execute, answered, reads, present } = rig();
    const operation = await execute('role.liveMigrate', liveMigrate);
    await answered();
    reads({});
    reads({});
    expect(present(operation)?.outcome).toBe('running');
    reads({});
    expect(present(operation)?.outcome).toBe('failed');
  });

  test('that was cancelled is cancelled, not failed', async () => {
    const { execute, answered, reads, present } = rig();
    const operation = await execute('role.liveMigrate', liveMigrate);
    await answered();
    reads({ roles: { 'SQL-01': { state: 'Pending' } }, operations: [operation] });
    await execute('role.cancelMigration', { role: 'SQL-01' });
    await answered();
    reads({});
    expect(present(operation)).toMatchObject({ outcome: 'cancelled', error: null });
  });

  test('whose agent died is unknown, is never tried again, and the next readings settle it', async () => {
    const { execute, answered, reads, present, asked } = rig();
    const operation = await execute('role.liveMigrate', liveMigrate);
    await answered(died('unknown'));
    expect(present(operation)).toMatchObject({ outcome: 'unknown', error: { kind: 'agentCrashed' } });
    reads({ roles: { 'SQL-01': { ownerNode: 'Demo2' } } });
    expect(present(operation)).toMatchObject({ outcome: 'succeeded', error: null });
    expect(asked).toHaveLength(1);
  });

  test('that never reached the cluster has failed', async () => {
    const { execute, answered, present } = rig();
    const operation = await execute('role.liveMigrate', liveMigrate);
    await answered(died('notBegun'));
    expect(present(operation)).toMatchObject({ outcome: 'failed' });
  });
});

describe('what goes on after its cmdlets', () => {
  test.each([
    ['role.takeOffline', { role: 'SQL-01' }, { roles: { 'SQL-01': { state: 'Offline' } } }],
    ['role.bringOnline', { role: 'WEB-01' }, { roles: { 'WEB-01': { state: 'Online' } } }],
    ['node.pause', { node: 'Demo1', drain: true }, { nodes: { Demo1: { state: 'Paused', drainStatus: 'Completed' } } }],
    ['disk.moveSharedVolume', { disk: 'CSV1' }, { sharedVolumes: { CSV1: { ownerNode: 'Demo2' } } }],
  ] as const)('%s is over when the cluster says so', async (command, input, then) => {
    const { execute, answered, reads, present } = rig();
    const operation = await execute(command, input);
    await answered();
    expect(present(operation)?.outcome).toBe('running');
    reads(then);
    expect(present(operation)?.outcome).toBe('succeeded');
  });

  test('a drain that fails has failed', async () => {
    const { execute, answered, reads, present } = rig();
    const operation = await execute('node.pause', { node: 'Demo1', drain: true });
    await answered();
    reads({ nodes: { Demo1: { state: 'Paused', drainStatus: 'Failed' } } });
    expect(present(operation)).toMatchObject({ outcome: 'failed' });
  });

  test('a role that comes online and fails has failed with what the cluster says', async () => {
    const { execute, answered, reads, present } = rig();
    const operation = await execute('role.bringOnline', { role: 'WEB-01' });
    await answered();
    reads({ roles: { 'WEB-01': { state: 'Failed' } } });
    expect(present(operation)).toMatchObject({
      outcome: 'failed',
      error: { message: 'WEB-01 failed to come online.' },
    });
  });
});

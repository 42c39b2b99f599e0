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
import type { ClusterEvent } from '#shared/model/cluster-event';
import type { BlackoutRow } from '../reading/rows/blackout-row';
import type { MigrationProgress } from '../reading/migration-watch';
import { createCommandRunner } from './command-runner';

interface Asked {
  readonly lane: AgentLane;
  readonly request: AgentRequest;
  answer(result: AgentResult): Promise<void>;
}

interface RigOptions {
  readonly sample?: SampleChanges;
  /** What the source host logged of its migrations, each time it is asked. */
  readonly blackouts?: () => readonly BlackoutRow[] | null;
  /** What the next reading of events brings. */
  readonly logged?: readonly ClusterEvent[];
}

function rig({ sample = {}, blackouts = () => null, logged = [] }: RigOptions = {}) {
  const events: ClusterEvent[] = [];
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
    blackouts: () => Promise.resolve(blackouts()),
    readEvents: () => {
      events.push(...logged);
      return Promise.resolve();
    },
    events: () => events,
    readNow: () => (acted += 1),
  });
  const execute = async (command: string, input: { readonly [key: string]: JsonValue }): Promise<Operation> => {
    const checked = checkCommand({ command, input }, view);
    if (!checked.ok) throw new Error(checked.error.message);
    const result = await runner.execute(checked.value, view);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const reads = async (changes: SampleChanges): Promise<void> => {
    view = clusterView(sampleSnapshot(changes));
    runner.meet(view);
    runner.observe(view);
    await new Promise(setImmediate);
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

  test('that moves something to where it is already is refused at once, and nothing is sent', async () => {
    const { execute, asked } = rig();
    await expect(execute('role.move', { role: 'SQL-01', destination: 'Demo1' })).rejects.toThrow(
      'SQL-01 is already on Demo1.',
    );
    expect(asked).toEqual([]);
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
    await reads({ roles: { 'SQL-01': { state: 'Pending' } } });
    expect(present(operation)).toMatchObject({ outcome: 'running', progress: { percent: 37, text: 'Moves' } });
    await reads({ roles: { 'SQL-01': { ownerNode: 'Demo2' } } });
    expect(present(operation)).toMatchObject({ outcome: 'succeeded', cancel: null });
  });

  test('to the best possible node is titled with it: from the start where only one can take it, else once it is there', async () => {
    const certain = rig();
    const first = await certain.execute('role.liveMigrate', { role: 'SQL-01' });
    expect(first).toMatchObject({ title: 'Live migrate SQL-01 to Demo2', migration: { to: 'Demo2' } });
    expect(first.input).not.toHaveProperty('destination');

    const sample = { nodes: { Demo2: {}, Demo3: { state: 'Up' } } } as const;
    const open = rig({ sample });
    const second = await open.execute('role.liveMigrate', { role: 'SQL-01' });
    expect(second).toMatchObject({ title: 'Live migrate SQL-01 to the best possible node', migration: { to: '' } });
    await open.answered();
    await open.reads({ ...sample, roles: { 'SQL-01': { ownerNode: 'Demo3' } } });
    expect(open.present(second)).toMatchObject({ title: 'Live migrate SQL-01 to Demo3', migration: { to: 'Demo3' } });
  });

  test('is told with how long the source host measured that the machine stood still, not with an older figure', async () => {
    const id = sampleSnapshot().virtualMachines.find(({ name }) => name === 'SQL-01')?.id ?? '';
    const row = { Machine: 'SQL-01', MachineId: `{${id.toUpperCase()}}` };
    const log = [{ ...row, RecordId: 7, Seconds: 63 }];
    const { execute, answered, reads, present } = rig({ blackouts: () => [...log] });
    const operation = await execute('role.liveMigrate', { role: 'SQL-01' });
    await answered();
    log.unshift({ ...row, RecordId: 9, Seconds: 0.42 }, { RecordId: 8, Machine: 'X', MachineId: 'other', Seconds: 5 });
    await reads({ roles: { 'SQL-01': { ownerNode: 'Demo2' } } });
    expect(present(operation)).toMatchObject({
      outcome: 'succeeded',
      migration: { from: 'Demo1', to: 'Demo2', downtime: 420, total: 0 },
    });
  });

  test('has no measured figure where the host does not tell one', async () => {
    const { execute, answered, reads, present } = rig({ blackouts: () => null });
    const operation = await execute('role.liveMigrate', liveMigrate);
    await answered();
    await reads({ roles: { 'SQL-01': { ownerNode: 'Demo2' } } });
    expect(present(operation)).toMatchObject({ outcome: 'succeeded', migration: { downtime: null } });
  });

  test('that came to a stop where it began has failed, and says where it is', async () => {
    const { execute, answered, reads, present } = rig();
    const operation = await execute('role.liveMigrate', liveMigrate);
    await answered();
    await reads({ roles: { 'SQL-01': { state: 'Pending' } } });
    await reads({});
    expect(present(operation)).toMatchObject({ outcome: 'failed', error: { message: 'SQL-01 stayed on Demo1.' } });
  });

  test('that has not begun yet is given some readings', async () => {
    const { execute, answered, reads, present } = rig();
    const operation = await execute('role.liveMigrate', liveMigrate);
    await answered();
    await reads({});
    await reads({});
    expect(present(operation)?.outcome).toBe('running');
    await reads({});
    expect(present(operation)?.outcome).toBe('failed');
  });

  test('that was cancelled is cancelled, not failed', async () => {
    const { execute, answered, reads, present } = rig();
    const operation = await execute('role.liveMigrate', liveMigrate);
    await answered();
    await reads({ roles: { 'SQL-01': { state: 'Pending' } }, operations: [operation] });
    await execute('role.cancelMigration', { role: 'SQL-01' });
    await answered();
    await reads({});
    expect(present(operation)).toMatchObject({ outcome: 'cancelled', error: null });
  });

  test('whose agent died is unknown, is never tried again, and the next readings settle it', async () => {
    const { execute, answered, reads, present, asked } = rig();
    const operation = await execute('role.liveMigrate', liveMigrate);
    await answered(died('unknown'));
    expect(present(operation)).toMatchObject({ outcome: 'unknown', error: { kind: 'agentCrashed' } });
    await reads({ roles: { 'SQL-01': { ownerNode: 'Demo2' } } });
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

describe('a migration that nobody started here', () => {
  const pending = { roles: { 'SQL-01': { state: 'Pending' } } } as const;
  const queued = { roles: { 'SQL-01': { state: 'Pending', statusInformation: 'Queued' } } } as const;

  test('is an operation as soon as the cluster tells of it, and stays with its end and its blackout', async () => {
    const log = [{ Machine: 'SQL-01', MachineId: null, RecordId: 7, Seconds: 63 }];
    const { reads, runner, migrations } = rig({ blackouts: () => [...log] });
    await reads(pending);
    expect(runner.operations).toEqual([]);
    migrations.set('sql-01', { state: 2, percent: 49, since: 500 });
    await reads(pending);
    await reads(pending);
    expect(runner.operations).toMatchObject([
      { title: 'Live migrate SQL-01', initiator: 'cluster', startedAt: 500, migration: { from: 'Demo1', to: '' } },
    ]);
    log.unshift({ Machine: 'SQL-01', MachineId: null, RecordId: 9, Seconds: 0.42 });
    await reads({ roles: { 'SQL-01': { ownerNode: 'Demo2' } } });
    expect(runner.operations).toMatchObject([
      {
        title: 'Live migrate SQL-01 to Demo2',
        outcome: 'succeeded',
        cancel: null,
        migration: { from: 'Demo1', to: 'Demo2', downtime: 420, total: 500 },
      },
    ]);
  });

  test.each([
    ['runs', pending, 2],
    ['waits for a slot', queued, 0],
  ] as const)('can be cancelled while it %s', async (_, sample, state) => {
    const { execute, answered, reads, runner, migrations } = rig();
    migrations.set('sql-01', { state, percent: 0, since: 0 });
    await reads(sample);
    await reads({ ...sample, operations: [...runner.operations] });
    await execute('role.cancelMigration', { role: 'SQL-01' });
    await answered();
    await reads({});
    expect(runner.operations).toMatchObject([
      { command: 'role.liveMigrate', outcome: 'cancelled', error: null },
      { command: 'role.cancelMigration', outcome: 'succeeded' },
    ]);
  });

  test('is a part of the drain that empties its node', async () => {
    const { execute, reads, runner } = rig();
    const drain = await execute('node.pause', { node: 'Demo1', drain: true });
    await reads(queued);
    expect(runner.operations.at(-1)).toMatchObject({ command: 'role.liveMigrate', parent: drain.id });
  });

  test('is not a second operation beside the one that started it', async () => {
    const { execute, reads, runner } = rig();
    const operation = await execute('role.liveMigrate', liveMigrate);
    await reads(queued);
    expect(runner.operations.map(({ id }) => id)).toEqual([operation.id]);
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
    await reads(then);
    expect(present(operation)?.outcome).toBe('succeeded');
  });

  test('a drain tells how many roles have left', async () => {
    const { execute, answered, reads, present } = rig();
    const roles = sampleSnapshot().roles.filter(({ ownerNode }) => ownerNode === 'Demo1');
    const operation = await execute('node.pause', { node: 'Demo1', drain: true });
    await answered();
    const draining = { Demo1: { state: 'Paused', drainStatus: 'InProgress' } } as const;
    await reads({ nodes: draining });
    expect(present(operation)?.progress).toMatchObject({ percent: 0, text: `0 of ${roles.length} roles moved` });
    await reads({ nodes: draining, roles: { 'SQL-01': { ownerNode: 'Demo2' } } });
    expect(present(operation)?.progress.text).toBe(`1 of ${roles.length} roles moved`);
  });

  test('a drain that fails says which roles stayed, and what the node logged about them', async () => {
    const event: ClusterEvent = {
      sequence: 1,
      time: 5,
      id: 1137,
      level: 'error',
      channel: 'System',
      source: 'FailoverClustering',
      node: 'Demo1',
      subject: { kind: 'role', name: 'SQL-01' },
      message: 'No node has the memory for SQL-01.',
    };
    const { execute, answered, reads, present } = rig({ logged: [event] });
    const operation = await execute('node.pause', { node: 'Demo1', drain: true });
    await answered();
    await reads({ nodes: { Demo1: { state: 'Paused', drainStatus: 'Failed' } } });
    expect(present(operation)).toMatchObject({
      outcome: 'failed',
      error: {
        message: expect.stringMatching(
          /^The drain of Demo1 failed: .*SQL-01.* stayed\. No node has the memory/,
        ) as string,
      },
    });
  });

  test('a role that comes online and fails has failed with what the cluster says', async () => {
    const { execute, answered, reads, present } = rig();
    const operation = await execute('role.bringOnline', { role: 'WEB-01' });
    await answered();
    await reads({ roles: { 'WEB-01': { state: 'Failed' } } });
    expect(present(operation)).toMatchObject({
      outcome: 'failed',
      error: { message: 'WEB-01 failed to come online.' },
    });
  });
});

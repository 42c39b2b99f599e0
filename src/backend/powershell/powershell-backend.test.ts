import { describe, expect, test } from 'vitest';
import { watch } from '../../../tests/contract/watcher';
import { ManualTime } from '../../../tests/support/manual-time';
import { connected, readingRig, turns, waitingFor } from '../../../tests/support/reading-rig';
import type { ClusterTransport } from './cluster-transport';
import { createPowerShellBackend } from './powershell-backend';

describe('connecting', () => {
  test('shows the tree as soon as the cheap sections are there, then what is dear and what only nodes know', async () => {
    const made = readingRig(
      ({ section, lane }) => typeof lane === 'string' && !['owners', 'parameters'].includes(section),
    );
    const watcher = watch(made.backend);
    expect(await made.backend.connect()).toEqual({ ok: true, value: null });
    expect(made.transport.asked.slice(0, 8).sort()).toEqual(
      ['cluster', 'groups', 'interfaces', 'networks', 'nodes', 'quorum', 'resources', 'sharedVolumes'].sort(),
    );
    expect(watcher.updates.slice(0, 2)).toMatchObject([
      { kind: 'connection', connection: { status: 'connecting' } },
      { kind: 'snapshot' },
    ]);
    expect(watcher.connection?.status).toBe('connected');
    expect(watcher.snapshot.roles.map(({ name }) => name)).toContain('SQL-01');
    expect(watcher.snapshot.virtualMachines).toEqual([]);

    made.transport.auto = () => true;
    for (const read of [...made.transport.pending]) if (read.section !== 'watch') read.answer();
    await made.pass(1000);
    expect(watcher.snapshot.virtualMachines.map(({ name }) => name).sort()).toEqual(['SQL-01', 'TEST-01', 'WEB-01']);
    expect(watcher.snapshot.nodes[0]?.memoryTotal).toBeGreaterThan(0);
  });

  test('shows what there is when a cheap section hangs, and the rest as soon as it comes', async () => {
    const made = readingRig(({ section }) => section !== 'resources');
    const watcher = watch(made.backend);
    const connecting = made.backend.connect();
    await made.pass(5000);
    expect(await connecting).toEqual({ ok: true, value: null });
    expect(watcher.snapshot.roles.length).toBeGreaterThan(3);
    expect(watcher.snapshot.resources).toEqual([]);
    waitingFor(made, 'resources').answer();
    await made.pass(1000);
    expect(watcher.snapshot.resources.length).toBeGreaterThan(3);
  });

  test('fails with the reason when the roles cannot be read, and can be tried again', async () => {
    const made = readingRig(({ section }) => section !== 'groups');
    const watcher = watch(made.backend);
    const connecting = made.backend.connect();
    await turns();
    waitingFor(made, 'groups').fail('accessDenied', 'Access is denied.');
    expect(await connecting).toMatchObject({
      ok: false,
      error: { kind: 'accessDenied', message: 'Access is denied.' },
    });
    expect(watcher.connection?.status).toBe('lost');
    expect(made.transport.pending).toEqual([]);
    made.transport.auto = () => true;
    expect(await made.backend.connect()).toEqual({ ok: true, value: null });
  });

  test('fails as soon as one thing that is needed cannot be read, and waits for no other', async () => {
    const made = readingRig(() => false);
    const connecting = made.backend.connect();
    await turns();
    waitingFor(made, 'cluster').fail('agentCrashed', "PowerShell's agent ended with code 1.");
    expect(await connecting).toMatchObject({ ok: false, error: { kind: 'agentCrashed' } });
  });
});

describe('destinations', () => {
  test('are the nodes with what speaks against each, as far as the cluster tells', async () => {
    const made = readingRig(() => true, { nodes: { Demo3: { state: 'Paused', nodeNumber: 3 } } });
    await connected(made);
    const answer = await made.backend.query('destinations', { role: 'sql-01', kind: 'live' });
    expect(answer).toMatchObject({
      ok: true,
      value: [
        { node: 'Demo1', excluded: 'SQL-01 is already on Demo1.', best: false },
        { node: 'Demo2', excluded: null, best: true, predicted: null, warning: null },
        { node: 'Demo3', excluded: expect.stringContaining('paused') as string, best: false },
      ],
    });
    expect(await made.backend.query('destinations', { role: 'FS1', kind: 'live' })).toMatchObject({
      value: expect.arrayContaining([
        expect.objectContaining({ node: 'Demo1', excluded: 'FS1 is not a virtual machine.' }),
      ]) as unknown,
    });
    expect(await made.backend.query('destinations', { role: 'nobody', kind: 'move' })).toEqual({ ok: true, value: [] });
  });
});

describe('commands', () => {
  test('are checked against what was read, and begin when nothing is against them', async () => {
    const made = readingRig();
    await connected(made);
    const execute = (input: { role: string }) => made.backend.execute({ command: 'role.takeOffline', input });
    expect(await execute({ role: 'FS1' })).toMatchObject({
      ok: true,
      value: { command: 'role.takeOffline', outcome: 'running' },
    });
    expect(await execute({ role: 'nobody' })).toMatchObject({ ok: false, error: { kind: 'notFound' } });
  });
});

test('commands need a second hop where agents run on a node, and none where they run here and name the node', () => {
  expect(readingRig().backend.capabilities.secondHop).toBe(true);
  const here: ClusterTransport = { namesNodes: true, seats: () => [], open: () => expect.fail('Nothing is opened.') };
  const local = createPowerShellBackend({
    transport: here,
    time: new ManualTime(),
    now: () => 0,
    log: () => undefined,
  });
  expect(local.capabilities.secondHop).toBe(false);
});

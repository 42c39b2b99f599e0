import { describe, expect, test } from 'vitest';
import { watch } from '../../../tests/contract/watcher';
import { connected, readingRig, timesAsked, timeStep, turns, waitingFor } from '../../../tests/support/reading-rig';

describe('reading again', () => {
  test('tells what changed and nothing else', async () => {
    const made = readingRig();
    const watcher = await connected(made);
    const before = watcher.updates.length;
    made.change({ roles: { 'SQL-01': { state: 'Failed' } } });
    await made.pass(5000);
    await made.pass(1000);
    const deltas = watcher.updates.slice(before).flatMap((update) => (update.kind === 'delta' ? [update.delta] : []));
    const upserts = deltas.map(({ upserts }) => upserts).filter((one) => Object.keys(one).length > 0);
    expect(upserts).toMatchObject([{ roles: [{ name: 'SQL-01', state: 'Failed' }] }]);
    expect(Object.keys(upserts[0] ?? {})).toEqual(['roles']);
  });

  test('is done every 5 seconds while somebody looks, and every 30 when nobody does', async () => {
    const made = readingRig();
    const watcher = await connected(made);
    const begun = timesAsked(made, 'nodes');
    for (let read = 0; read < 6; read += 1) await made.pass(5000);
    expect(timesAsked(made, 'nodes') - begun).toBe(6);
    watcher.stop();
    const unwatched = timesAsked(made, 'nodes');
    for (let read = 0; read < 12; read += 1) await made.pass(5000);
    expect(timesAsked(made, 'nodes') - unwatched).toBe(2);
    watch(made.backend);
    await made.pass(5000);
    await made.pass(5000);
    expect(timesAsked(made, 'nodes') - unwatched).toBeGreaterThanOrEqual(3);
  });

  test('rests five times as long as it took', async () => {
    const made = readingRig();
    await connected(made);
    made.transport.auto = ({ section }) => section !== 'groups';
    while (!made.transport.pending.some(({ section }) => section === 'groups')) await made.pass(timeStep);
    const asked = timesAsked(made, 'groups');
    made.time.spend(4000);
    waitingFor(made, 'groups').answer();
    await turns();
    await made.pass(19_500);
    expect(timesAsked(made, 'groups')).toBe(asked);
    await made.pass(1000);
    expect(timesAsked(made, 'groups')).toBe(asked + 1);
  });

  test('follows a push at once, and only what it is about', async () => {
    const made = readingRig();
    await connected(made);
    made.transport.push({ what: '', name: '' });
    const before = made.transport.asked.length;
    made.transport.push({ what: 'group', name: 'SQL-01' });
    made.transport.push({ what: 'group', name: 'FS1' });
    await made.pass(200);
    expect(made.transport.asked.slice(before)).toEqual(['groups']);
  });

  test('looks every 2 seconds how far the migration of a role is that is on its way', async () => {
    const made = readingRig(() => true, { roles: { 'SQL-01': { state: 'Pending' } } });
    await connected(made);
    const before = timesAsked(made, 'migrations');
    await made.pass(2000);
    await made.pass(2000);
    expect(timesAsked(made, 'migrations') - before).toBe(2);
    made.change({});
    await made.pass(2000);
    const after = timesAsked(made, 'migrations');
    await made.pass(2000);
    await made.pass(2000);
    expect(timesAsked(made, 'migrations')).toBe(after);
  });

  test('shows migrations that nobody here started, with how far Windows says they are', async () => {
    const made = readingRig(({ section }) => section !== 'migrations', { roles: { 'SQL-01': { state: 'Pending' } } });
    const watcher = await connected(made);
    const resource = waitingFor(made, 'migrations').request.args['resources'];
    expect(resource).toEqual(['Virtual Machine SQL-01']);
    const row = (name: string, value: number) => ({
      Owner: 'Virtual Machine SQL-01',
      Kind: 'resource',
      Name: name,
      Value: value,
    });
    waitingFor(made, 'migrations').answerWith([row('MigrationState', 2), row('MigrationProgress', 40)]);
    await made.pass(500);
    expect(watcher.snapshot.operations).toMatchObject([
      {
        target: { kind: 'role', name: 'SQL-01' },
        initiator: 'cluster',
        outcome: 'running',
        progress: { percent: 40, text: 'Copying memory' },
      },
    ]);
    made.change({});
    await made.pass(6000);
    expect(watcher.snapshot.operations).toMatchObject([{ outcome: 'failed', progress: { text: 'Failed' } }]);
  });

  test('of everything gives a full snapshot', async () => {
    const made = readingRig();
    const watcher = await connected(made);
    made.change({ roles: { 'SQL-01': { state: 'Failed' } } });
    expect(await made.backend.refresh()).toEqual({ ok: true, value: null });
    expect(watcher.updates.filter(({ kind }) => kind === 'snapshot')).toHaveLength(2);
    expect(watcher.snapshot.roles.find(({ name }) => name === 'SQL-01')?.state).toBe('Failed');
  });
});

import { describe, expect, test } from 'vitest';
import { watch } from '../../../tests/contract/watcher';
import { connected, readingRig, turns, waitingFor, type ReadingRig } from '../../../tests/support/reading-rig';

const rowOf = ({ transport }: ReadingRig, section: 'cluster') => transport.rows.cluster[section][0] ?? {};

describe('a connection', () => {
  test('whose node dies is told lost with the reason, goes on at another node, and shows its data all the while', async () => {
    const made = readingRig();
    const watcher = await connected(made);
    const roles = watcher.snapshot.roles;
    made.transport.auto = ({ seat, section }) => seat !== 'Demo1' && section !== 'groups';
    await made.pass(5000);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      waitingFor(made, 'nodes').fail('agentCrashed', "PowerShell's agent ended with code 1.");
      await turns();
    }
    expect(watcher.connection).toMatchObject({
      status: 'lost',
      error: { kind: 'agentCrashed', advice: expect.stringContaining('other nodes') as string },
    });
    expect(watch(made.backend).connection?.status).toBe('lost');
    expect(watcher.snapshot.roles).toBe(roles);
    expect(made.transport.opened).toEqual(['Demo1', 'Demo1']);
    for (const section of ['cluster', 'nodes', 'nodes', 'groups'])
      made.transport.pending.find((read) => read.section === section)?.fail('timeout', 'It hangs.');
    await turns();
    while (made.transport.opened.length < 3) {
      for (const read of [...made.transport.pending]) read.fail('timeout', 'It hangs.');
      await turns();
    }
    expect(made.transport.opened.at(-1)).toBe('Demo2');
    made.transport.auto = () => true;
    for (const read of [...made.transport.pending]) if (read.section !== 'watch') read.answer();
    await made.pass(1000);
    expect(watcher.connection?.status).toBe('connected');
    expect(watcher.snapshot.readings.find(({ section }) => section === 'roles')).toMatchObject({
      fromNode: 'Demo2',
      problem: null,
    });
  });

  test('that is lost for what somebody has to mend says that, and that it is still tried', async () => {
    const made = readingRig();
    const watcher = await connected(made);
    made.transport.auto = ({ seat, section }) => seat !== 'Demo1' && section !== 'groups';
    await made.pass(5000);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      waitingFor(made, 'nodes').fail('accessDenied', 'Access is denied.', 'Ask for the right to read it.');
      await turns();
    }
    expect(watcher.connection).toMatchObject({
      status: 'lost',
      error: { advice: expect.stringMatching(/^Ask for the right to read it\. Regroup goes on trying/) as string },
    });
  });

  test('that was lost goes on at no node of another cluster', async () => {
    const made = readingRig();
    const watcher = await connected(made);
    const before = watcher.snapshot;
    made.transport.auto = ({ seat, section }) => seat === 'Demo2' && section !== 'cluster';
    await made.pass(5000);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      waitingFor(made, 'nodes').fail('agentCrashed', "PowerShell's agent ended with code 1.");
      await turns();
    }
    made.change({ roles: { 'SQL-01': { state: 'Failed' } } });
    waitingFor(made, 'cluster').fail('timeout', 'It hangs.');
    await turns();
    expect(made.transport.opened.at(-1)).toBe('Demo2');
    waitingFor(made, 'cluster').answerWith([{ ...rowOf(made, 'cluster'), Id: 'another', Name: 'OTHER' }]);
    await made.pass(500);
    expect(watcher.connection).toMatchObject({
      status: 'lost',
      error: { kind: 'refused', message: 'Demo2 belongs to the cluster OTHER now, not to HVCLUSTER.' },
    });
    expect(watcher.snapshot.cluster).toEqual(before.cluster);
    expect(watcher.snapshot.roles).toEqual(before.roles);
  });

  test('is not lost by one agent that dies', async () => {
    const made = readingRig();
    const watcher = await connected(made);
    made.transport.auto = ({ section }) => section !== 'nodes';
    await made.pass(5000);
    waitingFor(made, 'nodes').fail('agentCrashed', 'It died.');
    await turns();
    waitingFor(made, 'nodes').answer();
    await made.pass(1000);
    expect(watcher.connection?.status).toBe('connected');
    expect(made.transport.opened).toEqual(['Demo1']);
  });

  test('that no node answers is tried again, with longer and longer pauses', async () => {
    const made = readingRig(() => false);
    const refuse = async (): Promise<void> => {
      for (const read of [...made.transport.pending]) read.fail('notConnected', 'Nobody is there.');
      await turns();
    };
    const watcher = watch(made.backend);
    made.transport.auto = () => true;
    await made.backend.connect();
    await made.pass(1000);
    made.transport.auto = () => false;
    await made.pass(5000);
    const tries: number[] = [];
    let opened = made.transport.opened.length;
    for (let wait = 0; wait < 4000 && tries.length < 7; wait += 1) {
      await refuse();
      if (made.transport.opened.length >= opened + 2) {
        tries.push(made.time.now());
        opened = made.transport.opened.length;
      } else {
        await made.pass(500);
      }
    }
    expect(watcher.connection?.status).toBe('lost');
    const gaps = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(gaps.every((gap, index) => index === 0 || gap >= (gaps[index - 1] ?? 0))).toBe(true);
    expect(gaps.at(-1)).toBeGreaterThan(gaps[0] ?? 0);
    expect(await made.backend.refresh()).toMatchObject({ ok: false, error: { kind: 'notConnected' } });
    expect(await made.backend.query('destinations', { role: 'SQL-01', kind: 'move' })).toMatchObject({ ok: true });
  });
});

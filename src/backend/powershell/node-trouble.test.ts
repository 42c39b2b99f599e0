import { describe, expect, test } from 'vitest';
import { connected, isOfNode, readingRig, turns } from '../../../tests/support/reading-rig';

describe('a node', () => {
  test('that hangs keeps its rows with their age and the reason; the others go on', async () => {
    const made = readingRig();
    const watcher = await connected(made);
    const machines = watcher.snapshot.virtualMachines;
    made.transport.auto = (read) => !isOfNode('Demo2')(read);
    await made.pass(30_000);
    const hanging = made.transport.pending.find(isOfNode('Demo2'));
    hanging?.fail('timeout', 'There was no answer within 30 seconds, so the agent was ended.');
    await made.pass(1000);
    const reading = (node: string) =>
      watcher.snapshot.readings.find(({ section, ofNode }) => section === 'virtualMachines' && ofNode === node);
    expect(reading('Demo2')).toMatchObject({
      problem: expect.stringContaining('no answer') as string,
      fromNode: 'Demo2',
    });
    expect(reading('Demo2')?.readAt).toBeLessThan(2000);
    expect(reading('Demo1')).toMatchObject({ problem: null });
    expect(watcher.snapshot.virtualMachines).toEqual(machines);
    expect(watcher.connection?.status).toBe('connected');
  });

  test('that hangs again and again is asked less and less often', async () => {
    const made = readingRig((read) => !isOfNode('Demo2')(read));
    await connected(made);
    const gaps: number[] = [];
    for (let failure = 0; failure < 4; failure += 1) {
      made.transport.pending.find(isOfNode('Demo2'))?.fail('timeout', 'It hangs.');
      await turns();
      const since = made.time.now();
      while (!made.transport.pending.some(isOfNode('Demo2'))) await made.pass(5000);
      gaps.push(made.time.now() - since);
    }
    expect(gaps).toEqual([60_000, 120_000, 240_000, 300_000]);
  });

  test('that is down is not asked, and read at once when it is up again', async () => {
    const made = readingRig(() => true, { nodes: { Demo2: { state: 'Down' } } });
    const watcher = await connected(made);
    expect(made.transport.asked.filter((asked) => asked.startsWith('Demo2/'))).toEqual([]);
    expect(watcher.snapshot.readings.find(({ ofNode }) => ofNode === 'Demo2')?.problem).toBe('Demo2 is down.');
    made.change({});
    await made.pass(5000);
    expect(made.transport.asked).toContain('Demo2/machines');
    await made.pass(1000);
    expect(watcher.snapshot.readings.find(({ ofNode }) => ofNode === 'Demo2')?.problem).toBeNull();
  });

  test.each([
    ['hangs', 'timeout', 'There was no answer within 30 seconds, so the agent was ended.'],
    ['lets nobody in', 'accessDenied', 'Access is denied.'],
  ] as const)('that %s from the beginning says so of its events too', async (_, kind, message) => {
    const made = readingRig((read) => !isOfNode('Demo2')(read));
    const watcher = await connected(made);
    const ofEvents = () => watcher.snapshot.readings.filter(({ section }) => section === 'events');
    made.transport.pending.find(isOfNode('Demo2'))?.fail(kind, message);
    await made.pass(1000);
    expect(ofEvents()).toMatchObject([
      { ofNode: 'Demo1', problem: null, fromNode: 'Demo1', readAt: expect.any(Number) as number },
      { ofNode: 'Demo2', problem: message, fromNode: null, readAt: 0 },
    ]);
    made.transport.auto = () => true;
    await made.pass(60_000);
    expect(ofEvents().map(({ problem }) => problem)).toEqual([null, null]);
  });

  test('that stops telling its events keeps their age, with the reason, and tells the rest', async () => {
    const made = readingRig();
    const watcher = await connected(made);
    made.transport.auto = (read) => !(isOfNode('Demo2')(read) && read.section === 'events');
    while (!made.transport.pending.some(isOfNode('Demo2'))) await made.pass(1000);
    made.transport.pending.find(isOfNode('Demo2'))?.fail('refused', 'The event log is full.');
    await made.pass(1000);
    const reading = (part: string) =>
      watcher.snapshot.readings.find(({ section, ofNode }) => section === part && ofNode === 'Demo2');
    expect(reading('events')).toMatchObject({ problem: 'The event log is full.', fromNode: 'Demo2' });
    expect(reading('events')?.readAt).toBeLessThan(2000);
    expect(reading('virtualMachines')?.problem).toBeNull();
  });

  test('is read wholly when everything is read anew', async () => {
    const made = readingRig();
    await connected(made);
    const before = made.transport.asked.length;
    await made.backend.refresh();
    for (const section of ['machines', 'host', 'events', 'machineDisks'])
      expect(made.transport.asked.slice(before)).toContain(`Demo2/${section}`);
  });

  test('without Hyper-V is no problem', async () => {
    const made = readingRig(({ section }) => section !== 'machines' && section !== 'host');
    const watcher = await connected(made);
    for (const section of ['machines', 'host'])
      for (const node of ['Demo1', 'Demo2']) {
        made.transport.pending
          .find((read) => read.section === section && isOfNode(node)(read))
          ?.fail('unsupported', 'There is no Get-VM.');
        await turns();
      }
    await made.pass(1000);
    expect(watcher.snapshot.readings.filter(({ problem }) => problem !== null)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { ReadPart } from '#shared/model/snapshot';
import {
  connected,
  isOfNode,
  readingRig,
  timesAsked,
  timeStep,
  waitingFor,
  type ReadingRig,
} from '../../../tests/support/reading-rig';

const minute = 60_000;

/** How often each section is asked for within so many minutes. */
async function timesIn(made: ReadingRig, minutes: number, sections: readonly string[]): Promise<readonly number[]> {
  const before = sections.map((section) => timesAsked(made, section));
  await made.pass(minutes * minute);
  return sections.map((section, index) => timesAsked(made, section) - (before[index] ?? 0));
}

/** What is asked for next. */
async function askedSoon(made: ReadingRig): Promise<readonly string[]> {
  const before = made.transport.asked.length;
  await made.pass(timeStep);
  return made.transport.asked.slice(before);
}

const places: readonly (readonly [place: string, parts: readonly ReadPart[], sections: readonly string[]])[] = [
  ['Storage', ['disks', 'sharedVolumes'], ['resources', 'sharedVolumes', 'sharedVolumeStates', 'availableDisks']],
  ['Networks', ['networks', 'networkInterfaces'], ['networks', 'interfaces']],
  ['Services and applications', ['roles', 'virtualMachines'], ['groups', 'resources', 'Demo1/machines']],
  ['Nodes', ['nodes'], ['nodes', 'Demo1/host', 'Demo2/host']],
  ['Cluster events', ['events'], ['Demo1/events', 'Demo2/events']],
];

describe('what a window shows of a cluster', () => {
  test.each(places)('is read more often than what it does not show, which goes on: %s', async (_, parts, sections) => {
    const made = readingRig();
    await connected(made);
    made.look(...parts);
    const shown = await timesIn(made, 6, sections);
    made.look();
    const aside = await timesIn(made, 6, sections);
    aside.forEach((times, index) => {
      expect(times).toBeGreaterThan(0);
      expect(shown[index]).toBeGreaterThanOrEqual(2.5 * times);
    });
  });

  test('is read at once when it is opened and older than it would be there, and not again a moment later', async () => {
    const made = readingRig();
    await connected(made);
    made.look('roles');
    await made.pass(2 * minute);
    made.look('disks', 'sharedVolumes');
    expect(await askedSoon(made)).toEqual(
      expect.arrayContaining(['sharedVolumeStates', 'availableDisks', 'diskSizes']),
    );
    made.look('roles');
    await made.pass(timeStep);
    made.look('disks', 'sharedVolumes');
    expect(await askedSoon(made)).toEqual([]);
  });

  test('comes before what else is due, also where one waits for the other', async () => {
    const made = readingRig();
    await connected(made);
    made.look('roles');
    made.transport.auto = ({ section }) => section !== 'owners' && section !== 'parameters';
    while (!made.transport.pending.some(({ section }) => section === 'owners')) await made.pass(timeStep);
    // Everything that is dear is due by now, and waits for the one that hangs.
    await made.pass(6 * minute);
    made.look('disks');
    const before = made.transport.asked.length;
    waitingFor(made, 'owners').answer();
    await made.pass(0);
    const dear = new Set(['dependencies', 'parameters', 'sharedVolumeStates', 'availableDisks', 'diskSizes']);
    const order = made.transport.asked.slice(before).filter((section) => dear.has(section));
    expect(order.slice(0, 2).sort()).toEqual(['availableDisks', 'diskSizes']);
    expect(order).toContain('dependencies');
  });

  test('does not wait for something else that hangs on the node', async () => {
    const made = readingRig((read) => !(isOfNode('Demo2')(read) && read.section === 'machines'));
    await connected(made);
    made.look('events');
    for (let read = 0; read < 3; read += 1) {
      while (!made.transport.pending.some(isOfNode('Demo2'))) await made.pass(1000);
      made.transport.pending.find(isOfNode('Demo2'))?.fail('timeout', 'It hangs.');
      await made.pass(minute / 2);
    }
    const [events = 0] = await timesIn(made, 1, ['Demo2/events']);
    expect(events).toBeGreaterThanOrEqual(5);
  });
});

describe('a cluster', () => {
  test('that is open tells how its nodes and roles stand as often as ever, whatever the place', async () => {
    const made = readingRig();
    await connected(made);
    made.look('cluster', 'quorum', 'networks');
    const states = ['cluster', 'nodes', 'quorum', 'groups'];
    expect(await timesIn(made, 1, states)).toEqual(states.map(() => 12));
    const [machines = 0, owners = 0] = await timesIn(made, 6, ['Demo1/machines', 'owners']);
    expect(machines).toBeLessThanOrEqual(12);
    expect(owners).toBeLessThanOrEqual(2);
  });

  test('that no window shows is read less often than one that is shown, and everything of it goes on', async () => {
    const made = readingRig();
    await connected(made);
    const sections = [...new Set(made.transport.asked)].filter((asked) => asked !== 'watch');
    const shown = await timesIn(made, 60, sections);
    made.attention.looks(1, { connection: 'another', parts: ['roles', 'disks'] });
    const aside = await timesIn(made, 60, sections);
    expect(Math.min(...aside)).toBeGreaterThan(0);
    aside.forEach((times, index) => expect(shown[index]).toBeGreaterThan(times));
    const states = ['cluster', 'nodes', 'quorum', 'groups', 'resources'];
    expect(await timesIn(made, 1, states)).toEqual(states.map(() => 4));
  });

  test('that two windows show is read as both need it', async () => {
    const made = readingRig();
    await connected(made);
    made.look('networks');
    made.attention.looks(2, { connection: 'prod', parts: ['events'] });
    const [networks = 0, events = 0, volumes = 0] = await timesIn(made, 2, [
      'networks',
      'Demo1/events',
      'sharedVolumes',
    ]);
    expect(networks).toBeGreaterThan(2 * volumes);
    expect(events).toBeGreaterThanOrEqual(10);
  });

  test('whose windows cannot be seen is read every 30 seconds, and at once when one can be seen again', async () => {
    const made = readingRig();
    await connected(made);
    made.attention.isSeen(1, false);
    expect(await timesIn(made, 1, ['nodes'])).toEqual([2]);
    await made.pass(10_000);
    made.attention.isSeen(1, true);
    expect(await askedSoon(made)).toContain('nodes');
  });
});

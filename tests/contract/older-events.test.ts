import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ClusterBackend } from '#backend/cluster-backend';
import { createPowerShellBackend } from '#backend/powershell/powershell-backend';
import type { EventPage } from '#shared/contract/queries';
import type { ClusterEvent } from '#shared/model/cluster-event';
import { historySteps, longHistory, twoNodesFile } from '../support/long-history';
import { ManualTime } from '../support/manual-time';
import { practiceBackend } from '../support/practice-backend';
import { findPwsh } from '../support/pwsh';
import { rowsOfSnapshot } from '../support/rows-of-snapshot';
import { standInCluster, type StandInAnswer } from '../support/stand-in-cluster';
import { watch } from './watcher';

const pwsh = findPwsh();
const patience = 60_000;

/** What makes an event that event. */
function tellingOf({ node, time, id, channel, message }: ClusterEvent): string {
  return JSON.stringify([node, time, id, channel, message]);
}

/** The simulator's own events in the order of a log of all nodes: newest first, of one moment by node. */
function truthOf(events: readonly ClusterEvent[]): readonly string[] {
  const order = (one: ClusterEvent, other: ClusterEvent): number =>
    other.time - one.time || (one.node === other.node ? 0 : one.node < other.node ? 1 : -1);
  return [...events]
    .sort((one, other) => order(one, other) || other.sequence - one.sequence)
    .map((event) => tellingOf(event));
}

/** Pages to the end, as a window asks for them. */
async function readAll(backend: ClusterBackend): Promise<readonly EventPage[]> {
  const pages: EventPage[] = [];
  for (let before: number | undefined | null; before !== null;) {
    const page = await backend.query('events', { limit: 300, ...(before !== undefined && { before }) });
    if (!page.ok) throw new Error(page.error.message);
    pages.push(page.value);
    before = page.value.next;
    if (pages.length > 50) throw new Error('The pages have no end.');
  }
  return pages;
}

async function connected(backend: ClusterBackend): Promise<ReturnType<typeof watch>> {
  const watcher = watch(backend, patience);
  const answer = await backend.connect();
  if (!answer.ok) throw new Error(answer.error.message);
  await watcher.until('the first events', () => watcher.events.length > 0);
  return watcher;
}

describe('Events from before the newest of each channel', () => {
  const cluster = longHistory(100);
  const rows = rowsOfSnapshot(cluster.snapshot(), cluster.events());

  const standIn = async (answer: StandInAnswer = () => undefined): Promise<ClusterBackend> => {
    const made = await standInCluster({ seats: ['Demo1', 'Demo2'], rows: () => rows, answer });
    const backend = createPowerShellBackend({
      transport: made.transport,
      // It stands still: the first events are told when all nodes have told theirs, however long that takes.
      time: new ManualTime(),
      now: Date.now,
      log: () => undefined,
    });
    onTestFinished(async () => {
      await backend.close();
      await made.close();
    });
    return backend;
  };

  test('come page by page from all nodes in one order, each once', async () => {
    const backend = await standIn();
    const watcher = await connected(backend);
    const truth = truthOf(cluster.events());
    expect(truth.length).toBeGreaterThan(900);
    expect(watcher.events.length).toBeLessThan(truth.length);
    const pages = await readAll(backend);
    const events = pages.flatMap((page) => page.events);
    expect(events.map(tellingOf)).toEqual(truth);
    const sequences = events.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => other - one));
    expect(pages.flatMap(({ gaps }) => gaps)).toEqual([]);
    // Once more, and nothing is told twice or under another sequence.
    expect((await readAll(backend)).flatMap((page) => page.events)).toEqual(events);
  });

  test('are found by what is looked for, however far back they are', async () => {
    const backend = await standIn();
    await connected(backend);
    const wanted = cluster.events().filter(({ channel }) => channel.includes('Hyper-V'));
    const [oldest] = wanted;
    if (oldest === undefined) throw new Error('Nothing of Hyper-V was logged.');
    const found: ClusterEvent[] = [];
    for (let before: number | undefined | null; before !== null;) {
      const page = await backend.query('events', { ids: [oldest.id], ...(before !== undefined && { before }) });
      if (!page.ok) throw new Error(page.error.message);
      found.push(...page.value.events);
      before = page.value.next;
    }
    expect(found.map(tellingOf)).toEqual(truthOf(cluster.events().filter(({ id }) => id === oldest.id)));
  });

  test('of a node that does not tell them are said to be missing; those of the others are there', async () => {
    const backend = await standIn((lane, _seat, { args }) =>
      typeof lane !== 'string' && lane.node === 'Demo2' && args['before'] !== undefined
        ? [
            [
              'fail',
              { fqid: 'x', category: 'NotSpecified', hresult: -2147024891, win32: 5, message: 'Nein.', inner: [] },
            ],
          ]
        : undefined,
    );
    await connected(backend);
    let page: EventPage | undefined;
    const events: ClusterEvent[] = [];
    do {
      const before = typeof page?.next === 'number' ? { before: page.next } : {};
      const answer = await backend.query('events', { limit: 300, ...before });
      if (!answer.ok) throw new Error(answer.error.message);
      page = answer.value;
      events.push(...page.events);
    } while (page.next !== null && page.events.length > 0);
    expect(events.filter(({ node }) => node === 'Demo1').map(tellingOf)).toEqual(
      truthOf(cluster.events().filter(({ node }) => node === 'Demo1')),
    );
    expect(page.gaps).toHaveLength(1);
    expect(page.gaps[0]).toContain('Demo2 did not tell its older events: ');
    expect(page.next).not.toBeNull();
  });

  test.skipIf(pwsh === null)('come through the real agent and the practice modules too', async () => {
    const practice = await practiceBackend(pwsh ?? '', readFileSync(twoNodesFile, 'utf8'));
    onTestFinished(() => practice.close());
    const { simulated, backend } = practice;
    for (const { command, input, pause } of historySteps(60)) {
      const done = await simulated.execute({ command, input });
      if (!done.ok) throw new Error(done.error.message);
      await simulated.training?.setClock({ advance: pause });
    }
    const own = (await readAll(simulated)).flatMap((page) => page.events);
    const watcher = await connected(backend);
    await backend.refresh();
    expect(watcher.events.length).toBeLessThan(own.length);
    const events = (await readAll(backend)).flatMap((page) => page.events);
    // A node that was slow to start has told its first events late: a window sorts by time.
    expect(truthOf(events)).toEqual(truthOf(own));
  });
});

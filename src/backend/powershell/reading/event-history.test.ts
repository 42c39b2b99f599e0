import { expect, test } from 'vitest';
import { clusterView } from '#shared/model/cluster-view';
import { failure, success } from '#shared/model/result';
import { ManualTime } from '../../../../tests/support/manual-time';
import { sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import type { WantedEvents } from './event-channels';
import { createEventHistory } from './event-history';
import { createEventLog } from './event-log';
import { eventRow, type EventRow } from './rows/event-row';

/** The newest 200 before a record, one a second. */
function rowsBefore(record: number): readonly EventRow[] {
  const first = Math.max(1, record - 200);
  return Array.from({ length: record - first }, (_, place) =>
    eventRow.parse({
      RecordId: first + place,
      TimeCreated: new Date((first + place) * 1000).toISOString(),
      Id: (first + place) % 300 === 0 ? 1135 : 1069,
      LogName: 'System',
      Message: 'Something happened.',
    }),
  );
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
};

const markOf = ({ before }: WantedEvents): number => before['System']?.record ?? 0;

function rig(read: Parameters<typeof createEventHistory>[0]['read']) {
  const time = new ManualTime();
  const view = clusterView(sampleSnapshot());
  const events = createEventLog({ view: () => view, tell: () => undefined });
  for (const node of ['Demo1', 'Demo2']) events.add(node, rowsBefore(1001));
  events.open();
  const history = createEventHistory({ events, time, read });
  const ask = (limit: number, id = 1069, signal?: AbortSignal): Promise<void> =>
    history.goBack({
      before: events.older?.before ?? Infinity,
      matches: (event) => event.id === id,
      limit,
      signal,
    });
  return { time, events, history, ask };
}

test('nodes are read until enough was found, and no further', async () => {
  const asked: number[] = [];
  const { events, ask, history } = rig((wanted) => {
    asked.push(markOf(wanted));
    return Promise.resolve(success(rowsBefore(markOf(wanted))));
  });
  await ask(2, 1135);
  expect(asked).toEqual([801, 801, 601, 601]);
  expect(events.events).toHaveLength(1200 - 1);
  expect(history.gaps()).toEqual([]);
});

test('two questions at once read what they share once', async () => {
  const asked: number[] = [];
  const { ask } = rig((wanted) => {
    asked.push(markOf(wanted));
    return Promise.resolve(success(rowsBefore(markOf(wanted))));
  });
  await Promise.all([ask(10), ask(10)]);
  expect(asked).toEqual([801, 801]);
});

test('a node that hangs holds nobody up for long, is not asked again while it hangs, and catches up when it answers', async () => {
  let answer: () => void = () => undefined;
  let asked = 0;
  const { time, events, history, ask } = rig(async (wanted) => {
    if (wanted.node === 'Demo2' && ++asked === 1) await new Promise<void>((resolve) => (answer = resolve));
    return success(rowsBefore(markOf(wanted)));
  });
  const first = ask(10);
  await turns();
  time.pass(15_000);
  await first;
  expect(events.events[0]).toMatchObject({ node: 'Demo1', time: 601_000 });
  expect(history.gaps()).toEqual(['Demo2 did not tell its older events: It did not answer in 15 seconds.']);

  const second = ask(10);
  await turns();
  time.pass(15_000);
  await second;
  expect(asked).toBe(1);

  answer();
  await turns();
  await ask(10_000);
  expect(new Set(events.events.map(({ node, time: at }) => `${node} ${at}`)).size).toBe(events.events.length);
  expect(events.events.filter(({ node, time: at }) => node === 'Demo2' && at >= 601_000)).toHaveLength(400);
});

test('one that refuses is named with its reason; a question that is withdrawn waits for nobody', async () => {
  const refusing = rig(({ node, before }) =>
    Promise.resolve(
      node === 'Demo2' ? failure({ message: 'Access is denied.' }) : success(rowsBefore(before['System']?.record ?? 0)),
    ),
  );
  await refusing.ask(10);
  expect(refusing.history.gaps()).toEqual(['Demo2 did not tell its older events: Access is denied.']);

  const silent = rig(() => new Promise(() => undefined));
  const controller = new AbortController();
  const asking = silent.ask(10, 1069, controller.signal);
  await turns();
  controller.abort();
  await asking;
  expect(silent.events.events).toHaveLength(400);
});

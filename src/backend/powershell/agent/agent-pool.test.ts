import { afterEach, describe, expect, it } from 'vitest';
import { ManualTime } from '../../../../tests/support/manual-time';
import { standInLaunch } from '../../../../tests/support/stand-in-agent/launch';
import { createAgentPool, type AgentLane, type AgentPool } from './agent-pool';
import type { AgentRequest, AgentResult } from './agent-request';

// Processes start slowly on a machine that is busy.
const pools: AgentPool[] = [];

function rig() {
  const time = new ManualTime();
  const places: AgentLane[] = [];
  let heard = 0;
  const waiting: (() => void)[] = [];
  const pool = createAgentPool({
    place: (lane) => {
      places.push(lane);
      return { launch: standInLaunch(), open: {} };
    },
    script: '',
    time,
    log: () => {
      heard += 1;
      waiting.splice(0).forEach((resolve) => resolve());
    },
    onPush: () => undefined,
  });
  pools.push(pool);
  const read = (lane: AgentLane, section: string, more: Partial<AgentRequest> = {}): Promise<AgentResult> =>
    pool.request(lane, { op: 'read', args: { section }, timeout: 30_000, ...more });
  /** Waits until so many agents say that they hang. */
  const hanging = async (count: number): Promise<void> => {
    while (heard < count) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return { pool, time, places, read, hanging };
}

afterEach(() => {
  for (const pool of pools.splice(0)) void pool.close();
});

const value = (result: AgentResult): unknown => (result.ok ? result.value : result.error);

describe('the pool of agents', () => {
  it('reads with two processes, so that a slow read does not hold up the others (trap 21)', async () => {
    const { read, hanging, places } = rig();
    void read('read', 'never');
    await hanging(1);
    expect(await read('read', 'echo')).toMatchObject({ ok: true });
    expect(places).toEqual(['read', 'read']);
  });

  it('lets a third read wait for a free reader', async () => {
    const { read, hanging, time } = rig();
    const slow = [read('read', 'never', { timeout: 1000 }), read('read', 'never', { timeout: 1000 })];
    const third = read('read', 'pid');
    await hanging(2);
    time.pass(1000);
    expect((await Promise.all(slow)).map(value)).toMatchObject([{ kind: 'timeout' }, { kind: 'timeout' }]);
    time.pass(500);
    expect(await third).toMatchObject({ ok: true });
  });

  it('starts the writer and the watcher when they are needed, each in its own process', async () => {
    const { read, places } = rig();
    const pids = [await read('read', 'pid'), await read('write', 'pid'), await read('watch', 'pid')].map(value);
    expect(new Set(pids).size).toBe(3);
    expect(places).toEqual(['read', 'write', 'watch']);
  });

  it('reads each node by an agent of its own', async () => {
    const { read, places } = rig();
    const first = value(await read({ node: 'Demo1' }, 'pid'));
    expect(value(await read({ node: 'Demo2' }, 'pid'))).not.toBe(first);
    expect(value(await read({ node: 'Demo1' }, 'pid'))).toBe(first);
    expect(places).toEqual([{ node: 'Demo1' }, { node: 'Demo2' }]);
  });

  it('has at most eight node agents; a ninth node takes the place of the one that rested longest', async () => {
    const { read, places } = rig();
    const nodes = Array.from({ length: 8 }, (_, index) => ({ node: `Demo${index + 1}` }));
    for (const node of nodes) await read(node, 'pid');
    const second = value(await read({ node: 'Demo2' }, 'pid'));
    await read({ node: 'Demo9' }, 'pid');
    expect(value(await read({ node: 'Demo2' }, 'pid'))).toBe(second);
    await read({ node: 'Demo1' }, 'pid');
    expect(places.slice(8)).toEqual([{ node: 'Demo9' }, { node: 'Demo1' }]);
  });

  it('lets a ninth node wait while eight hang', async () => {
    const { read, hanging, time } = rig();
    const slow = Array.from({ length: 8 }, (_, index) =>
      read({ node: `Demo${index + 1}` }, 'never', { timeout: 1000 }),
    );
    const ninth = read({ node: 'Demo9' }, 'pid');
    await hanging(8);
    time.pass(1000);
    expect((await Promise.all(slow)).every((result) => !result.ok)).toBe(true);
    expect(await ninth).toMatchObject({ ok: true });
  });

  it('forgets a request that is cancelled while it waits', async () => {
    const { read, hanging } = rig();
    const abort = new AbortController();
    void read('write', 'never');
    const waiting = read('write', 'echo', { signal: abort.signal });
    await hanging(1);
    abort.abort();
    expect(value(await waiting)).toMatchObject({ kind: 'cancelled', fate: 'notBegun' });
  });

  it('answers everything when it is closed: what runs has an unknown fate, what waits has not begun', async () => {
    const { pool, read, hanging } = rig();
    const running = read('write', 'never');
    const waiting = read('write', 'echo');
    await hanging(1);
    void pool.close();
    expect(value(await running)).toMatchObject({ kind: 'notConnected', fate: 'unknown' });
    expect(value(await waiting)).toMatchObject({ kind: 'notConnected', fate: 'notBegun' });
    expect(value(await read('read', 'echo'))).toMatchObject({ kind: 'notConnected', fate: 'notBegun' });
  });
});

import { describe, expect, test } from 'vitest';
import type { ClusterUpdate } from '#shared/contract/cluster-update';
import type { ClusterError } from '#shared/model/cluster-error';
import { success } from '#shared/model/result';
import { createWorkerClient } from './worker-client';
import type { WorkerHandle } from './worker-handle';
import type { FromWorker, ToWorker } from './worker-protocol';

/** A worker that says only what the test lets it say. */
function silentWorker() {
  const posted: ToWorker[] = [];
  let listener: (message: FromWorker) => void = () => undefined;
  let exit: (reason: string) => void = () => undefined;
  let stops = 0;
  const worker: WorkerHandle = {
    post: (message) => posted.push(message),
    onMessage: (next) => (listener = next),
    onExit: (next) => (exit = next),
    stop: () => {
      stops += 1;
      exit('it was stopped');
      return Promise.resolve();
    },
  };
  return {
    worker,
    posted,
    say: (message: FromWorker) => listener(message),
    die: (reason: string) => exit(reason),
    stops: () => stops,
  };
}

function rig(patience = 60_000) {
  const silent = silentWorker();
  const updates: (readonly ClusterUpdate[])[] = [];
  const lost: ClusterError[] = [];
  const client = createWorkerClient({
    worker: silent.worker,
    onUpdates: (next) => updates.push(next),
    onLost: (error) => lost.push(error),
    patience,
  });
  return { ...silent, client, updates, lost };
}

describe('a call to the worker', () => {
  test('gets the answer with its own id, whatever the order', async () => {
    const { client, say } = rig();
    const answers = [client.call('refresh', null), client.call('restart', null)];
    say({ kind: 'answer', id: 2, result: success('second') });
    say({ kind: 'answer', id: 1, result: success('first') });
    say({ kind: 'answer', id: 99, result: success('nobody asked') });
    expect(await Promise.all(answers)).toEqual([success('first'), success('second')]);
  });

  test('that is not answered in time fails, and an answer after that is nobody’s', async () => {
    const { client, say } = rig(10);
    const answer = await client.call('refresh', null);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'timeout' } });
    say({ kind: 'answer', id: 1, result: success(null) });
  });

  test('fails when the worker dies, with what the worker said last', async () => {
    const { client, say, die, lost } = rig();
    const answers = [client.call('refresh', null), client.call('restart', null)];
    say({ kind: 'failed', message: 'There is no role-17' });
    die('its process ended with code 1');
    const expected = { kind: 'agentCrashed', message: expect.stringContaining('There is no role-17') as string };
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ ok: false, error: expected });
    expect(lost).toMatchObject([expected]);
    expect(await client.call('refresh', null)).toMatchObject({ ok: false, error: expected });
  });

  test('fails when the worker is stopped on purpose, and nobody is told of a loss', async () => {
    const { client, lost, stops } = rig();
    const answer = client.call('refresh', null);
    await client.stop();
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'notConnected' } });
    expect(lost).toEqual([]);
    expect(stops()).toBe(1);
  });

  test('is not even made when it was withdrawn before', async () => {
    const { client, posted } = rig();
    expect(await client.call('refresh', null, AbortSignal.abort())).toMatchObject({ error: { kind: 'cancelled' } });
    expect(posted).toEqual([]);
  });
});

test('updates are passed on and receipted, and none after the end', async () => {
  const { client, say, posted, updates } = rig();
  say({ kind: 'updates', updates: [{ kind: 'events', events: [] }] });
  expect(updates).toHaveLength(1);
  expect(posted).toEqual([{ kind: 'received' }]);
  await client.stop();
  say({ kind: 'updates', updates: [] });
  expect(updates).toHaveLength(1);
});

import { expect, test } from 'vitest';
import { computerTime } from '#backend/real-time';
import type { ConnectionDraft } from '#shared/contract/connections';
import { clusterError } from '#shared/model/cluster-error';
import { success } from '#shared/model/result';
import { createTests } from './connection-tests';

const draft: ConnectionDraft = {
  name: '',
  place: { kind: 'local', cluster: 'HVCLUSTER' },
  readOnly: false,
  openAtStart: false,
};
const refusal = clusterError('unsupported', 'Electron 25 is too old.');

/** Tests that end when they are cancelled, and not before. */
function rig(options: { readonly refusal?: typeof refusal } = {}) {
  const begun: AbortSignal[] = [];
  let onBegun = (): void => undefined;
  const started = new Promise<void>((resolve) => (onBegun = resolve));
  const tests = createTests({
    refusal: options.refusal ?? null,
    isKept: (id) => id === 'kept',
    loadBackends: () =>
      Promise.resolve({
        test: (_connection, signal) =>
          new Promise((resolve) => {
            begun.push(signal);
            signal.addEventListener('abort', () => resolve(success([])));
            onBegun();
          }),
      }),
    time: computerTime,
  });
  return { tests, begun, started };
}

const told = (): void => undefined;

test('on an old Electron no connection is tried', async () => {
  const { tests, begun } = rig({ refusal });
  const answer = await tests.run({ id: null, draft }, new AbortController().signal, told);
  expect(answer).toEqual({ ok: false, error: refusal });
  expect(begun).toEqual([]);
});

test('the secrets of a connection that does not exist are not asked for', async () => {
  const { tests, begun } = rig();
  const answer = await tests.run({ id: 'gone', draft }, new AbortController().signal, told);
  expect(answer).toMatchObject({ ok: false, error: { kind: 'notFound' } });
  expect(begun).toEqual([]);
});

test('whoever began a test can end it', async () => {
  const { tests, started } = rig();
  const abort = new AbortController();
  const running = tests.run({ id: 'kept', draft }, abort.signal, told);
  await started;
  abort.abort();
  expect(await running).toEqual({ ok: true, value: [] });
});

test('the end of the program ends every test', async () => {
  const { tests, begun, started } = rig();
  const running = tests.run({ id: null, draft }, new AbortController().signal, told);
  await started;
  await tests.close();
  expect(begun.map(({ aborted }) => aborted)).toEqual([true]);
  expect(await running).toEqual({ ok: true, value: [] });
});

import { expect, test } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { ViewerStart } from '../machines/machine-viewer';
import type { Caller } from './handlers';
import { machineHandlers } from './machine-handlers';

const caller: Caller = {
  window: 1,
  send: () => undefined,
  reveal: () => undefined,
  gone: new AbortController().signal,
};

async function connect(viewer: Result<ViewerStart>, start: Result<null> = success(null)) {
  const started: ViewerStart[] = [];
  const handlers = machineHandlers({
    viewerOf: (connection, machine) => {
      expect([connection, machine]).toEqual(['hv', 'SQL-01']);
      return Promise.resolve(viewer);
    },
    start: (one) => {
      started.push(one);
      return Promise.resolve(start);
    },
  });
  return { result: await handlers['machine.connect']({ connection: 'hv', vm: 'SQL-01' }, caller), started };
}

const asking = (asks: ViewerStart['asks']): ViewerStart => ({ command: '/viewer', args: ['SQL-01'], asks });

test('a viewer that asks in windows of its own is started', async () => {
  const { result, started } = await connect(success(asking('window')));
  expect(result).toEqual(success('viewer'));
  expect(started).toEqual([asking('window')]);
});

test('one that asks in a terminal is left to the terminal', async () => {
  const { result, started } = await connect(success(asking('terminal')));
  expect(result).toEqual(success('terminal'));
  expect(started).toEqual([]);
});

test('why there is none, or why it ended, is said', async () => {
  const reason = failure(clusterError('unsupported', 'FreeRDP is not here.'));
  expect((await connect(reason)).result).toEqual(reason);
  expect((await connect(success(asking('window')), reason)).result).toEqual(reason);
});

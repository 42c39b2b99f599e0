import { describe, expect, test } from 'vitest';
import { watch } from '../watcher';
import { errorOf, liveMigrate, valueOf, type Contract } from './contract';

/** How every backend is opened and closed. */
export function describeConnecting({ connect, create, kind }: Contract): void {
  describe(`${kind.name}: connecting`, () => {
    test('before it everything is answered with notConnected', async () => {
      const backend = await create();
      const answers = await Promise.all([
        backend.execute(liveMigrate),
        backend.query('events', {}),
        backend.refresh(),
        ...(backend.training === null
          ? []
          : [
              backend.training.setClock({ paused: true }),
              backend.training.inject({ fault: 'node.crash', node: 'Demo1' }),
            ]),
      ]);
      expect(answers.map((answer) => errorOf(answer).kind)).toEqual(answers.map(() => 'notConnected'));
    });

    test('works once however often it is asked for', async () => {
      const backend = await create();
      const watcher = watch(backend, kind.patience);
      const answers = await Promise.all([backend.connect(), backend.connect()]);
      expect(answers.every(({ ok }) => ok)).toBe(true);
      valueOf(await backend.connect());
      await watcher.until('connected', () => watcher.connection?.status === 'connected');
      expect(watcher.updates.filter((update) => update.kind === 'snapshot')).toHaveLength(1);
    });

    test('can be given up', async () => {
      const backend = await create();
      const controller = new AbortController();
      const connecting = backend.connect(controller.signal);
      controller.abort();
      expect(errorOf(await connecting).kind).toBe('cancelled');
      valueOf(await backend.connect());
    });

    test('closing is final, twice is once, and everything is answered after it', async () => {
      const { backend, watcher } = await connect();
      const under = backend.execute(liveMigrate);
      await Promise.all([backend.close(), backend.close()]);
      const told = watcher.updates.length;
      const answers = await Promise.all([
        backend.connect(),
        backend.execute(liveMigrate),
        backend.query('events', {}),
        backend.refresh(),
        ...(backend.training === null ? [] : [backend.training.restart()]),
      ]);
      expect(answers.map((answer) => errorOf(answer).kind)).toEqual(answers.map(() => 'notConnected'));
      await under;
      expect(watcher.updates).toHaveLength(told);
    });
  });
}

import { describe, expect, test } from 'vitest';
import { contents, watch } from '../watcher';
import { errorOf, liveMigrate, speed, trainingOf, valueOf, type Contract } from './contract';

/** What only a training cluster has: a clock, faults, and a beginning to go back to. */
export function describeTraining({ connect, ended, kind }: Contract): void {
  describe(`${kind.name}: the clock`, () => {
    test('stands still while paused, steps to the next event, and runs again', async () => {
      const { backend, watcher } = await connect();
      const training = trainingOf(backend);
      valueOf(await training.setClock({ paused: true }));
      valueOf(await backend.execute(liveMigrate));
      const { nextEventAt } = await watcher.until('paused', () => watcher.clock.nextEventAt !== null && watcher.clock);
      valueOf(await training.setClock({ step: true }));
      expect(watcher.clock).toMatchObject({ now: nextEventAt, paused: true });
      valueOf(await training.setClock({ paused: false, speed: 60 }));
      await watcher.until('time passing', () => watcher.clock.now > (nextEventAt ?? 0));
      expect(watcher.clock).toMatchObject({ paused: false, speed: 60 });
    });
  });

  describe(`${kind.name}: a fault`, () => {
    test('is done at once, the cluster notices later, and the machines come back elsewhere', async () => {
      const { backend, watcher } = await connect();
      const training = trainingOf(backend);
      valueOf(await training.inject({ fault: 'node.crash', node: 'Demo1' }));
      expect(watcher.fabric.nodes.find(({ name }) => name === 'Demo1')?.powered).toBe(false);
      expect(watcher.snapshot.nodes.find(({ name }) => name === 'Demo1')?.state).toBe('Up');
      valueOf(await training.setClock({ speed }));
      await watcher.until('the node to be down', () => watcher.snapshot.nodes.some(({ state }) => state === 'Down'));
      await watcher.until('the failover', () =>
        watcher.snapshot.roles.every(({ ownerNode, name }) => ownerNode === 'Demo2' || name === 'Available Storage'),
      );
      expect(watcher.events.map(({ id }) => id)).toContain(1135);
    });

    test('of something that does not exist is answered so', async () => {
      const { backend } = await connect();
      const error = errorOf(await trainingOf(backend).inject({ fault: 'node.crash', node: 'Demo9' }));
      expect(error.message).toContain('Demo9');
    });
  });

  describe(`${kind.name}: starting again`, () => {
    test('begins the scenario from its beginning, and sequences of events go on', async () => {
      const { backend, watcher } = await connect();
      const first = contents(watcher.snapshot);
      await trainingOf(backend).setClock({ speed });
      await ended(watcher, valueOf(await backend.execute(liveMigrate)));
      const told = watcher.events.length;
      valueOf(await trainingOf(backend).setClock({ paused: true }));
      valueOf(await trainingOf(backend).restart());
      await watcher.until('the beginning', () => watcher.snapshot.time === 0);
      expect(contents(watcher.snapshot)).toEqual(first);
      expect(watcher.clock).toMatchObject({ now: 0, paused: true });
      valueOf(await trainingOf(backend).setClock({ paused: false }));
      await ended(watcher, valueOf(await backend.execute(liveMigrate)));
      const sequences = watcher.events.map(({ sequence }) => sequence);
      expect(sequences.length).toBeGreaterThan(told);
      expect(new Set(sequences).size).toBe(sequences.length);
      const page = valueOf(await backend.query('events', {}));
      expect(page.events[0]?.sequence).toBe(sequences.at(-1));
    });

    test('after a crash of its worker: everything is answered, the loss is told, and training goes on anew', async () => {
      const { backend, watcher } = await connect();
      const training = trainingOf(backend);
      valueOf(await backend.execute(liveMigrate));
      const under = [
        backend.execute({ command: 'role.takeOffline', input: { role: 'FS1' } }),
        backend.query('events', {}),
      ];
      await kind.crash?.(backend);
      for (const answer of await Promise.all(under)) {
        if (!answer.ok)
          expect(answer.error).toMatchObject({ kind: 'agentCrashed', advice: expect.any(String) as string });
      }
      const lost = await watcher.until('the loss', () => watcher.connection?.status === 'lost' && watcher.connection);
      expect(lost).toMatchObject({ error: { kind: 'agentCrashed', advice: expect.any(String) as string } });
      expect(errorOf(await backend.execute(liveMigrate)).kind).toBe('notConnected');
      const late = watch(backend);
      expect(late.connection?.status).toBe('lost');

      valueOf(await training.restart());
      await watcher.until('the connection', () => watcher.connection?.status === 'connected');
      expect(contents(watcher.snapshot).operations).toEqual([]);
      valueOf(await training.setClock({ speed }));
      expect(await ended(watcher, valueOf(await backend.execute(liveMigrate)))).toMatchObject({ outcome: 'succeeded' });
      const sequences = watcher.events.map(({ sequence }) => sequence);
      expect(new Set(sequences).size).toBe(sequences.length);
    });
  });
}

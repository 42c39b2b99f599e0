import { describe, expect, test } from 'vitest';
import { contents, watch } from '../watcher';
import { liveMigrate, ownerOf, speed, trainingOf, valueOf, type Contract } from './contract';

/** What every backend tells by itself. */
export function describeSubscriber({ acting, connect, ended, kind, timed }: Contract): void {
  describe(`${kind.name}: a subscriber`, () => {
    test('is told a snapshot before anything else of the cluster, and how the connection stands', async () => {
      const { watcher } = await connect();
      expect(watcher.updates.find(({ kind }) => kind !== 'connection')?.kind).toBe('snapshot');
      expect(watcher.snapshot.nodes.map(({ name, state }) => [name, state])).toEqual([
        ['Demo1', 'Up'],
        ['Demo2', 'Up'],
      ]);
      await watcher.until('connected', () => watcher.connection?.status === 'connected');
    });

    timed('who comes late knows what the first one knows', async () => {
      const { backend, watcher } = await connect();
      const operation = valueOf(await backend.execute({ command: 'role.takeOffline', input: { role: 'FS1' } }));
      await trainingOf(backend).setClock({ speed });
      await ended(watcher, operation);
      valueOf(await trainingOf(backend).setClock({ paused: true }));
      await watcher.until('paused', () => watcher.clock.paused);
      const late = watch(backend);
      expect(late.updates[0]?.kind).toBe('snapshot');
      expect(contents(late.snapshot)).toEqual(contents(watcher.snapshot));
      expect([late.clock, late.fabric, late.connection]).toEqual([watcher.clock, watcher.fabric, watcher.connection]);
    });

    timed('can tell when a change is missing: revisions grow by one', async () => {
      const { backend, watcher } = await connect();
      await trainingOf(backend).setClock({ speed });
      // What happens close together is told as one change: each of these is told before the next one begins.
      await ended(watcher, valueOf(await backend.execute(liveMigrate)));
      await ended(watcher, valueOf(await backend.execute({ command: 'role.takeOffline', input: { role: 'FS1' } })));
      await ended(watcher, valueOf(await backend.execute({ command: 'role.bringOnline', input: { role: 'VM3' } })));
      const revisions = watcher.updates.flatMap((update) => {
        if (update.kind === 'snapshot') return [update.revision];
        return update.kind === 'delta' ? [update.delta.revision] : [];
      });
      const [first = 0] = revisions;
      expect(revisions.length).toBeGreaterThan(3);
      expect(revisions).toEqual(revisions.map((_, index) => first + index));
    });

    acting('hears nothing after it stopped', async () => {
      const { backend, watcher } = await connect();
      const other = watch(backend, kind.patience);
      watcher.stop();
      const told = watcher.updates.length;
      valueOf(await backend.execute({ command: 'role.takeOffline', input: { role: 'FS1' } }));
      await other.until('the operation', () => other.snapshot.operations.length > 0);
      expect(watcher.updates).toHaveLength(told);
    });

    timed('ends with the same picture by changes as by a fresh snapshot', async () => {
      const { backend, watcher } = await connect();
      const training = trainingOf(backend);
      const compare = async (moment: string): Promise<void> => {
        const byChanges = structuredClone(contents(watcher.snapshot));
        const before = watcher.updates.length;
        valueOf(await backend.refresh());
        const fresh = await watcher.until('a fresh snapshot', () =>
          watcher.updates.slice(before).find((update) => update.kind === 'snapshot'),
        );
        expect(contents(fresh.snapshot), moment).toEqual(byChanges);
      };
      valueOf(await training.setClock({ paused: true }));
      valueOf(await backend.execute(liveMigrate));
      valueOf(await backend.execute({ command: 'role.bringOnline', input: { role: 'VM3' } }));
      await compare('as it begins');
      for (let step = 1; step <= 12; step += 1) {
        valueOf(await training.setClock({ step: true }));
        await compare(`after ${step} events`);
      }
      valueOf(await training.inject({ fault: 'node.crash', node: 'Demo1' }));
      await compare('as a node loses power');
      valueOf(await training.setClock({ paused: false, speed }));
      await watcher.until('the machines to run elsewhere', () => ownerOf(watcher, 'VM2') === 'Demo2');
      valueOf(await training.setClock({ paused: true }));
      await compare('after the failover');
    });
  });
}

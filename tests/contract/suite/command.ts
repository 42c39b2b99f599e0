import { describe, expect, test } from 'vitest';
import { contents } from '../watcher';
import { errorOf, liveMigrate, ownerOf, speed, trainingOf, valueOf, type Contract } from './contract';

/** How every backend takes commands. */
export function describeCommand({ acting, connect, ended, kind, timed }: Contract): void {
  describe(`${kind.name}: a command`, () => {
    acting('that is accepted is answered with its operation, which stands in the snapshot too', async () => {
      const { backend, watcher } = await connect();
      const operation = valueOf(await backend.execute(liveMigrate));
      expect(operation).toMatchObject({
        command: 'role.liveMigrate',
        outcome: 'running',
        initiator: 'administrator',
        target: { kind: 'role', name: 'VM1' },
        input: liveMigrate.input,
      });
      await watcher.until('it to be shown', () => watcher.snapshot.operations.some(({ id }) => id === operation.id));
    });

    timed('live migration goes on to its end: another owner, measured downtime, no failure on the way', async () => {
      const { backend, watcher } = await connect();
      await trainingOf(backend).setClock({ speed: 100 });
      const operation = valueOf(await backend.execute(liveMigrate));
      const copying = await watcher.until(
        'memory being copied',
        () =>
          watcher.snapshot.operations.find(({ id, migration }) => id === operation.id && migration?.current)?.migration,
      );
      expect(copying).toMatchObject({ kind: 'live', from: 'Demo1', to: 'Demo2', step: 2, downtime: null });
      expect(ownerOf(watcher, 'VM1')).toBe('Demo1');
      const end = await ended(watcher, operation);
      expect(end).toMatchObject({ outcome: 'succeeded', error: null, cancel: null });
      expect(end.migration?.downtime).toBeLessThan(1000);
      expect(end.migration?.total).toBe((end.endedAt ?? 0) - end.startedAt);
      expect(ownerOf(watcher, 'VM1')).toBe('Demo2');
      expect(watcher.snapshot.virtualMachines.find(({ name }) => name === 'VM1')?.state).toBe('Running');
    });

    timed('is cancelled by what it says itself', async () => {
      const { backend, watcher } = await connect();
      const operation = valueOf(await backend.execute(liveMigrate));
      const { cancel } = operation;
      if (cancel === null) throw new Error('It cannot be cancelled.');
      valueOf(await backend.execute(cancel));
      await trainingOf(backend).setClock({ speed });
      expect(await ended(watcher, operation)).toMatchObject({ outcome: 'cancelled', cancel: null });
      expect(ownerOf(watcher, 'VM1')).toBe('Demo1');
    });

    test('that the cluster refuses is answered with the reason, and changes nothing', async () => {
      const { backend, watcher } = await connect();
      await backend.training?.setClock({ paused: true });
      // A real cluster tells its machines after the first snapshot; what is known of them decides.
      if (!kind.training) valueOf(await backend.refresh());
      const before = contents(watcher.snapshot);
      if (kind.commands) {
        const same = await backend.execute({ command: 'role.liveMigrate', input: { role: 'VM3' } });
        expect(errorOf(same)).toMatchObject({ kind: 'refused', message: expect.stringContaining('VM3') as string });
      }
      const missing = await backend.execute({ command: 'role.move', input: { role: 'VM9' } });
      expect(errorOf(missing)).toMatchObject({ kind: 'notFound', message: expect.stringContaining('VM9') as string });
      expect(contents(watcher.snapshot)).toEqual(before);
    });

    test.each([
      ['nothing at all', 'role.liveMigrate', {}],
      ['a field too much', 'role.liveMigrate', { role: 'VM1', force: true }],
      ['a wrong type', 'role.liveMigrate', { role: ['VM1'] }],
      ['an unknown command', 'role.explode', { role: 'VM1' }],
      ['the name of something every object has', 'constructor', {}],
    ])('with %s is bad input', async (_what, command, input) => {
      const { backend } = await connect();
      expect(errorOf(await backend.execute({ command, input })).kind).toBe('badInput');
    });

    test.each(["'; Stop-Cluster; '", '$(Stop-Cluster)', '<img src=x onerror=1>', 'a\nb', '\u202eVM1', '😀'.repeat(50)])(
      'about %j is only a name that does not exist',
      async (role) => {
        const { backend } = await connect();
        const error = errorOf(await backend.execute({ command: 'role.move', input: { role } }));
        expect(['notFound', 'badInput']).toContain(error.kind);
      },
    );

    test('is refused on a read-only connection if it may change something', async () => {
      const { backend, watcher } = await connect(true);
      expect(backend.capabilities.readOnly).toBe(true);
      expect(errorOf(await backend.execute(liveMigrate))).toMatchObject({ kind: 'refused' });
      const validate = { command: 'cluster.validate', input: {} };
      expect(errorOf(await backend.execute(validate))).toMatchObject({ kind: 'refused' });
      expect(watcher.snapshot.operations).toEqual([]);
    });

    test('that only reads is carried out on a read-only connection too', async () => {
      const { backend } = await connect(true);
      valueOf(await backend.execute({ command: 'role.dependencyReport', input: { role: 'VM1' } }));
    });
  });
}

import { describe, expect, test } from 'vitest';
import { errorOf, liveMigrate, speed, trainingOf, valueOf, type Contract } from './contract';

/** What every backend answers. */
export function describeQuery({ connect, ended, kind, timed }: Contract): void {
  describe(`${kind.name}: a query`, () => {
    timed('for events gives the newest first, page by page, each once', async () => {
      const { backend, watcher } = await connect();
      await trainingOf(backend).setClock({ speed });
      await ended(watcher, valueOf(await backend.execute(liveMigrate)));
      await ended(watcher, valueOf(await backend.execute({ command: 'role.bringOnline', input: { role: 'VM3' } })));
      const all = valueOf(await backend.query('events', {})).events.map(({ sequence }) => sequence);
      expect(all.length).toBeGreaterThan(4);
      expect(all).toEqual([...all].sort((one, other) => other - one));
      const paged: number[] = [];
      for (let next: number | null | undefined; next !== null;) {
        const before = next;
        const page = valueOf(await backend.query('events', { limit: 2, ...(before !== undefined && { before }) }));
        paged.push(...page.events.map(({ sequence }) => sequence));
        ({ next } = page);
      }
      expect(paged).toEqual(all);
      expect(watcher.events.map(({ sequence }) => sequence)).toEqual([...all].reverse());
    });

    test('for destinations says what each node would cost, or why not', async () => {
      const { backend } = await connect();
      const destinations = valueOf(await backend.query('destinations', { role: 'VM1', kind: 'live' }));
      expect(destinations.find(({ node }) => node === 'Demo2')).toMatchObject({ excluded: null, best: true });
      expect(destinations.find(({ node }) => node === 'Demo1')?.excluded).toContain('Demo1');
      if (kind.training)
        expect(destinations.find(({ node }) => node === 'Demo2')?.predicted?.total).toBeGreaterThan(1000);
    });

    test('that is withdrawn is answered so', async () => {
      const { backend } = await connect();
      const controller = new AbortController();
      const answer = backend.query('events', {}, controller.signal);
      controller.abort();
      expect(errorOf(await answer).kind).toBe('cancelled');
      expect(errorOf(await backend.query('events', {}, controller.signal)).kind).toBe('cancelled');
    });

    test('with a wrong input is bad input', async () => {
      const { backend } = await connect();
      expect(errorOf(await backend.query('events', { limit: -1 })).kind).toBe('badInput');
    });
  });
}

import { describe, expect, onTestFinished, test } from 'vitest';
import type { ClusterBackend, TrainingControl } from '#backend/cluster-backend';
import type { ClusterError } from '#shared/model/cluster-error';
import type { Operation } from '#shared/model/operation';
import type { Result } from '#shared/model/result';
import { contents, watch, type Watcher } from './watcher';

/** What a kind of backend gives to the suite. Each backend is on the cluster of `two-nodes.yaml`. */
export interface BackendKind {
  readonly name: string;
  /** Whether it has a clock and faults; without them only what needs neither is tested. */
  readonly training: boolean;
  /** Whether it carries out commands. */
  readonly commands: boolean;
  /** Milliseconds that something may take to come to pass; 10 s when left out. */
  readonly patience?: number;
  /** A new backend that is not connected. */
  create(options: { readonly readOnly: boolean }): ClusterBackend | Promise<ClusterBackend>;
  /** Ends the process or thread that does the backend's work, as a crash would. Of training clusters only. */
  crash?(backend: ClusterBackend): Promise<void>;
}

const speed = 1000;

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`Refused: ${result.error.message}`);
}

function errorOf(result: Result<unknown>): ClusterError {
  if (!result.ok) return result.error;
  throw new Error(`Not refused: ${JSON.stringify(result.value)}`);
}

function trainingOf({ training }: ClusterBackend): TrainingControl {
  if (training === null) throw new Error('This backend has no clock.');
  return training;
}

/** What every backend must do. */
export function describeBackend(kind: BackendKind): void {
  /** Tests that need a clock. */
  const timed = (name: string, run: () => Promise<void>): void => {
    if (kind.training) test(name, run);
  };
  /** Tests that need commands to be carried out. */
  const acting = (name: string, run: () => Promise<void>): void => {
    if (kind.commands) test(name, run);
  };

  const create = async (readOnly = false): Promise<ClusterBackend> => {
    const backend = await kind.create({ readOnly });
    onTestFinished(() => backend.close());
    return backend;
  };

  const connect = async (readOnly = false): Promise<{ backend: ClusterBackend; watcher: Watcher }> => {
    const backend = await create(readOnly);
    const watcher = watch(backend, kind.patience);
    valueOf(await backend.connect());
    await watcher.until('the first snapshot', () => watcher.updates.length > 0);
    return { backend, watcher };
  };

  const ended = (watcher: Watcher, { id }: Operation): Promise<Operation> =>
    watcher.until('the end of the operation', () => {
      const operation = watcher.snapshot.operations.find((candidate) => candidate.id === id);
      return operation !== undefined && operation.outcome !== 'running' && operation;
    });

  const ownerOf = (watcher: Watcher, role: string): string | null | undefined =>
    watcher.snapshot.roles.find(({ name }) => name === role)?.ownerNode;

  const liveMigrate = { command: 'role.liveMigrate', input: { role: 'VM1', destination: 'Demo2' } } as const;

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
      await ended(watcher, valueOf(await backend.execute(liveMigrate)));
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

  if (!kind.training) return;

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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  referenceMigrations,
  type ReferenceCase,
  type ReferenceMachine,
  type ReferenceResult,
} from '../testing/reference-migrations';
import { startCluster } from '../testing/test-cluster';

const megabyte = 1048576;
const names = ['N1', 'N2', 'N3'] as const;
const machines: fc.Arbitrary<ReferenceMachine> = fc
  .record({
    ways: fc.shuffledSubarray([...names], { minLength: 2, maxLength: 2 }),
    askedAt: fc.integer({ min: 0, max: 60_000 }),
    used: fc.integer({ min: 1, max: 8192 * megabyte }),
    dirtyRate: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 * megabyte })),
    workingSet: fc.integer({ min: 1, max: 8192 * megabyte }),
  })
  .map(({ ways: [from = 'N1', to = 'N2'], ...rest }) => ({ from, to, ...rest }));

const cases: fc.Arbitrary<ReferenceCase> = fc
  .record({
    machines: fc.array(machines, { minLength: 1, maxLength: 6 }),
    changes: fc.array(
      fc.record({ at: fc.integer({ min: 1, max: 120_000 }), megabits: fc.integer({ min: 50, max: 10_000 }) }),
      {
        maxLength: 3,
      },
    ),
    slots: fc.integer({ min: 1, max: 4 }),
    mostPasses: fc.integer({ min: 1, max: 10 }),
    stopAt: fc.constantFrom(4096, 262_144, 64 * megabyte),
    setup: fc.integer({ min: 0, max: 2000 }),
    resume: fc.integer({ min: 0, max: 500 }),
  })
  .map(({ changes, machines: list, ...rest }) => ({
    ...rest,
    // Who asks first is first in the queue; asks of one millisecond keep the order written.
    machines: [...list].sort((a, b) => a.askedAt - b.askedAt),
    rates: [{ at: 0, megabits: 1000 }, ...changes]
      .sort((a, b) => a.at - b.at)
      .map(({ at, megabits }) => ({ at, rate: (megabits * 1e6 * 0.94) / 8 })),
  }));

/** The same case in the simulator: copies, downtime and total of each machine. */
function simulated(given: ReferenceCase): readonly Figures[] {
  const { slots, mostPasses, stopAt, setup, resume, rates } = given;
  const roles = given.machines.map(
    ({ from, used, dirtyRate, workingSet }, place) =>
      `{name: VM${place}, type: virtualMachine, owner: ${from}, disks: [CSV1], memory: 8GB, usedMemory: ${used}, dirtyRate: ${dirtyRate}, workingSet: ${workingSet}}`,
  );
  const test = startCluster({
    nodes: names.map((name) => `{name: ${name}, memory: 512GB}`).join(', '),
    cluster: `settings: {maximumParallelMigrations: ${slots}, maxMigrationPasses: ${mostPasses}, migrationStopAt: ${stopAt}, migrationSetup: ${setup}, migrationResume: ${resume}}`,
    rest: `disks: [{name: CSV1, size: 500GB, use: csv, owner: N1}]\nroles: [${roles.join(', ')}]`,
  });
  test.cluster.scheduleTimeline([
    ...given.machines.map(({ to, askedAt }, place) => ({
      at: askedAt,
      label: `${place}`,
      action: { kind: 'command', command: 'role.liveMigrate', input: { role: `VM${place}`, destination: to } } as const,
    })),
    ...rates.slice(1).map(({ at, rate }) => ({
      at,
      label: null,
      action: {
        kind: 'fault',
        fault: { fault: 'network.degrade', network: 'Private', bandwidth: Math.round((rate * 8) / 0.94) },
      } as const,
    })),
  ]);
  const { operations } = test.to(40_000_000).cluster.snapshot();
  return given.machines.map((_, place) => {
    const migration = operations.find(({ label }) => label === `${place}`)?.migration;
    return { copies: migration?.passes ?? [], downtime: migration?.downtime ?? -1, total: migration?.total ?? -1 };
  });
}

type Figures = Pick<ReferenceResult, 'copies' | 'downtime' | 'total'>;

const figures = ({ copies, downtime, total }: Figures): readonly number[] => [
  ...copies.flatMap(({ bytes, duration }) => [bytes, duration]),
  downtime,
  total,
];

describe('Virtual machines: live migrations beside each other, by a second model of the same rules', () => {
  it('copy the same bytes in the same time, whatever shares their links, ends, waits or changes', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const expected = referenceMigrations(given).map(figures);
        const shown = simulated(given).map(figures);
        expect(shown.map((list) => list.length)).toEqual(expected.map((list) => list.length));
        // What is shown is rounded to whole bytes and milliseconds.
        const off = expected.flatMap((list, place) =>
          list.map((value, at) => Math.abs(value - (shown[place]?.[at] ?? 0))),
        );
        expect(Math.max(...off)).toBeLessThan(0.51);
      }),
      // Always the same cases: a rate that changes less than half a millisecond after the end of a copy comes before it here.
      { numRuns: 100, seed: 2005 },
    );
  });
});

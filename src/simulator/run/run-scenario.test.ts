import { describe, expect, it } from 'vitest';
import { loadScenario } from '../scenario/load-scenario';
import { formatProblem } from '../scenario/scenario-problem';
import { createSimulatedCluster } from '../simulated-cluster';
import { runScenario } from './run-scenario';
import type { RunReport } from './run-report';

const start = `schema: regroup/scenario/1
title: Move
cluster: {name: C, address: 192.168.100.50, domain: sws.com}
nodes: [{name: Demo1}, {name: Demo2}, {name: Demo3}]
disks: [{name: CSV1, size: 500GB, use: csv, owner: Demo1}]
roles: [{name: VM1, type: virtualMachine, owner: Demo1, disks: [CSV1], dirtyRate: 20MB/s, workingSet: 400MB}]
`;
const move = 'timeline: [{at: 60s, command: role.liveMigrate, role: VM1, destination: Demo2, as: first}]\n';

function run(more: string, options: { readonly until?: number; readonly seed?: number } = {}): RunReport {
  const loaded = loadScenario(`${start}${more}`, 'f');
  if (!loaded.ok) throw new Error(loaded.error.map(formatProblem).join('\n'));
  const seed = options.seed ?? loaded.value.seed;
  const cluster = createSimulatedCluster({ ...loaded.value, seed });
  return runScenario(loaded.value, cluster, { seed, until: options.until ?? null });
}

const met = (more: string): readonly boolean[] => run(more).expectations.map((expectation) => expectation.met);

describe('Runner: the report', () => {
  it('has the fields of regroup/run/1 in their order, and reports the migration of the specification', () => {
    const report = run(`${move}until: 5m`);
    expect(Object.keys(report)).toEqual([
      ...['schema', 'title', 'seed', 'endedAt', 'digest', 'events', 'operations', 'expectations', 'snapshot'],
    ]);
    expect(report).toMatchObject({
      schema: 'regroup/run/1',
      title: 'Move',
      seed: 1,
      endedAt: 300_000,
      expectations: [],
    });
    expect(report.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(report.operations).toMatchObject([
      {
        label: 'first',
        command: 'role.liveMigrate',
        input: { role: 'VM1', destination: 'Demo2' },
        startedAt: 60_000,
        endedAt: 101_437,
        outcome: 'succeeded',
        error: null,
        migration: { kind: 'live', from: 'Demo1', to: 'Demo2', bytes: 4_805_429_556, downtime: 44, total: 41_437 },
      },
    ]);
    expect(Object.keys(report.operations[0] ?? {})).toEqual([
      ...['label', 'command', 'input', 'startedAt', 'endedAt', 'outcome', 'error', 'migration'],
    ]);
    expect(report.operations[0]?.migration?.passes.slice(0, 2)).toEqual([
      { bytes: 4_294_967_296, duration: 36_553 },
      { bytes: 419_430_400, duration: 3570 },
    ]);
  });

  it('holds whole numbers alone, and only what JSON can say', () => {
    const report = run(`${move}until: 75s`);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    const numbers = [
      ...JSON.stringify({ events: report.events, snapshot: report.snapshot }).matchAll(/-?\d+\.\d+(?=[,}\]])/g),
    ];
    expect(numbers.map(([number]) => number)).toEqual([]);
  });

  it('reports a refusal as a failed operation', () => {
    const report = run(`timeline:
  - {at: 1s, command: node.pause, node: Demo2, drain: false}
  - {at: 2s, command: role.liveMigrate, role: VM1, destination: Demo2, as: refused}`);
    expect(report.operations[1]).toMatchObject({
      label: 'refused',
      outcome: 'failed',
      startedAt: 2000,
      endedAt: 2000,
      error: { kind: 'refused', code: 5070 },
    });
    expect(Object.keys(report.operations[1]?.error ?? {})).toEqual(['kind', 'code', 'message']);
  });

  it('gives the same digest for the same file and seed, and another one for another story', () => {
    const story = 'timeline: [{at: 5s, fault: node.crash, node: Demo1}]';
    expect(run(story).digest).toBe(run(story).digest);
    expect(run(`${story}\nexpect: [{at: end, cluster: stopped}]`).digest).toBe(run(story).digest);
    expect(run('timeline: [{at: 6s, fault: node.crash, node: Demo1}]').digest).not.toBe(run(story).digest);
  });
});

describe('Runner: the end', () => {
  it('comes when nothing is left to happen', () => {
    expect(run('').endedAt).toBe(0);
    expect(run(move).endedAt).toBe(101_437);
  });

  it('waits for what is expected later', () => {
    expect(run(`${move}expect: [{at: 200s, role: VM1, state: Online}]`).endedAt).toBe(200_000);
  });

  it('is where the file says, or where the caller says', () => {
    expect(run('until: 10m').endedAt).toBe(600_000);
    expect(run('until: 10m', { until: 1500 }).endedAt).toBe(1500);
  });

  it('leaves expectations after it unmet', () => {
    const report = run('expect: [{at: 10s, node: Demo1, state: Up}, {at: end, node: Demo1, state: Up}]', {
      until: 5000,
    });
    expect(report.expectations).toEqual([
      { index: 0, met: false, actual: {} },
      { index: 1, met: true, actual: { state: 'Up' } },
    ]);
  });
});

describe('Runner: expectations', () => {
  it('are judged after the timeline and after all that is due at their time', () => {
    expect(
      met(`${move}expect:
  - {at: 60s, operation: first, outcome: running}
  - {at: 101380, role: VM1, ownerNode: Demo1, state: Pending}
  - {at: 101437, role: VM1, ownerNode: Demo2, state: Online}
  - {at: 59999, operation: first}`),
    ).toEqual([true, true, true, false]);
  });

  it('report what was found for what was asked', () => {
    const { expectations } = run(`${move}expect:
  - {at: 120s, role: VM1, ownerNode: Demo2, state: Online}
  - {at: end, role: VM1, ownerNode: Demo1, state: Online}
  - {at: end, operation: first, outcome: succeeded, downtimeBelow: 1s, totalBelow: 60s}
  - {at: end, operation: first, downtimeBelow: 44}
  - {at: end, event: 20415, subject: VM1, count: 1}
  - {at: end, event: 1135}
  - {at: end, cluster: running}
  - {at: end, node: Demo1}`);
    expect(expectations).toEqual([
      { index: 0, met: true, actual: { ownerNode: 'Demo2', state: 'Online' } },
      { index: 1, met: false, actual: { ownerNode: 'Demo2', state: 'Online' } },
      { index: 2, met: true, actual: { outcome: 'succeeded', downtime: 44, total: 41_437 } },
      { index: 3, met: false, actual: { downtime: 44 } },
      { index: 4, met: true, actual: { count: 1 } },
      { index: 5, met: false, actual: { count: 0 } },
      { index: 6, met: true, actual: { cluster: 'running' } },
      { index: 7, met: true, actual: {} },
    ]);
  });

  it('compare names without case, numbers with their units, and flags as true or false', () => {
    expect(
      met(`expect:
  - {at: end, role: vm1, ownerNode: demo1, state: online}
  - {at: end, virtualMachine: VM1, memoryStartup: 4GB, isClustered: true, disks: [csv1]}
  - {at: end, virtualMachine: VM1, memoryStartup: 4294967296, computerName: Demo1, ownerNode: Demo1}
  - {at: end, network: Private, bandwidth: 1Gbps}
  - {at: end, cluster: running, sameSubnetDelay: 1s, sameSubnetThreshold: 10, dynamicQuorum: true, votes: 3, votesNeeded: 2, mode: nodeMajority}
  - {at: end, node: Demo1, site: null, nodeWeight: 1}
  - {at: end, disk: CSV1, state: Online, use: SharedVolume, ownerNode: Demo1}
  - {at: end, networkInterface: {node: Demo2, network: private}, state: Up}`),
    ).toEqual(Array.from({ length: 8 }, () => true));
    expect(met('expect: [{at: end, virtualMachine: VM1, memoryStartup: 8GB}]')).toEqual([false]);
  });

  it('turn around inside of not', () => {
    const refused =
      'timeline: [{at: 1s, command: role.create, type: other, name: Late, as: late}, {at: 2s, command: role.remove, role: Late}]\n';
    expect(
      met(`${refused}expect:
  - {at: end, not: {role: VM1, state: Failed}}
  - {at: end, not: {role: VM1, state: Online}}
  - {at: end, not: {event: 1135}}
  - {at: end, not: {role: Late}}
  - {at: end, role: Late}`),
    ).toEqual([true, false, true, true, false]);
  });

  it('look into operations: error by number or kind, parts of a migration', () => {
    expect(
      met(`${move}expect:
  - {at: end, operation: first, error: null, migration: {kind: live, downtime: 44, total: 41437}}
  - {at: end, operation: first, migration: {downtime: 45}}
  - {at: end, operation: first, error: 5016}`),
    ).toEqual([true, false, false]);
  });
});

describe('Runner: a fault of the timeline that cannot be done at its time', () => {
  it('changes nothing and stands among the operations as one that failed', () => {
    const { operations } = run(
      'timeline: [{at: 1s, command: vm.turnOff, vm: VM1}, {at: 10s, fault: vm.crash, vm: VM1}]',
    );
    expect(operations.find(({ command }) => command === 'vm.crash')).toMatchObject({
      command: 'vm.crash',
      outcome: 'failed',
      startedAt: 10_000,
      error: { message: 'VM1 is not running.' },
    });
  });

  it('is silent about what is so already: repairing what works, turning on what runs', () => {
    const faults =
      '{at: 1s, fault: nic.repair, node: Demo1, network: Private}, {at: 1s, fault: node.powerOn, node: Demo1}, {at: 1s, fault: network.heal}, {at: 1s, fault: disk.repair, disk: CSV1}';
    const { operations, events } = run(`timeline: [${faults}]`);
    expect([operations, events]).toEqual([[], []]);
  });
});

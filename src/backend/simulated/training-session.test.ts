import { describe, expect, test } from 'vitest';
import { loadScenario } from '#simulator/scenario/load-scenario';
import { createSimulatedCluster } from '#simulator/simulated-cluster';
import type { ClusterUpdate } from '#shared/contract/cluster-update';
import { ManualTime } from '../../../tests/support/manual-time';
import { createTrainingSession } from './training-session';

const text = `
schema: regroup/scenario/1
title: A small cluster
cluster: {name: HVCLUSTER, quorum: {mode: nodeAndDiskMajority, witness: Quorum}}
nodes: [{name: Demo1}, {name: Demo2}]
disks: [{name: Quorum, size: 1GB, use: witness}, {name: CSV1, size: 500GB, use: csv, owner: Demo1}]
roles:
  - {name: VM1, type: virtualMachine, owner: Demo1, disks: [CSV1], memory: 4GB}
  - {name: VM2, type: virtualMachine, owner: Demo1, disks: [CSV1], memory: 4GB}
`;

function rig({ paused = false, receives = true } = {}) {
  const loaded = loadScenario(text, 'small.yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const scenario = loaded.value;
  const time = new ManualTime();
  const messages: (readonly ClusterUpdate[])[] = [];
  const session = createTrainingSession({
    createCluster: () => createSimulatedCluster(scenario),
    time,
    speed: 1,
    paused,
    lastSequence: 0,
    tell: (updates) => messages.push(updates),
  });
  session.watch(true);
  if (receives) session.received();
  const pass = (milliseconds: number): void => {
    for (let passed = 0; passed < milliseconds; passed += 100) {
      const before = messages.length;
      time.pass(100);
      if (receives) for (let told = before; told < messages.length; told += 1) session.received();
    }
  };
  return { session, time, messages, pass, kinds: () => messages.map((updates) => updates.map(({ kind }) => kind)) };
}

const migrate = { command: 'role.liveMigrate', input: { role: 'VM1', destination: 'Demo2' } };

describe('a training session', () => {
  test('begins by telling everything', () => {
    expect(rig().kinds()[0]).toEqual(['snapshot', 'fabric', 'clock']);
  });

  test('tells of a quiet cluster nothing but its clock, once a second', () => {
    const { messages, kinds, pass } = rig();
    pass(5_000);
    expect(messages).toHaveLength(6);
    expect(kinds().slice(1).flat()).toEqual(['clock', 'clock', 'clock', 'clock', 'clock']);
  });

  test('tells next to nothing while nobody looks', () => {
    const { session, messages, pass } = rig();
    session.watch(false);
    pass(600_000);
    expect(messages.length).toBeLessThanOrEqual(11);
  });

  test('tells of a migration ten times a second, and a command at once', () => {
    const { session, messages, pass } = rig();
    session.execute(migrate);
    expect(messages).toHaveLength(2);
    session.received();
    pass(3_000);
    expect(messages.length).toBeGreaterThanOrEqual(30);
    expect(messages.length).toBeLessThanOrEqual(33);
  });

  test('waits for a receiver that is slow: what happened meanwhile is one message, not a queue', () => {
    const { session, messages, pass } = rig({ receives: false });
    session.execute(migrate);
    session.execute({ ...migrate, input: { role: 'VM2', destination: 'Demo2' } });
    pass(20_000);
    expect(messages).toHaveLength(2);
    session.received();
    expect(messages).toHaveLength(3);
    const delta = messages[2]?.find((update) => update.kind === 'delta');
    expect(delta).toMatchObject({ delta: { revision: 3 } });
    const clock = messages[2]?.find((update) => update.kind === 'clock');
    expect(clock?.clock.now).toBeGreaterThanOrEqual(19_900);
  });

  test('gives a command the time that the clock would show now', () => {
    const { session, time } = rig();
    time.pass(450);
    expect(session.execute(migrate)).toMatchObject({ ok: true, value: { startedAt: 450 } });
  });

  test('while paused tells what a command did at once, and then nothing', () => {
    const { session, messages, kinds, pass } = rig({ paused: true });
    session.execute(migrate);
    expect(kinds()[1]).toContain('delta');
    const told = messages.length;
    pass(10_000);
    expect(messages).toHaveLength(told);
  });

  test('that is stopped does nothing any more', () => {
    const { session, messages, pass } = rig();
    session.execute(migrate);
    session.stop();
    const told = messages.length;
    pass(10_000);
    expect(messages).toHaveLength(told);
  });
});

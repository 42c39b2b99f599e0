import { describe, expect, test } from 'vitest';
import type { ClockState, ClusterUpdate } from '#shared/contract/cluster-update';
import { clusterError } from '#shared/model/cluster-error';
import { sampleEvent, sampleRole } from '../../tests/support/sample-objects';
import { sampleSnapshot } from '../../tests/support/sample-snapshot';
import { createUpdateHub } from './update-hub';

const snapshot: ClusterUpdate = { kind: 'snapshot', revision: 1, snapshot: sampleSnapshot() };
const connected: ClusterUpdate = { kind: 'connection', connection: { status: 'connected' } };
const connecting: ClusterUpdate = { kind: 'connection', connection: { status: 'connecting' } };
const error = clusterError('agentCrashed', 'It stopped.');
const lost: ClusterUpdate = { kind: 'connection', connection: { status: 'lost', error } };
const events: ClusterUpdate = { kind: 'events', events: [sampleEvent()] };

function clock(now: number): ClusterUpdate {
  const state: ClockState = { now, speed: 1, paused: false, nextEventAt: null };
  return { kind: 'clock', clock: state };
}

function delta(revision: number): ClusterUpdate {
  const upserts = { roles: [sampleRole(`R${revision}`)] };
  return { kind: 'delta', delta: { revision, time: revision, upserts, removals: {} } };
}

function rig() {
  const asked = { gaps: 0, watched: [] as boolean[] };
  const hub = createUpdateHub({ onGap: () => (asked.gaps += 1), onWatched: (watched) => asked.watched.push(watched) });
  const listen = () => {
    const updates: ClusterUpdate[] = [];
    const stop = hub.subscribe((update) => updates.push(update));
    return { updates, stop, kinds: () => updates.map(({ kind }) => kind) };
  };
  return { hub, asked, listen };
}

describe('who subscribes', () => {
  test('before there is a snapshot hears nothing until it comes, and then everything that counts', () => {
    const { hub, listen } = rig();
    const { updates } = listen();
    hub.tell([connected, clock(1), events, clock(2)]);
    expect(updates).toEqual([]);
    hub.tell([snapshot]);
    expect(updates).toEqual([snapshot, connected, clock(2)]);
  });

  test('late gets the merged snapshot and the latest clock, not the story so far', () => {
    const { hub, listen } = rig();
    hub.tell([snapshot, delta(2), delta(3), events, clock(1), clock(9), connected]);
    const { updates, kinds } = listen();
    expect(kinds()).toEqual(['snapshot', 'clock', 'connection']);
    expect(updates[0]).toMatchObject({ revision: 3, snapshot: { time: 3 } });
    const [first] = updates;
    const names = first?.kind === 'snapshot' ? first.snapshot.roles.map(({ name }) => name) : [];
    expect(names).toEqual(expect.arrayContaining(['R2', 'R3']));
  });

  test('hears every update in order from then on, until it stops', () => {
    const { hub, listen } = rig();
    hub.tell([snapshot]);
    const { updates, stop } = listen();
    hub.tell([delta(2), events]);
    hub.tell([clock(5)]);
    stop();
    stop();
    hub.tell([delta(3)]);
    expect(updates.slice(1)).toEqual([delta(2), events, clock(5)]);
  });

  test.each([lost, connecting])('hears at once that there is no connection, also without a snapshot: %j', (away) => {
    const { hub, listen } = rig();
    const early = listen();
    hub.tell([away]);
    expect(early.updates).toEqual([away]);
    expect(listen().updates).toEqual([away]);
  });

  test('and stops while being told something, hears no more of it', () => {
    const { hub } = rig();
    const updates: ClusterUpdate[] = [];
    hub.tell([snapshot]);
    const stop = hub.subscribe((update) => {
      updates.push(update);
      if (update.kind === 'delta') stop();
    });
    hub.tell([delta(2), delta(3)]);
    expect(updates.map(({ kind }) => kind)).toEqual(['snapshot', 'delta']);
  });
});

test('a missing change is noticed, one full snapshot is asked for, and listeners hear nothing wrong meanwhile', () => {
  const { hub, asked, listen } = rig();
  hub.tell([snapshot]);
  const { updates } = listen();
  hub.tell([delta(3), delta(4)]);
  expect(asked.gaps).toBe(1);
  expect(updates).toEqual([snapshot]);
  hub.tell([{ ...snapshot, revision: 9 }, delta(10)]);
  expect(updates.slice(1)).toEqual([{ ...snapshot, revision: 9 }, delta(10)]);
  hub.tell([delta(12)]);
  expect(asked.gaps).toBe(2);
});

test('it is known whether anybody listens', () => {
  const { hub, asked, listen } = rig();
  const [one, other] = [listen(), listen()];
  expect(hub.isWatched).toBe(true);
  one.stop();
  expect(asked.watched).toEqual([true]);
  other.stop();
  expect(asked.watched).toEqual([true, false]);
  expect(hub.isWatched).toBe(false);
});

import { expect, it } from 'vitest';
import { fakeConnection, realConnection } from '../../../../tests/support/fake-bridge';
import { clusterWindow } from '../../../../tests/support/cluster-window';
import { sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import { overviewFeature } from '../../features/overview';
import { registryOf } from '../registry';
import { clusterStandings } from './cluster-standing';

const { problems } = registryOf([overviewFeature]);

function follow() {
  const training = clusterWindow();
  const real = clusterWindow({ training: false });
  const accesses = [
    { ...training.access, connection: fakeConnection },
    { ...real.access, connection: realConnection() },
  ];
  const standings = clusterStandings(accesses, problems);
  let told = 0;
  standings.subscribe(() => (told += 1));
  const change = (upserts: object, revision: number): void =>
    real.store.apply({ kind: 'delta', delta: { revision, time: 0, upserts, removals: {} } });
  return { standings, change, told: () => told };
}

const { nodes, roles } = sampleSnapshot();

it('counts what is wrong in a cluster that is not shown, and leaves the others as they are', () => {
  const { standings, change, told } = follow();
  const [training] = standings.all;
  change({ nodes: nodes.map((node) => (node.name === 'Demo2' ? { ...node, state: 'Down' } : node)) }, 2);
  expect(told()).toBe(1);
  expect(standings.all[0]).toBe(training);
  expect(standings.all[1]?.problems).toMatchObject([{ kind: 'node', text: 'Down', count: 1 }]);
});

it('says nothing when nothing changes that the tree shows', () => {
  const { change, told } = follow();
  change({ roles: roles.map((role) => ({ ...role, priority: 1000 })) }, 2);
  expect(told()).toBe(0);
});

import { expect, it } from 'vitest';
import { success } from '#shared/model/result';
import { clusterWindow } from '../../../../tests/support/cluster-window';
import { sampleOperation, sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import { disconnectLosses } from './disconnect-losses';

const files = [
  { name: 'Demo1_cluster.log', size: 1 },
  { name: 'Demo2_cluster.log', size: 1 },
];
const logs = sampleOperation({ id: 'logs', title: 'Collect the log', outcome: 'succeeded', endedAt: 1, files });

function open(...operations: Parameters<typeof sampleOperation>[0][]) {
  const all = operations.map((operation) => sampleOperation(operation));
  const shown = clusterWindow({ snapshot: sampleSnapshot({ operations: all }) });
  shown.access.client.subscribe(() => undefined);
  return shown;
}

it('counts files until each was saved or opened; a save that was cancelled takes none', async () => {
  const { access, bridge } = open(logs);
  const { client } = access;
  expect(disconnectLosses(access)).toEqual(['"Collect the log": 2 files neither saved nor opened are lost.']);
  bridge.answer('result.save', () => success(false));
  await client.saveResults('logs', ['Demo1_cluster.log', 'Demo2_cluster.log']);
  bridge.answer('result.open', () => success({ path: '/tmp/log' }));
  await client.openResult('logs', 'Demo1_cluster.log');
  expect(disconnectLosses(access)).toEqual(['"Collect the log": 1 file neither saved nor opened is lost.']);
  bridge.answer('result.save', () => success(true));
  await client.saveResults('logs', ['Demo2_cluster.log']);
  expect(disconnectLosses(access)).toEqual([]);
});

it('names what an administrator started and still runs, without its parts', () => {
  const { access } = open(
    { id: 'drain', title: 'Drain Demo1', outcome: 'running' },
    { id: 'part', title: 'Live migrate SQL-01', parent: 'drain', outcome: 'running' },
    { id: 'own', title: 'Fail over SQL-02', initiator: 'cluster', outcome: 'running' },
  );
  expect(disconnectLosses(access)).toEqual(['"Drain Demo1" still runs: how it ends is not shown here any more.']);
});

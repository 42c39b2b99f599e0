import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { success } from '#shared/model/result';
import { clusterWindow } from '../../../../tests/support/cluster-window';
import { sampleEvent } from '../../../../tests/support/sample-objects';
import { sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import { departureOf } from './node-departure';
import { NodeHead } from './node-head';

afterEach(cleanup);

const removed = sampleEvent({
  id: 1135,
  level: 'critical',
  subject: { kind: 'node', name: 'Demo2' },
  message: 'Demo2 was removed.',
});

it('says when a node that is down left the cluster, and how', async () => {
  const snapshot = sampleSnapshot({ nodes: { Demo2: { state: 'Down' } } });
  const shown = clusterWindow({ snapshot });
  shown.bridge.answer('cluster.query', () => success({ events: [removed], next: null, lookedBackTo: null, gaps: [] }));
  const id = snapshot.nodes.find(({ name }) => name === 'Demo2')?.id ?? '';
  render(<NodeHead id={id} />, { wrapper: shown.wrapper });
  expect(await screen.findByText(/Last event about it: .*1135: Demo2 was removed/)).toBeTruthy();
});

it('tells events about one node from those about another', () => {
  const stops = sampleEvent({ id: 1177, level: 'critical', node: 'DEMO1', subject: null });
  expect(departureOf('Demo1', [removed, stops])).toBe(stops);
  expect(departureOf('Demo2', [stops, removed])).toBe(removed);
  expect(departureOf('Demo3', [removed, stops])).toBeUndefined();
});

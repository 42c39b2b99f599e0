import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { success } from '#shared/model/result';
import { clusterWindow } from '../../../../../tests/support/cluster-window';
import { sampleOperation } from '../../../../../tests/support/sample-objects';
import { useMachineRuns } from './use-machine-runs';

it('makes one machine after another, and once it is cancelled begins no more and says so of each', async () => {
  const { bridge, wrapper } = clusterWindow();
  const { result } = renderHook(() => useMachineRuns(), { wrapper });
  const running = sampleOperation({ id: 'op-1', outcome: 'running' });
  bridge.answer('cluster.execute', () => success(running));
  act(() => result.current.start(['WEB-01', 'WEB-02', 'WEB-03']));
  await waitFor(() => expect(result.current.machines[0]?.text).not.toBe('Waits'));
  act(() => result.current.cancel());
  const operations = [{ ...running, outcome: 'succeeded' as const, endedAt: 5 }];
  act(() => bridge.tell({ kind: 'delta', delta: { revision: 2, time: 5, upserts: { operations }, removals: {} } }));
  await waitFor(() => expect(result.current.busy).toBe(false));
  expect(result.current.machines).toMatchObject([
    { name: 'WEB-01', outcome: 'succeeded' },
    { name: 'WEB-02', outcome: 'cancelled', text: 'Not begun: the wizard was cancelled before.' },
    { name: 'WEB-03', outcome: 'cancelled' },
  ]);
  expect(bridge.calls.filter(({ name }) => name === 'cluster.execute')).toHaveLength(1);
});

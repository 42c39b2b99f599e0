import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { clusterWindow } from '../../../../tests/support/cluster-window';
import { sampleSnapshot } from '../../../../tests/support/sample-snapshot';
import { CollectLogDialog } from './collect-log-dialog';

afterEach(cleanup);

function open(down = false, target = 'HVCLUSTER') {
  const shown = clusterWindow({ snapshot: sampleSnapshot(down ? { nodes: { Demo2: { state: 'Down' } } } : {}) });
  render(<CollectLogDialog target={target} onClose={() => undefined} />, { wrapper: shown.wrapper });
  const sent = () => shown.bridge.calls.find(({ name }) => name === 'cluster.execute')?.input;
  return { sent };
}

it('collects everything of every node unless told otherwise', async () => {
  const { sent } = open();
  await userEvent.click(screen.getByRole('button', { name: 'Collect' }));
  expect(sent()).toMatchObject({ command: 'cluster.collectLog', input: {} });
});

it('takes the nodes, the time and the folder that are chosen', async () => {
  const { sent } = open();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Demo2' }));
  await userEvent.click(screen.getByRole('radio', { name: '1 hour' }));
  await userEvent.click(screen.getByRole('checkbox', { name: /time zone/ }));
  await userEvent.type(screen.getByRole('textbox', { name: /folder/ }), 'C:\\Logs');
  await userEvent.click(screen.getByRole('button', { name: 'Collect' }));
  expect(sent()).toMatchObject({
    input: { nodes: ['Demo1'], timeSpan: 3_600_000, localTime: true, destination: 'C:\\Logs' },
  });
});

it('offers no node that is down, and needs one', async () => {
  const { sent } = open(true);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Demo2 (not up)' }).disabled).toBe(true);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Demo1' }));
  await userEvent.click(screen.getByRole('button', { name: 'Collect' }));
  expect(sent()).toBeUndefined();
  await userEvent.click(screen.getByRole('checkbox', { name: 'All that are up' }));
  await userEvent.click(screen.getByRole('button', { name: 'Collect' }));
  expect(sent()).toMatchObject({ input: { nodes: ['Demo1'] } });
});

it('begins with the node that it was opened for', async () => {
  const { sent } = open(false, 'Demo2');
  await userEvent.click(screen.getByRole('button', { name: 'Collect' }));
  expect(sent()).toMatchObject({ input: { nodes: ['Demo2'] } });
});

import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { clusterWindow, type ClusterWindow } from '../../../../../tests/support/cluster-window';
import { sampleSnapshot } from '../../../../../tests/support/sample-snapshot';
import { PauseDialog } from './pause-dialog';

afterEach(cleanup);

function open(release: '2022' | '2008R2' = '2022'): ClusterWindow {
  const shown = clusterWindow({ snapshot: sampleSnapshot({ cluster: { release } }) });
  render(<PauseDialog target="Demo1" onClose={() => undefined} />, { wrapper: shown.wrapper });
  return shown;
}

it('drains unless told otherwise, and says what moves where', async () => {
  const { bridge } = open();
  expect(screen.getByText(/SQL-01.*live migrate.* to Demo2/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
  expect(bridge.calls.find(({ name }) => name === 'cluster.execute')?.input).toMatchObject({
    command: 'node.pause',
    input: { node: 'Demo1', drain: true },
  });
});

it('says what happens without a drain', async () => {
  open();
  await userEvent.click(screen.getByRole('radio', { name: /Do not drain/ }));
  expect(screen.getByText(/stays there and keeps running/)).toBeTruthy();
});

it('offers no drain where the release has none, with the reason', () => {
  open('2008R2');
  const drain = screen.getByRole<HTMLInputElement>('radio', { name: /^Drain/ });
  expect(drain.disabled).toBe(true);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Do not drain/ }).checked).toBe(true);
  expect(screen.getByText(/2008 R2|2012/)).toBeTruthy();
});

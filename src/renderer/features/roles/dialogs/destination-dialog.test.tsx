import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Destination } from '#shared/contract/queries';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success } from '#shared/model/result';
import { clusterWindow, type ClusterWindow } from '../../../../../tests/support/cluster-window';
import { GB } from '../../../../../tests/support/sample-objects';
import { sampleSnapshot } from '../../../../../tests/support/sample-snapshot';
import { DestinationDialog } from './destination-dialog';

afterEach(cleanup);

function destination(node: string, more: Partial<Destination> = {}): Destination {
  const predicted = { total: 41_437, downtime: 44 };
  return { node, excluded: null, best: false, memoryAvailable: 56 * GB, predicted, warning: null, ...more };
}

const usual = [
  destination('Demo1', { excluded: 'SQL-01 is already on Demo1.', predicted: null }),
  destination('Demo2', { best: true }),
  destination('Demo3', { excluded: 'Demo3 is paused.', predicted: null }),
  destination('Demo4', { warning: 'Its clients would lose their connections.' }),
];

function open(
  destinations: readonly Destination[] = usual,
  secondHop = false,
): ClusterWindow & { readonly closed: () => boolean } {
  const snapshot = sampleSnapshot({ nodes: { Demo3: { state: 'Paused' }, Demo4: {} } });
  const shown = clusterWindow({ snapshot, secondHop });
  shown.bridge.answer('cluster.query', () => success(destinations));
  let closed = false;
  render(<DestinationDialog kind="live" role="SQL-01" onClose={() => (closed = true)} />, { wrapper: shown.wrapper });
  return { ...shown, closed: () => closed };
}

const radio = (name: string): Promise<HTMLInputElement> => screen.findByRole<HTMLInputElement>('radio', { name });
const confirm = (): HTMLElement => screen.getByRole('button', { name: 'Live Migrate' });

describe('Live Migrate', () => {
  it('begins with the best possible node and says which one it is', async () => {
    open();
    expect((await radio('Best possible node')).checked).toBe(true);
    const line = screen.getByRole('row', { name: /Best possible node/ });
    expect(line.textContent).toContain('Demo2 at present');
    expect(screen.getByRole('dialog', { name: 'Live Migrate' })).toBeTruthy();
  });

  it('shows what each node would cost, and why a node is excluded', async () => {
    open();
    const paused = await radio('Demo3');
    expect(paused.disabled).toBe(true);
    expect(screen.getByRole('row', { name: /Demo3/ }).textContent).toContain('Demo3 is paused.');
    const open4 = screen.getByRole('row', { name: /Demo4/ });
    expect(within(open4).getByText('56 GB')).toBeTruthy();
    expect(within(open4).getByText('41 s')).toBeTruthy();
    expect(within(open4).getByText('44 ms')).toBeTruthy();
  });

  it('has no empty columns for what a real cluster does not predict', async () => {
    open([destination('Demo2', { best: true, predicted: null })]);
    await radio('Demo2');
    const heads = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(heads()).toEqual(['Node', 'Memory free', 'Note']);
    cleanup();
    open();
    await radio('Demo2');
    expect(heads()).toEqual(['Node', 'Memory free', 'Time', 'Downtime', 'Note']);
  });

  it('says over which connection it may fail, and does not keep anybody from trying', async () => {
    open(usual, true);
    await radio('Demo2');
    expect(screen.getByRole('status').textContent).toContain('Move-ClusterVirtualMachineRole may fail');
    expect(confirm().getAttribute('aria-disabled')).not.toBe('true');
    cleanup();
    open();
    await radio('Demo2');
    expect(screen.queryByText(/may fail over this connection/)).toBeNull();
  });

  it('starts the command with the chosen node and closes', async () => {
    const { bridge, closed } = open();
    await userEvent.click(await radio('Demo2'));
    await userEvent.click(confirm());
    const call = bridge.calls.find(({ name }) => name === 'cluster.execute');
    expect(call?.input).toMatchObject({ command: 'role.liveMigrate', input: { role: 'SQL-01', destination: 'Demo2' } });
    expect(closed()).toBe(true);
  });

  it('leaves the choice to the cluster when none was made', async () => {
    const { bridge } = open();
    await radio('Best possible node');
    await userEvent.click(confirm());
    expect(bridge.calls.find(({ name }) => name === 'cluster.execute')?.input).toMatchObject({
      input: { role: 'SQL-01' },
    });
  });

  it('warns when clients would lose their connections', async () => {
    open();
    await userEvent.click(await radio('Demo4'));
    expect(screen.getByRole('status').textContent).toContain('lose their connections');
  });

  it('cannot be confirmed when no node can take it', async () => {
    open([destination('Demo1', { excluded: 'SQL-01 is already on Demo1.' })]);
    expect((await radio('Best possible node')).disabled).toBe(true);
    expect(confirm().getAttribute('aria-disabled')).toBe('true');
  });

  it('stays open and says why when it was refused', async () => {
    const { bridge, closed } = open();
    bridge.answer('cluster.execute', () =>
      failure(clusterError('refused', 'Demo2 is paused.', { code: 5070, advice: 'Resume it first.' })),
    );
    await userEvent.click(await radio('Demo2'));
    await userEvent.click(confirm());
    expect((await screen.findByRole('alert')).textContent).toContain('Demo2 is paused. Resume it first.');
    expect(closed()).toBe(false);
  });
});

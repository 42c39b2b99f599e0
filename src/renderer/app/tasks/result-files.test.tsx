import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success } from '#shared/model/result';
import { clusterWindow } from '../../../../tests/support/cluster-window';
import { sampleOperation } from '../../../../tests/support/sample-snapshot';
import { ResultFiles } from './result-files';

afterEach(cleanup);

function open(...names: readonly string[]) {
  const shown = clusterWindow();
  const files = names.map((name) => ({ name, size: 2048 }));
  const operation = sampleOperation({ id: 'operation-7', title: 'Collect the cluster log', files });
  render(<ResultFiles operation={operation} />, { wrapper: shown.wrapper });
  const called = (method: string) => shown.bridge.calls.filter(({ name }) => name === method).map(({ input }) => input);
  return { ...shown, called };
}

it('saves and opens each file, and all of several at once', async () => {
  const { called } = open('Demo1_cluster.log', 'Demo2_cluster.log');
  await userEvent.click(screen.getByRole('button', { name: 'Files…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Collect the cluster log' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Open Demo2_cluster.log' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Save Demo1_cluster.log' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Save All…' }));
  expect(called('result.open')).toMatchObject([{ operation: 'operation-7', name: 'Demo2_cluster.log' }]);
  expect(called('result.save')).toMatchObject([
    { names: ['Demo1_cluster.log'] },
    { names: ['Demo1_cluster.log', 'Demo2_cluster.log'] },
  ]);
});

it('says why a file cannot be opened', async () => {
  const { bridge } = open('Report.html');
  bridge.answer('result.open', () => failure(clusterError('unsupported', 'There is no program.', { advice: 'Save.' })));
  await userEvent.click(screen.getByRole('button', { name: 'File…' }));
  await userEvent.click(screen.getByRole('button', { name: 'Open Report.html' }));
  expect(await screen.findByText('There is no program.')).toBeTruthy();
});

it('tells where the copy is that was opened', async () => {
  const { bridge } = open('Report.html');
  bridge.answer('result.open', () => success({ path: '/tmp/opened/Report.html' }));
  await userEvent.click(screen.getByRole('button', { name: 'File…' }));
  await userEvent.click(screen.getByRole('button', { name: 'Open Report.html' }));
  expect(await screen.findByText(/\/tmp\/opened\/Report\.html$/)).toBeTruthy();
});

it('is not there where nothing was brought back', () => {
  open();
  expect(screen.queryByRole('button')).toBeNull();
});

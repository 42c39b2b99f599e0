import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { FabricState } from '#shared/faults/fault';
import { clusterWindow, type ClusterWindow } from '../../../../tests/support/cluster-window';
import { FaultsPanel } from './faults-panel';

const fabric: FabricState = {
  nodes: [
    { name: 'Demo1', powered: true },
    { name: 'Demo2', powered: false },
  ],
  interfaces: [
    { node: 'Demo1', network: 'Public', working: true },
    { node: 'Demo1', network: 'Private', working: true },
    { node: 'Demo2', network: 'Public', working: true },
  ],
  networks: [
    { name: 'Public', working: true },
    { name: 'Private', working: true },
  ],
  disks: [{ name: 'Quorum', working: true }],
  storageServers: [{ name: 'SWS-Store1', powered: true }],
  witnessWorking: null,
};

afterEach(cleanup);

function open(): ClusterWindow {
  const shown = clusterWindow();
  shown.bridge.tell({ kind: 'fabric', fabric });
  render(<FaultsPanel onClose={() => undefined} />, { wrapper: shown.wrapper });
  return shown;
}

const faultSwitch = (name: string): HTMLInputElement => screen.getByRole<HTMLInputElement>('switch', { name });

it('has a switch for everything that can be broken, on while it works', () => {
  open();
  for (const name of ['Power of Demo1', 'Public on Demo1', 'Network Private', 'Disk Quorum', 'Power of SWS-Store1']) {
    expect(faultSwitch(name).checked).toBe(true);
  }
  expect(faultSwitch('Power of Demo2').checked).toBe(false);
  expect(screen.queryByRole('switch', { name: 'Private on Demo2' })).toBeNull();
  expect(screen.queryByRole('switch', { name: 'Witness' })).toBeNull();
  expect(screen.getByRole('status').textContent).toBe('1 off');
});

it.each([
  ['Power of Demo1', 'node.crash', { node: 'Demo1' }],
  ['Power of Demo2', 'node.powerOn', { node: 'Demo2' }],
  ['Public on Demo1', 'nic.fail', { node: 'Demo1', network: 'Public' }],
  ['Network Private', 'network.fail', { network: 'Private' }],
  ['Disk Quorum', 'disk.fail', { disk: 'Quorum' }],
  ['Power of SWS-Store1', 'storageServer.crash', { server: 'SWS-Store1' }],
])('%s causes %s', async (name, fault, input) => {
  const { bridge } = open();
  await userEvent.click(faultSwitch(name));
  expect(bridge.calls.find((call) => call.name === 'training.fault')?.input).toMatchObject({ fault, input });
});

it('moves a switch only when the cluster says so', async () => {
  const { bridge } = open();
  await userEvent.click(faultSwitch('Disk Quorum'));
  expect(faultSwitch('Disk Quorum').checked).toBe(true);
  act(() => bridge.tell({ kind: 'fabric', fabric: { ...fabric, disks: [{ name: 'Quorum', working: false }] } }));
  expect(faultSwitch('Disk Quorum').checked).toBe(false);
});

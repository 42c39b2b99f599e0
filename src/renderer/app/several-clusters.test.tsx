import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import { failure } from '#shared/model/result';
import { renderWithClusters } from '../../../tests/support/clusters-window';
import { fakeConnection, realConnection, type FakeBridgeOptions } from '../../../tests/support/fake-bridge';
import { giveElementsSize } from '../../../tests/support/layout';
import { sampleOperation, sampleSnapshot } from '../../../tests/support/sample-snapshot';
import { connectionsFeature } from '../features/connections';
import { nodesFeature } from '../features/nodes';
import { overviewFeature } from '../features/overview';
import { rolesFeature } from '../features/roles';
import { trainingFeature } from '../features/training';
import { registryOf } from './registry';
import { Shell } from './shell';

const registry = registryOf([connectionsFeature, overviewFeature, rolesFeature, nodesFeature, trainingFeature]);
const closed = realConnection({ open: false });

beforeAll(() => giveElementsSize());
afterEach(cleanup);

function open(options: FakeBridgeOptions) {
  const opened = renderWithClusters(<Shell registry={registry} onContentPainted={() => undefined} />, options);
  const sent = (method: string) => opened.bridge.calls.filter(({ name }) => name === method).map(({ input }) => input);
  return { ...opened, sent };
}

const item = (name: string, description?: RegExp) =>
  screen.getByRole('treeitem', description === undefined ? { name } : { name, description });
const region = (name: string) => within(screen.getByRole('region', { name }));
const actionButton = (name: string) => region('Actions').getByRole('button', { name });
const banner = () => screen.queryByRole('banner');
const lost = clusterError('notConnected', 'demo1 does not answer.', { advice: 'See whether it runs.' });

describe('several clusters in one window', () => {
  it('stand in one tree, each with how its connection stands', async () => {
    const { bridge } = open({
      connections: [fakeConnection, closed, realConnection({ id: 'branch', name: 'BRANCH' })],
    });
    expect(item('PROD-HV', /^Not connected$/).getAttribute('aria-expanded')).toBeNull();
    expect(item('HVCLUSTER', /Training/)).toBeTruthy();
    act(() => bridge.tell({ kind: 'connection', connection: { status: 'lost', error: lost } }, 'branch'));
    expect(await screen.findByRole('treeitem', { description: /Connection lost: demo1 does not answer/ })).toBeTruthy();
  });

  it('show the one that is chosen; training is said only of the training cluster', async () => {
    open({ connections: [fakeConnection, closed] });
    await userEvent.click(item('HVCLUSTER'));
    expect(banner()).not.toBeNull();
    await userEvent.click(item('PROD-HV'));
    expect(banner()).toBeNull();
    expect(screen.getByRole('heading', { level: 1, name: 'PROD-HV' })).toBeTruthy();
  });

  it('connects from where a closed cluster would be, and with Enter in the tree', async () => {
    const { sent } = open({ connections: [fakeConnection, closed] });
    await userEvent.click(item('PROD-HV'));
    const place = within(document.querySelector<HTMLElement>('[data-pane="place"]') ?? document.body);
    await userEvent.click(place.getByRole('button', { name: 'Connect' }));
    act(() => item('PROD-HV').focus());
    await userEvent.keyboard('{Enter}');
    await userEvent.click(actionButton('Connect'));
    expect(sent('connections.open')).toEqual([{ connection: 'prod' }, { connection: 'prod' }, { connection: 'prod' }]);
    expect(actionButton('Disconnect').getAttribute('aria-disabled')).toBe('true');
  });

  it('says why a cluster could not be opened, what to do, and tries again', async () => {
    const { bridge, sent } = open({ connections: [fakeConnection, realConnection()], hasSnapshot: false });
    act(() => bridge.tell({ kind: 'connection', connection: { status: 'lost', error: lost } }, 'prod'));
    expect(await screen.findByText('demo1 does not answer.', { selector: 'p' })).toBeTruthy();
    expect(screen.getByText('See whether it runs.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Try Again' }));
    expect(sent('connections.open')).toEqual([{ connection: 'prod' }]);
  });

  it('keeps the data of a lost connection in view, says how old it is, and greys out what cannot be done', async () => {
    const { bridge } = open({ connections: [realConnection(), fakeConnection] });
    await userEvent.click(
      within(screen.getByRole('tree')).getAllByRole('treeitem', {
        name: 'Services and applications',
      })[0] as HTMLElement,
    );
    await userEvent.click(screen.getByRole('row', { name: 'FS1' }));
    act(() => bridge.tell({ kind: 'connection', connection: { status: 'lost', error: lost } }, 'prod'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/was lost at .*demo1 does not answer/);
    expect(screen.getByRole('row', { name: 'FS1' })).toBeTruthy();
    expect(actionButton('Take Offline').getAttribute('aria-disabled')).toBe('true');
  });

  it('greys out every command of a read-only connection with that reason, and says so below', async () => {
    open({
      connections: [
        realConnection({ capabilities: { training: false, readOnly: true, secondHop: true } }),
        fakeConnection,
      ],
    });
    await userEvent.click(screen.getByRole('row', { name: 'FS1' }));
    const takeOffline = region('Actions').getByRole('button', { name: 'Take Offline', description: /read-only/ });
    expect(takeOffline.getAttribute('aria-disabled')).toBe('true');
    const status = within(screen.getByRole('contentinfo', { name: 'Status' }));
    expect(status.getByText('Read-only')).toBeTruthy();
    expect(status.getByText('SSH hv1.prod.net')).toBeTruthy();
  });

  it('is read-only by itself where the endpoint lets an account only look', async () => {
    const { bridge } = open({ connections: [realConnection(), fakeConnection] });
    await userEvent.click(screen.getByRole('row', { name: 'FS1' }));
    act(() => bridge.tell({ kind: 'connection', connection: { status: 'connected', onlyLooks: true } }, 'prod'));
    const takeOffline = await region('Actions').findByRole('button', {
      name: 'Take Offline',
      description: /read-only: the endpoint lets this account only look/,
    });
    expect(takeOffline.getAttribute('aria-disabled')).toBe('true');
    expect(within(screen.getByRole('contentinfo', { name: 'Status' })).getByText('Read-only')).toBeTruthy();
    expect(item('PROD-HV', /Read-only/)).toBeTruthy();
    const report = () => region('Actions').getByRole('button', { name: 'Show Dependency Report' });
    expect(report().getAttribute('aria-disabled')).toBe('true');
    const reporting = { status: 'connected', onlyLooks: true, reports: true } as const;
    act(() => bridge.tell({ kind: 'connection', connection: reporting }, 'prod'));
    await waitFor(() => expect(report().getAttribute('aria-disabled')).not.toBe('true'));
    expect(takeOffline.getAttribute('aria-disabled')).toBe('true');
  });

  it('refuses the faults of training on a real cluster', async () => {
    const { bridge } = open({ connections: [realConnection(), fakeConnection] });
    act(() => bridge.emit('menu.invoked', { item: 'showFaults' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/training only/);
    expect(screen.queryByRole('region', { name: 'Faults' })).toBeNull();
  });

  it('names what runs in other clusters beside the tasks of this one', async () => {
    const operation = sampleOperation({ title: 'Live migrate SQL-01 to Demo2' });
    open({
      connections: [realConnection(), fakeConnection],
      snapshot: sampleSnapshot({ operations: [operation] }),
    });
    await userEvent.click(region('Tasks').getByRole('button', { name: /^1 task running in HVCLUSTER \(training\)$/ }));
    expect(banner()).not.toBeNull();
  });

  it('says which parts could not be read, why, and how old they are', () => {
    const problem = 'Demo2 does not answer.';
    open({
      connections: [realConnection(), fakeConnection],
      snapshot: {
        ...sampleSnapshot(),
        readings: [
          { section: 'virtualMachines', ofNode: 'Demo2', readAt: 0, fromNode: null, problem },
          { section: 'networks', ofNode: null, readAt: 1, fromNode: null, problem: 'Something else.' },
        ],
      },
    });
    const told = screen.getByText('Not everything here could be read.').parentElement?.textContent;
    expect(told).toContain('Virtual machines of Demo2: Demo2 does not answer. Never read yet.');
    expect(told).not.toContain('Something else.');
  });

  it('tells main what is in front of the user, whenever that is something else', async () => {
    const { sent } = open({ connections: [realConnection(), fakeConnection] });
    const last = () =>
      sent('cluster.look').at(-1) as { readonly connection: string; readonly parts: readonly string[] };
    const everywhere = ['cluster', 'quorum'];
    expect(last().connection).toBe('prod');
    expect(last().parts).toEqual(expect.arrayContaining([...everywhere, 'virtualMachines']));
    expect(last().parts).not.toContain('networks');
    await userEvent.click(item('HVCLUSTER', /Training/));
    expect(last().connection).toBe('training');
    expect(last().parts).toEqual(expect.arrayContaining([...everywhere, 'networks', 'events']));
    const told = sent('cluster.look').length;
    await userEvent.click(screen.getByRole('treeitem', { name: 'HVCLUSTER', selected: true }));
    expect(sent('cluster.look')).toHaveLength(told);
  });

  it('offers no real cluster on an old Electron, and says why', async () => {
    const { bridge } = open({ connections: [fakeConnection, closed], app: { trainingOnly: true, electron: '25.1.1' } });
    const add = screen.getByRole('button', { name: 'Connect to Cluster', description: /no security fixes/ });
    expect(add.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(item('PROD-HV'));
    expect(actionButton('Connect').getAttribute('aria-disabled')).toBe('true');
    act(() => bridge.emit('menu.invoked', { item: 'connectToCluster' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/Start Regroup with a newer one/);
  });

  it('keeps the name that a cluster was given, with its own beside it, wherever it is named', async () => {
    const { bridge } = open({ connections: [realConnection(), fakeConnection] });
    expect(item('PROD-HV', /^Cluster HVCLUSTER$/)).toBeTruthy();
    await userEvent.click(item('PROD-HV'));
    expect(screen.getByRole('heading', { level: 1, name: 'PROD-HV' })).toBeTruthy();
    const status = within(screen.getByRole('contentinfo', { name: 'Status' }));
    expect(status.getByText('Connected to PROD-HV (HVCLUSTER)')).toBeTruthy();
    act(() => bridge.tell({ kind: 'connection', connection: { status: 'lost', error: lost } }, 'prod'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/connection to PROD-HV \(HVCLUSTER\) was lost/);
  });

  it('tells two clusters of one name apart by how they are reached, also in what acts on them', async () => {
    const unnamed = (id: string, host: string) => {
      const { draft, ...connection } = realConnection({ id, name: host });
      if (draft === null || draft.place.kind !== 'ssh') throw new Error('It is reached over ssh.');
      return { ...connection, draft: { ...draft, name: '', place: { ...draft.place, host } } };
    };
    open({ connections: [unnamed('two', 'hv7.branch.net'), unnamed('one', 'hv1.prod.net'), fakeConnection] });
    expect(item('HVCLUSTER (SSH hv1.prod.net)')).toBeTruthy();
    expect(item('HVCLUSTER (training)')).toBeTruthy();
    expect(item('HVCLUSTER (SSH hv7.branch.net)').getAttribute('aria-level')).toBe('1');
    await userEvent.click(screen.getByRole('row', { name: 'FS1' }));
    await userEvent.click(actionButton('Take Offline'));
    const dialog = await screen.findByRole('dialog', { name: 'Take Offline' }, { timeout: 20_000 });
    expect(within(dialog).getByText('On HVCLUSTER (SSH hv7.branch.net)')).toBeTruthy();
  });

  it('has what is done with a connection in a group of its own, apart from the commands of the cluster', async () => {
    const { sent } = open({ connections: [realConnection(), fakeConnection] });
    await userEvent.click(item('PROD-HV'));
    const ofConnection = within(region('Actions').getByRole('list', { name: 'Connection' }));
    expect(ofConnection.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Connect',
      'Disconnect',
      'Edit Connection…',
      'Test Connection…',
      'Forget Passwords',
      'Connect to Cluster…',
      'Remove Connection…',
    ]);
    const ofCluster = within(region('Actions').getByRole('list', { name: 'PROD-HV' }));
    expect(ofCluster.queryByRole('button', { name: /Connect|Remove Connection/ })).toBeNull();
    await waitFor(() =>
      expect(sent('menu.showActions').at(-1)).toMatchObject({
        groups: [{ title: 'PROD-HV' }, { title: 'Connection' }],
      }),
    );
  });

  it('asks before a connection ends with which files are lost, and takes its notices along', async () => {
    const files = [{ name: 'Demo1_cluster.log', size: 1 }];
    const logs = sampleOperation({ id: 'logs', title: 'Collect the log', outcome: 'succeeded', endedAt: 1, files });
    const { bridge, sent } = open({
      connections: [realConnection(), fakeConnection],
      snapshot: sampleSnapshot({ operations: [logs] }),
    });
    bridge.answer('connections.forgetSecrets', () => failure(lost));
    await userEvent.click(item('PROD-HV'));
    await userEvent.click(actionButton('Forget Passwords'));
    expect(await screen.findByText(/demo1 does not answer/)).toBeTruthy();
    await userEvent.click(actionButton('Disconnect'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Disconnect' }, { timeout: 20_000 }));
    expect(dialog.getByText('Disconnect from PROD-HV?')).toBeTruthy();
    expect(dialog.getByText(/"Collect the log": 1 file neither saved nor opened is lost/)).toBeTruthy();
    expect(sent('connections.close')).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Disconnect' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent('connections.close')).toEqual([{ connection: 'prod' }]);
    expect(screen.queryByText(/demo1 does not answer/)).toBeNull();
  });

  it('asks before a connection is removed', async () => {
    const { sent } = open({ connections: [fakeConnection, closed] });
    await userEvent.click(item('PROD-HV'));
    await userEvent.click(actionButton('Remove Connection'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove Connection' }));
    expect(dialog.getByText(/Nothing changes in the cluster itself/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    expect(sent('connections.remove')).toEqual([{ connection: 'prod' }]);
  });
});

import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '#shared/model/result';
import { clusterWindow } from '../../../tests/support/cluster-window';
import type { FakeBridgeOptions } from '../../../tests/support/fake-bridge';
import { giveElementsSize } from '../../../tests/support/layout';
import { sampleOperation, sampleSnapshot } from '../../../tests/support/sample-snapshot';
import { rolesFeature } from '../features/roles';
import { nodesFeature } from '../features/nodes';
import { overviewFeature } from '../features/overview';
import { wizardsFeature } from '../features/wizards';
import { registryOf } from './registry';
import { Shell } from './shell';

const registry = registryOf([overviewFeature, rolesFeature, nodesFeature, wizardsFeature]);

beforeAll(() => giveElementsSize());
afterEach(cleanup);

function open(options: FakeBridgeOptions = {}) {
  const opened = clusterWindow(options);
  render(<Shell registry={registry} onContentPainted={() => undefined} />, { wrapper: opened.wrapper });
  return opened;
}

const region = (name: string) => within(screen.getByRole('region', { name }));
/** Dialogs are loaded when they are first needed. */
const findDialog = (name: string) => screen.findByRole('dialog', { name });
const row = (name: string) => screen.getByRole('row', { name });

describe('the window', () => {
  it('says that it is training, across its whole width', () => {
    open();
    const status = within(screen.getByRole('banner')).getByRole('status', { name: 'Training' });
    expect(status.textContent).toContain('Simulated cluster. Nothing here touches a real server.');
  });

  it('shows the cluster, its places and its nodes in the tree', () => {
    open({ snapshot: sampleSnapshot({ nodes: { Demo2: { state: 'Down' } } }) });
    const tree = within(screen.getByRole('tree', { name: 'Clusters' }));
    for (const name of [
      'HVCLUSTER',
      'Services and applications',
      'Nodes',
      'Demo1',
      'Storage',
      'Networks',
      'Cluster events',
    ]) {
      expect(tree.getByRole('treeitem', { name })).toBeTruthy();
    }
    expect(tree.getByRole('treeitem', { name: 'Demo2', description: 'Down' })).toBeTruthy();
    expect(tree.getByRole('treeitem', { name: 'Nodes', description: '1 node down' })).toBeTruthy();
  });

  it('shows the details and the actions of the selected row', async () => {
    open();
    await userEvent.click(row('FS1'));
    expect(region('Details').getByRole('heading', { name: 'FS1' })).toBeTruthy();
    const takeOffline = region('Actions').getByRole('button', { name: 'Take Offline' });
    expect(takeOffline.getAttribute('aria-disabled')).toBe('false');
    expect(region('Actions').queryByRole('button', { name: 'Turn Off' })).toBeNull();
  });

  it('greys out what cannot be done and says why, and does not do it', async () => {
    const { bridge } = open();
    await userEvent.click(row('FS1'));
    const bringOnline = region('Actions').getByRole('button', { name: 'Bring Online', description: /online/i });
    expect(bringOnline.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(bringOnline);
    expect(bridge.calls.some(({ name }) => name === 'cluster.execute')).toBe(false);
  });

  it('says before a command that needs a second hop that it may fail, also before one that is safe', async () => {
    const { bridge } = open({ snapshot: sampleSnapshot({ nodes: { Demo2: { state: 'Down' } } }), secondHop: true });
    await userEvent.click(screen.getByRole('treeitem', { name: 'Nodes' }));
    await userEvent.click(row('Demo2'));
    await userEvent.click(region('Actions').getByRole('button', { name: 'Start Cluster Service' }));
    const dialog = within(await findDialog('Start Cluster Service'));
    expect(dialog.getByRole('status').textContent).toMatch(
      /Start-ClusterNode may fail.*Ways out: connect from a Windows/,
    );
    expect(bridge.calls.some(({ name }) => name === 'cluster.execute')).toBe(false);
    await userEvent.click(dialog.getByRole('button', { name: 'Start Cluster Service' }));
    await waitFor(() => expect(bridge.calls.some(({ name }) => name === 'cluster.execute')).toBe(true));
  });

  it('starts what is safe at once', async () => {
    const { bridge } = open();
    await userEvent.click(row('WEB-01'));
    await userEvent.click(region('Actions').getByRole('button', { name: 'Bring Online' }));
    expect(bridge.calls.find(({ name }) => name === 'cluster.execute')?.input).toMatchObject({
      command: 'role.bringOnline',
      input: { role: 'WEB-01' },
    });
  });

  it('asks before it takes something offline, and says what will happen', async () => {
    const { bridge } = open();
    await userEvent.click(row('FS1'));
    await userEvent.click(region('Actions').getByRole('button', { name: 'Take Offline' }));
    const dialog = within(await findDialog('Take Offline'));
    expect(dialog.getAllByRole('listitem').length).toBeGreaterThan(0);
    await userEvent.click(dialog.getByRole('button', { name: 'Take Offline' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.calls.find(({ name }) => name === 'cluster.execute')?.input).toMatchObject({
      command: 'role.takeOffline',
    });
  });

  it('shows why something was refused and what to do, until it is dismissed', async () => {
    const { bridge } = open();
    bridge.answer('cluster.execute', () =>
      failure({
        kind: 'refused',
        code: 5942,
        message: 'The disk LUN7 is offline.',
        advice: 'Bring the disk online first.',
      }),
    );
    await userEvent.click(row('WEB-01'));
    await userEvent.click(region('Actions').getByRole('button', { name: 'Bring Online' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The disk LUN7 is offline. Bring the disk online first.');
    await userEvent.click(within(alert).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows an operation with its progress, cancels it, and keeps it with its outcome', async () => {
    const operation = sampleOperation({
      command: 'role.liveMigrate',
      title: 'Live migrate SQL-01 to Demo2',
      target: { kind: 'role', name: 'SQL-01' },
      progress: { percent: 74, text: 'Pass 3', remaining: 2400 },
      cancel: { command: 'role.cancelMigration', input: { role: 'SQL-01' } },
    });
    const { bridge } = open({ snapshot: sampleSnapshot({ operations: [operation] }) });
    const task = () => within(region('Tasks').getByRole('listitem', { name: operation.title }));
    expect(task().getByRole('progressbar', { name: operation.title }).getAttribute('aria-valuenow')).toBe('74');
    expect(task().getByText('Pass 3 · 2.4 s left')).toBeTruthy();
    await userEvent.click(task().getByRole('button', { name: 'Cancel' }));
    expect(bridge.calls.find(({ name }) => name === 'cluster.execute')?.input).toMatchObject({
      command: 'role.cancelMigration',
    });
    const ended = { ...operation, outcome: 'cancelled', endedAt: 1000, cancel: null } as const;
    act(() =>
      bridge.tell({
        kind: 'delta',
        delta: { revision: 2, time: 1000, upserts: { operations: [ended] }, removals: {} },
      }),
    );
    expect(task().getByText('Cancelled')).toBeTruthy();
    expect(task().queryByRole('button', { name: 'Cancel' })).toBeNull();
  });

  it('goes from pane to pane with F6', async () => {
    open();
    await userEvent.click(row('FS1'));
    const panes: (string | null | undefined)[] = [];
    for (let press = 0; press < 5; press += 1) {
      await userEvent.keyboard('{F6}');
      panes.push(document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'));
    }
    expect(panes).toEqual(['details', 'tasks', 'actions', 'tree', 'place']);
  });

  it('reads everything anew with F5', async () => {
    const { bridge } = open();
    await userEvent.keyboard('{F5}');
    expect(bridge.calls.some(({ name }) => name === 'cluster.refresh')).toBe(true);
  });

  it('pauses, steps and speeds up the simulated clock', async () => {
    const { bridge } = open();
    act(() =>
      bridge.tell({ kind: 'clock', clock: { now: 33_272_000, speed: 1, paused: false, nextEventAt: 33_280_000 } }),
    );
    expect(screen.getByRole('timer', { name: 'Simulated time' }).textContent).toBe('Day 1, 09:14:32');
    await userEvent.click(screen.getByRole('button', { name: 'Pause the clock' }));
    await userEvent.click(screen.getByRole('button', { name: 'Step to the next event' }));
    await userEvent.click(screen.getByRole('radio', { name: '60x' }));
    const changes = bridge.calls.filter(({ name }) => name === 'training.clock').map(({ input }) => input);
    expect(changes).toMatchObject([{ paused: true }, { step: true }, { speed: 60 }]);
  });

  it('goes back to the cluster when the place is gone', async () => {
    const { bridge } = open();
    await userEvent.click(screen.getByRole('treeitem', { name: 'Demo2' }));
    expect(screen.getByRole('heading', { level: 1, name: 'Demo2' })).toBeTruthy();
    const id = sampleSnapshot().nodes.find(({ name }) => name === 'Demo2')?.id ?? '';
    act(() => bridge.tell({ kind: 'delta', delta: { revision: 2, time: 1, upserts: {}, removals: { nodes: [id] } } }));
    expect(screen.getByRole('heading', { level: 1, name: 'HVCLUSTER' })).toBeTruthy();
  });

  it('lists every mistake of a scenario file that could not be opened', async () => {
    const opened = clusterWindow();
    opened.bridge.answer('connections.problem', () => ({
      ok: true,
      value: {
        file: 'two-nodes.yaml',
        problems: ['two-nodes.yaml:3:7: expected a size', 'two-nodes.yaml:9:1: no such node'],
      },
    }));
    render(<Shell registry={registry} onContentPainted={() => undefined} />, { wrapper: opened.wrapper });
    const dialog = within(await findDialog('The scenario could not be opened'));
    expect(dialog.getByText('two-nodes.yaml:9:1: no such node')).toBeTruthy();
    expect(dialog.getByText(/2 mistakes/)).toBeTruthy();
  });

  it('says that the connection is lost, greys everything out and offers to try again', async () => {
    const { bridge } = open({ training: false });
    await userEvent.click(row('WEB-01'));
    const error = { kind: 'timeout', code: null, message: 'Demo1 does not answer.', advice: null } as const;
    act(() => bridge.tell({ kind: 'connection', connection: { status: 'lost', error } }));
    const bringOnline = region('Actions').getByRole('button', {
      name: 'Bring Online',
      description: /connection is lost/i,
    });
    expect(bringOnline.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Try Again' }));
    expect(bridge.calls.some(({ name }) => name === 'connections.open')).toBe(true);
  });

  it.each([true, false])('starts a training cluster anew that stopped by itself (shown before: %s)', async (shown) => {
    const opened = clusterWindow({ hasSnapshot: shown });
    render(<Shell registry={registry} onContentPainted={() => undefined} />, { wrapper: opened.wrapper });
    const error = { kind: 'agentCrashed', code: null, message: 'It stopped by itself.', advice: null } as const;
    act(() => opened.bridge.tell({ kind: 'connection', connection: { status: 'lost', error } }));
    await userEvent.click(screen.getByRole('button', { name: 'Restart the Training Cluster' }));
    expect(opened.bridge.calls.some(({ name }) => name === 'training.restart')).toBe(true);
    expect(screen.queryByRole('button', { name: 'Try Again' })).toBeNull();
  });

  it('leaves an open dialog alone when something else is chosen in the application menu', async () => {
    const { bridge } = open();
    await userEvent.click(row('FS1'));
    await userEvent.click(region('Actions').getByRole('button', { name: 'Take Offline' }));
    await findDialog('Take Offline');
    for (const item of ['about', 'showShortcuts', 'configureRole', 'showFaults'] as const)
      act(() => bridge.emit('menu.invoked', { item }));
    expect(screen.getAllByRole('dialog').map((dialog) => dialog.getAttribute('aria-label'))).toEqual(['Take Offline']);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    act(() => bridge.emit('menu.invoked', { item: 'about' }));
    await findDialog('About Regroup');
  });

  it('says why the wizard of the application menu is not offered now', async () => {
    const snapshot = sampleSnapshot();
    const { bridge } = open({ snapshot: { ...snapshot, cluster: { ...snapshot.cluster, state: 'Stopped' } } });
    act(() => bridge.emit('menu.invoked', { item: 'configureRole' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The cluster does not run.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('tells an outcome beside the window that came faster than the window looked', () => {
    const { bridge } = open();
    act(() => bridge.emit('menu.invoked', { item: 'toggleDetails' }));
    const quick = sampleOperation({
      command: 'role.bringOnline',
      title: 'Bring WEB-01 online',
      target: null,
      outcome: 'succeeded',
      startedAt: 1,
      endedAt: 40,
    });
    const tellOf = (revision: number, operation: typeof quick): void =>
      act(() =>
        bridge.tell({
          kind: 'delta',
          delta: { revision, time: 1, upserts: { operations: [operation] }, removals: {} },
        }),
      );
    tellOf(2, quick);
    tellOf(3, { ...quick, title: 'Bring WEB-01 online' });
    expect(screen.getAllByText('Bring WEB-01 online: completed.')).toHaveLength(1);
  });

  it('does not tell a refusal twice', () => {
    const { bridge } = open();
    act(() => bridge.emit('menu.invoked', { item: 'toggleDetails' }));
    const error = { kind: 'refused', code: null, message: 'Its disk is offline.', advice: null } as const;
    const refused = sampleOperation({
      command: 'role.bringOnline',
      title: 'Bring WEB-01 online',
      target: null,
      outcome: 'failed',
      startedAt: 1,
      endedAt: 1,
      error,
    });
    act(() =>
      bridge.tell({ kind: 'delta', delta: { revision: 2, time: 1, upserts: { operations: [refused] }, removals: {} } }),
    );
    expect(screen.queryByText(/Its disk is offline/)).toBeNull();
  });

  it('tells an outcome beside the window while the tasks are hidden', () => {
    const operation = sampleOperation({ command: 'role.bringOnline', title: 'Bring WEB-01 online', target: null });
    const { bridge } = open({ snapshot: sampleSnapshot({ operations: [operation] }) });
    act(() => bridge.emit('menu.invoked', { item: 'toggleDetails' }));
    expect(screen.queryByRole('region', { name: 'Tasks' })).toBeNull();
    const error = {
      kind: 'refused',
      code: null,
      message: 'Its disk is offline.',
      advice: 'Bring it online first.',
    } as const;
    const ended = { ...operation, outcome: 'failed', endedAt: 1, error } as const;
    act(() =>
      bridge.tell({ kind: 'delta', delta: { revision: 2, time: 1, upserts: { operations: [ended] }, removals: {} } }),
    );
    expect(screen.getByRole('alert').textContent).toContain(
      'Bring WEB-01 online: failed. Its disk is offline. Bring it online first.',
    );
  });

  it('has the actions in a menu while their pane is hidden', async () => {
    const { bridge } = open();
    act(() => bridge.emit('menu.invoked', { item: 'toggleActions' }));
    expect(screen.queryByRole('region', { name: 'Actions' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Actions' }));
    expect(await screen.findByRole('menuitem', { name: 'Take Offline' })).toBeTruthy();
  });

  it('opens the same actions with Shift+F10, carries one out and gives the focus back', async () => {
    const { bridge } = open();
    await userEvent.click(row('WEB-01'));
    const pane = region('Actions').getByRole('list', { name: 'WEB-01' });
    const offered = within(pane)
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label'));
    await userEvent.keyboard('{Shift>}{F10}{/Shift}');
    const items = await screen.findAllByRole('menuitem');
    expect(items.map((item) => item.getAttribute('aria-label'))).toEqual(offered);
    await userEvent.click(screen.getByRole('menuitem', { name: 'Bring Online' }));
    expect(bridge.calls.find(({ name }) => name === 'cluster.execute')?.input).toMatchObject({
      command: 'role.bringOnline',
    });
    expect(document.activeElement).toBe(screen.getByRole('grid', { name: 'Services and applications' }));
  });
});

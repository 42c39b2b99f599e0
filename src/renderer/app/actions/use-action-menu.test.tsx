import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { renderWithClusters } from '../../../../tests/support/clusters-window';
import { realConnection } from '../../../../tests/support/fake-bridge';
import { giveElementsSize } from '../../../../tests/support/layout';
import { connectionsFeature } from '../../features/connections';
import { overviewFeature } from '../../features/overview';
import { rolesFeature } from '../../features/roles';
import { registryOf } from '../registry';
import { Shell } from '../shell';

const registry = registryOf([connectionsFeature, overviewFeature, rolesFeature]);

beforeAll(() => giveElementsSize());
afterEach(cleanup);

it('the application menu acts on the object that it names, not on one that was selected since', async () => {
  const shell = <Shell registry={registry} onContentPainted={() => undefined} />;
  const { bridge } = renderWithClusters(shell, { connections: [realConnection()] });
  interface Menu {
    readonly groups: readonly { readonly title: string; readonly actions: readonly { readonly key: string }[] }[];
  }
  const menu = (): Menu | undefined =>
    bridge.calls.filter(({ name }) => name === 'menu.showActions').at(-1)?.input as Menu | undefined;
  const actionsOf = (name: string) =>
    within(screen.getByRole('region', { name: 'Actions' })).getByRole('list', { name });

  fireEvent.mouseDown(await screen.findByRole('row', { name: 'FS1' }, { timeout: 30_000 }));
  await waitFor(() => expect(menu()?.groups[1]?.title).toBe('FS1'), { timeout: 30_000 });
  const { key = '' } = menu()?.groups[1]?.actions.find((action) => action.key.includes('takeOffline')) ?? {};
  fireEvent.mouseDown(screen.getByRole('row', { name: 'SQL-01' }));
  expect(actionsOf('SQL-01')).toBeTruthy();
  act(() => bridge.emit('menu.actionChosen', { group: 1, key }));
  const dialog = await screen.findByRole('dialog', { name: 'Take Offline' }, { timeout: 30_000 });
  expect(dialog.textContent).toContain('FS1');
  expect(dialog.textContent).not.toContain('SQL-01');
});

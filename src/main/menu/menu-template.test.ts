import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import type { MenuItem } from '#shared/contract/contract';
import { menuTemplate } from './menu-template';

const everyItem: Record<MenuItem, true> = {
  connectToCluster: true,
  refresh: true,
  toggleActions: true,
  toggleDetails: true,
  showFaults: true,
  configureRole: true,
  showShortcuts: true,
  about: true,
};

function template(platform: NodeJS.Platform, invoke: (item: MenuItem) => void = () => undefined, development = false) {
  return menuTemplate({
    platform,
    development,
    invoke,
    openLogFolder: () => undefined,
    noRealClusters: null,
    groups: [],
    choose: () => undefined,
  });
}

function itemsOf(menus: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return menus.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
}

describe.each(['win32', 'darwin', 'linux'] as const)('the application menu on %s', (platform) => {
  test('offers everything that the window carries out, once', () => {
    const invoked: MenuItem[] = [];
    const items = itemsOf(template(platform, (item) => invoked.push(item))).filter(
      ({ id }) => id !== undefined && Object.hasOwn(everyItem, id),
    );
    for (const item of items) (item.click as () => void)();
    expect([...invoked].sort()).toEqual(Object.keys(everyItem).sort());
  });

  test('gives no shortcut twice', () => {
    const shortcuts = itemsOf(template(platform)).flatMap(({ accelerator }) => (accelerator ? [accelerator] : []));
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(shortcuts).toContain('F5');
  });

  test('shows tools for developers in development only', () => {
    const roles = (development: boolean) => itemsOf(template(platform, undefined, development)).map(({ role }) => role);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(true)).toContain('toggleDevTools');
  });
});

test('a Mac has its own menu with About and Quit, the others have Exit in File', () => {
  expect(template('darwin').map(({ label, role }) => label ?? role)).toEqual([
    'Regroup',
    '&File',
    '&Action',
    'editMenu',
    '&View',
    'windowMenu',
    '&Help',
  ]);
  expect(template('linux').map(({ label, role }) => label ?? role)).toEqual([
    '&File',
    '&Action',
    'editMenu',
    '&View',
    '&Help',
  ]);
  expect(itemsOf(template('win32')).find(({ role }) => role === 'quit')?.label).toBe('E&xit');
});

test('the Action menu holds the actions of the pane, greyed out with the reason, and names are only text', () => {
  const chosen: unknown[] = [];
  const action = { key: 'role.move R&D', title: 'Move', asks: true, reason: null };
  const menus = menuTemplate({
    platform: 'linux',
    development: false,
    invoke: () => undefined,
    openLogFolder: () => undefined,
    noRealClusters: null,
    groups: [
      { title: 'Services and applications', actions: [] },
      { title: 'R&D', actions: [action, { ...action, key: 'role.bringOnline R&D', reason: 'R&D is already online.' }] },
    ],
    choose: (group, key) => chosen.push([group, key]),
  });
  const items = itemsOf(menus.filter(({ id }) => id === 'actions'));
  expect(items.map(({ label }) => label)).toEqual(['Services and applications', undefined, 'R&&D', 'Move…', 'Move…']);
  expect(items.map(({ enabled }) => enabled)).toEqual([false, undefined, false, true, false]);
  expect(items[4]?.toolTip).toBe('R&D is already online.');
  (items[3]?.click as () => void)();
  expect(chosen).toEqual([[1, 'role.move R&D']]);
});

test('connecting is greyed out with the reason where this Electron connects to no real cluster', () => {
  const reason = 'Electron 25 gets no security fixes any more.';
  const menus = menuTemplate({
    platform: 'linux',
    development: false,
    invoke: () => undefined,
    openLogFolder: () => undefined,
    noRealClusters: reason,
    groups: [],
    choose: () => undefined,
  });
  const connect = itemsOf(menus).find(({ id }) => id === 'connectToCluster');
  expect(connect).toMatchObject({ enabled: false, toolTip: reason });
  expect(connect?.label).toContain('needs a newer Electron');
});

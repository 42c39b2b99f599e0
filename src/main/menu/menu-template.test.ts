import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import type { MenuItem } from '#shared/contract/contract';
import { menuTemplate } from './menu-template';

const everyItem: Record<MenuItem, true> = {
  refresh: true,
  toggleActions: true,
  toggleDetails: true,
  showFaults: true,
  configureRole: true,
  showShortcuts: true,
  about: true,
};

function template(platform: NodeJS.Platform, invoke: (item: MenuItem) => void = () => undefined, development = false) {
  return menuTemplate({ platform, development, invoke, openLogFolder: () => undefined });
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
    'editMenu',
    '&View',
    'windowMenu',
    '&Help',
  ]);
  expect(template('linux').map(({ label, role }) => label ?? role)).toEqual(['&File', 'editMenu', '&View', '&Help']);
  expect(itemsOf(template('win32')).find(({ role }) => role === 'quit')?.label).toBe('E&xit');
});

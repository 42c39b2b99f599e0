import type { MenuItemConstructorOptions } from 'electron';
import type { MenuGroup, MenuItem } from '#shared/contract/contract';

interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly development: boolean;
  /** The window carries it out. */
  readonly invoke: (item: MenuItem) => void;
  readonly openLogFolder: () => void;
  /** Why no real cluster can be connected to; null: they can. */
  readonly noRealClusters: string | null;
  /** What the actions pane shows now. */
  readonly groups: readonly MenuGroup[];
  /** `group`: its place in `groups`. */
  readonly choose: (group: number, key: string) => void;
}

type Items = MenuItemConstructorOptions[];

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The application menu as each platform expects it. */
export function menuTemplate(options: MenuOptions): Items {
  const mac = options.platform === 'darwin';
  return [
    ...(mac ? [macAppMenu(options)] : []),
    fileMenu(options, mac),
    actionMenu(options),
    { role: 'editMenu' },
    viewMenu(options),
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    helpMenu(options, mac),
  ];
}

function item(
  { invoke }: MenuOptions,
  name: MenuItem,
  label: string,
  accelerator?: string,
): MenuItemConstructorOptions {
  return { id: name, label, click: () => invoke(name), ...(accelerator === undefined ? {} : { accelerator }) };
}

function macAppMenu(options: MenuOptions): MenuItemConstructorOptions {
  const items: Items = [
    item(options, 'about', 'About Regroup'),
    separator,
    { role: 'services' },
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { role: 'quit' },
  ];
  return { label: 'Regroup', submenu: items };
}

function fileMenu(options: MenuOptions, mac: boolean): MenuItemConstructorOptions {
  // Only a Mac shows tool tips in its menus.
  const connect =
    options.noRealClusters === null
      ? item(options, 'connectToCluster', 'C&onnect to Cluster…', 'CmdOrCtrl+O')
      : {
          ...item(options, 'connectToCluster', 'C&onnect to Cluster… (needs a newer Electron)', 'CmdOrCtrl+O'),
          enabled: false,
          toolTip: options.noRealClusters,
        };
  const configure = item(options, 'configureRole', '&Configure a Service or Application…', 'CmdOrCtrl+N');
  const leave: MenuItemConstructorOptions = mac ? { role: 'close' } : { role: 'quit', label: 'E&xit' };
  return { label: '&File', submenu: [connect, configure, separator, leave] };
}

/** The actions of the pane, group by group. A name of the cluster is only text: its `&` marks no letter. */
function actionMenu({ groups, choose }: MenuOptions): MenuItemConstructorOptions {
  const items = groups.flatMap(({ title, actions }, index): Items => [
    ...(index === 0 ? [] : [separator]),
    { label: asText(title), enabled: false },
    ...actions.map((action): MenuItemConstructorOptions => ({
      label: `${asText(action.title)}${action.asks ? '…' : ''}`,
      enabled: action.reason === null,
      ...(action.reason === null ? {} : { toolTip: action.reason }),
      click: () => choose(index, action.key),
    })),
  ]);
  return { id: 'actions', label: '&Action', submenu: items };
}

function asText(name: string): string {
  return name.replaceAll('&', '&&');
}

function viewMenu(options: MenuOptions): MenuItemConstructorOptions {
  const developer: Items = options.development ? [separator, { role: 'forceReload' }, { role: 'toggleDevTools' }] : [];
  const items: Items = [
    item(options, 'refresh', '&Refresh', 'F5'),
    separator,
    item(options, 'toggleActions', '&Actions Pane', 'CmdOrCtrl+Shift+A'),
    item(options, 'toggleDetails', '&Details Pane', 'CmdOrCtrl+Shift+D'),
    item(options, 'showFaults', '&Faults', 'CmdOrCtrl+Shift+F'),
    separator,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
    ...developer,
  ];
  return { label: '&View', submenu: items };
}

function helpMenu(options: MenuOptions, mac: boolean): MenuItemConstructorOptions {
  const items: Items = [
    item(options, 'showShortcuts', '&Keyboard Shortcuts', 'CmdOrCtrl+/'),
    { label: 'Open &Log Folder', click: options.openLogFolder },
    ...(mac ? [] : [separator, item(options, 'about', '&About Regroup')]),
  ];
  return { role: 'help', label: '&Help', submenu: items };
}

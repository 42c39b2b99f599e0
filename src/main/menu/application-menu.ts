import { app, Menu, shell } from 'electron';
import type { ContractEvents, MenuGroup } from '#shared/contract/contract';
import { menuTemplate } from './menu-template';

/** The application menu on screen. */
export interface ApplicationMenu {
  /** Replaces the actions in it. */
  showActions(groups: readonly MenuGroup[]): void;
}

interface ApplicationMenuOptions {
  readonly development: boolean;
  /** Why no real cluster can be connected to; null: they can. */
  readonly noRealClusters: string | null;
}

/** Puts up the application menu; what is chosen in it is told to the windows. */
export function createApplicationMenu(
  { development, noRealClusters }: ApplicationMenuOptions,
  tellWindows: <Name extends keyof ContractEvents>(name: Name, payload: ContractEvents[Name]) => void,
): ApplicationMenu {
  const showActions = (groups: readonly MenuGroup[]): void =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          platform: process.platform,
          development,
          noRealClusters,
          invoke: (item) => tellWindows('menu.invoked', { item }),
          openLogFolder: () => void shell.openPath(app.getPath('logs')),
          groups,
          choose: (group, key) => tellWindows('menu.actionChosen', { group, key }),
        }),
      ),
    );
  showActions([]);
  return { showActions };
}

import type { AppInfo, MenuGroup, OpeningProblem } from '#shared/contract/contract';
import { safeFileName } from '#shared/files/safe-file-name';
import { success, type Result } from '#shared/model/result';
import type { Settings, SettingsPatch } from '#shared/settings/settings';
import type { Connections } from '../connections/connections';
import type { Log } from '../log/log';
import type { Handlers } from './handlers';

/** What these handlers do outside of Regroup. */
export interface AppActions {
  readonly info: AppInfo;
  readonly log: Log;
  readSettings(): Settings;
  changeSettings(patch: SettingsPatch): Settings;
  /** Asks where to save and saves; false when the user cancelled. */
  saveFile(suggestedName: string, type: string, content: string): Promise<Result<boolean>>;
  writeClipboard(text: string): void;
  openLink(url: string): void;
  showMenuActions(groups: readonly MenuGroup[]): void;
}

type AppMethods =
  | `app.${'info' | 'log' | 'contentPainted'}`
  | `settings.${'get' | 'change'}`
  | `connections.${'list' | 'problem'}`
  | 'file.save'
  | 'clipboard.write'
  | 'link.open'
  | 'menu.showActions';

/** What the window needs of the app and of the desktop. */
export function appHandlers(actions: AppActions, connections: Connections): Pick<Handlers, AppMethods> {
  return {
    'app.info': () => success(actions.info),
    'app.log': ({ level, message }) => {
      actions.log[level](`Window: ${message}`);
      return success(null);
    },
    'app.contentPainted': (_input, caller) => {
      caller.reveal();
      return success(null);
    },
    'settings.get': () => success(actions.readSettings()),
    'settings.change': (patch) => success(actions.changeSettings(patch)),
    'connections.list': async () => success(await connections.list()),
    'connections.problem': async () => success<OpeningProblem | null>(await connections.problem()),
    'file.save': ({ suggestedName, type, content }) =>
      actions.saveFile(safeFileName(suggestedName, type), type, content),
    'menu.showActions': ({ groups }) => {
      actions.showMenuActions(groups);
      return success(null);
    },
    'link.open': ({ url }) => {
      actions.openLink(url);
      return success(null);
    },
    'clipboard.write': ({ text }) => {
      actions.writeClipboard(text);
      return success(null);
    },
  };
}

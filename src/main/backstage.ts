import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { app, BrowserWindow, clipboard, dialog, Menu, shell } from 'electron';
import type { AppInfo, ContractEvents } from '#shared/contract/contract';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';
import type { LaunchOptions } from './command-line/launch-options';
import { openTrainingConnection } from './connections/training-connection';
import { startUtilityWorker } from './connections/utility-worker';
import { appHandlers } from './ipc/app-handlers';
import { clusterHandlers } from './ipc/cluster-handlers';
import { createDispatcher, type Dispatcher } from './ipc/dispatcher';
import { trainingHandlers } from './ipc/training-handlers';
import type { Log } from './log/log';
import { menuTemplate } from './menu/menu-template';
import type { SettingsStore } from './settings/settings-store';

interface BackstageOptions {
  readonly options: LaunchOptions;
  readonly userData: string;
  readonly development: boolean;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly tellWindows: <Name extends keyof ContractEvents>(name: Name, payload: ContractEvents[Name]) => void;
}

/** Everything that the window needs only after its page has begun to load. */
export interface Backstage {
  readonly dispatcher: Dispatcher;
  close(): Promise<void>;
}

/** Builds connections, handlers and the menu. */
export function buildBackstage({
  options,
  userData,
  development,
  log,
  settings,
  tellWindows,
}: BackstageOptions): Backstage {
  const connections = openTrainingConnection({
    target: {
      kind: 'training',
      scenarioFile: options.scenario,
      defaultScenarioFile: join(app.getAppPath(), 'resources', 'scenarios', 'training.yaml'),
      speed: options.speed ?? settings.get().speed,
      paused: options.paused,
    },
    userData,
    startWorker: () => startUtilityWorker(join(__dirname, '../cluster-worker.cjs'), log),
    log,
  });
  const actions = {
    info: appInfo(options),
    log,
    readSettings: () => settings.get(),
    changeSettings: (patch: Parameters<SettingsStore['change']>[0]) => settings.change(patch),
    saveFile,
    writeClipboard: (text: string) => clipboard.writeText(text),
  };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        platform: process.platform,
        development,
        invoke: (item) => tellWindows('menu.invoked', { item }),
        openLogFolder: () => void shell.openPath(app.getPath('logs')),
      }),
    ),
  );
  return {
    dispatcher: createDispatcher(
      { ...appHandlers(actions, connections), ...clusterHandlers(connections), ...trainingHandlers(connections) },
      log,
    ),
    close: () => connections.close(),
  };
}

/** The oldest line of Electron that still gets security fixes is far above this; below it, Regroup is for training only. */
const oldestForRealClusters = 30;

function appInfo({ allowOldElectron }: LaunchOptions): AppInfo {
  const { electron = '0' } = process.versions as { electron?: string };
  const { platform } = process;
  return {
    version: app.getVersion(),
    platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    electron,
    trainingOnly: Number.parseInt(electron, 10) < oldestForRealClusters && !allowOldElectron,
  };
}

async function saveFile(suggestedName: string, type: string, content: string): Promise<Result<boolean>> {
  const options = { defaultPath: suggestedName, filters: [{ name: type.toUpperCase(), extensions: [type] }] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  if (canceled || !filePath) return success(false);
  const path = extname(filePath) === '' ? `${filePath}.${type}` : filePath;
  try {
    await writeFile(path, content);
    return success(true);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure(
      clusterError('unexpected', `The file could not be saved: ${reason}`, { advice: 'Save it in another folder.' }),
    );
  }
}

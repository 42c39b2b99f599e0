import { accessSync, constants } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, clipboard, shell } from 'electron';
import type { Attention } from '#backend/attention';
import { auditBy, auditFileIn, openAuditLog } from '#backend/audit/audit-by';
import type { WorkerHandle } from '#backend/simulated/worker-handle';
import type { AppInfo, ContractEvents } from '#shared/contract/contract';
import type { Result } from '#shared/model/result';
import type { LaunchOptions } from './command-line/launch-options';
import { startClusterWorker } from './connections/cluster-worker';
import { together } from './connections/connections';
import { oldElectronRefusal } from './connections/old-electron';
import { openConnections } from './connections/open-connections';
import { systemSafe } from './connections/system-safe';
import { openTrainingConnection } from './connections/training-connection';
import { resourceFile } from './files';
import { appHandlers } from './ipc/app-handlers';
import { auditHandlers } from './ipc/audit-handlers';
import { chooseIdentity } from './ipc/choose-identity';
import { clusterHandlers } from './ipc/cluster-handlers';
import { connectionHandlers } from './ipc/connection-handlers';
import { createDispatcher, type Dispatcher } from './ipc/dispatcher';
import { machineHandlers } from './ipc/machine-handlers';
import { resultHandlers } from './ipc/result-handlers';
import { saveFile } from './ipc/save-file';
import { createSubscriptions } from './ipc/subscriptions';
import { terminalHandlers } from './ipc/terminal-handlers';
import { trainingHandlers } from './ipc/training-handlers';
import type { Log } from './log/log';
import type { ViewerStart } from './machines/machine-viewer';
import { startViewer } from './machines/start-viewer';
import { viewerOfMachine } from './machines/viewer-of-machine';
import { createApplicationMenu } from './menu/application-menu';
import { resultDesktop } from './results/result-desktop';
import { createResultFiles } from './results/result-files';
import type { SettingsStore } from './settings/settings-store';
import { terminalContexts } from './terminal/terminal-contexts';
import { findShell } from './terminal/shell';
import { startTerminal } from './terminal/terminal-process';
import { createTerminals, startScripts } from './terminal/terminals';

interface BackstageOptions {
  readonly options: LaunchOptions;
  readonly userData: string;
  readonly development: boolean;
  readonly log: Log;
  readonly settings: SettingsStore;
  /** It was started before everything else, because the first picture waits for it. */
  readonly firstWorker: WorkerHandle;
  readonly tellWindows: <Name extends keyof ContractEvents>(name: Name, payload: ContractEvents[Name]) => void;
  /** What windows show. */
  readonly attention: Attention;
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
  firstWorker,
  tellWindows,
  attention,
}: BackstageOptions): Backstage {
  const info = appInfo(options);
  log.info(`Regroup ${info.version} on Electron ${info.electron}, ${process.platform}.`);
  const auditLog = openAuditLog(userData, {
    onFailure: (error) => log.error('The audit log could not be written.', error),
    onAppended: () => tellWindows('audit.changed', null),
  });
  const workers = [firstWorker];
  const audit = auditBy(auditLog);
  const subscriptions = createSubscriptions();
  const training = openTrainingConnection({
    target: {
      kind: 'training',
      scenarioFile: options.scenario,
      defaultScenarioFile: resourceFile('scenarios', 'training.yaml'),
      speed: options.speed ?? settings.get().speed,
      paused: options.paused,
    },
    audit,
    startWorker: () => workers.pop() ?? startClusterWorker(log),
    log,
  });
  const refusal = info.trainingOnly ? oldElectronRefusal(info.electron) : null;
  const tellList = async (): Promise<void> => tellWindows('connections.changed', await connections.list());
  const opened = openConnections({
    userData,
    resources: resourceFile(),
    safe: systemSafe(),
    audit,
    refusal,
    powershell: options.powershell,
    modulePath: options.modulePath,
    attention,
    tell: tellWindows,
    onChange: () => void tellList(),
    onReopened: (id, backend) => subscriptions.move(id, backend),
    log,
  });
  const connections = together(training, opened.real);
  const menu = createApplicationMenu({ development, noRealClusters: refusal?.message ?? null }, tellWindows);
  const actions = {
    info,
    log,
    readSettings: () => settings.get(),
    changeSettings: (patch: Parameters<SettingsStore['change']>[0]) => settings.change(patch),
    saveFile,
    writeClipboard: (text: string) => clipboard.writeText(text),
    openLink: (url: string) => void shell.openExternal(url),
    showMenuActions: (groups: Parameters<typeof menu.showActions>[0]) => menu.showActions(groups),
  };
  const files = createResultFiles(resultDesktop);
  const search = { platform: process.platform, environment: process.env, isExecutable };
  const viewerOf = (connection: string, machine: string): Promise<Result<ViewerStart>> =>
    viewerOfMachine(connections, { connection, machine }, search);
  const contexts = terminalContexts({
    connections,
    modules: resourceFile('powershell', 'RegroupPractice'),
    knownHosts: join(app.getPath('userData'), 'known_hosts'),
    modulePath: options.modulePath,
    viewerOf,
  });
  const terminals = createTerminals({
    findShell: () => findShell(search),
    contextOf: (subject) => contexts.of(subject),
    startScript: (kind) => readFile(resourceFile('powershell', startScripts[kind]), 'utf8'),
    start: startTerminal,
  });
  return {
    dispatcher: createDispatcher(
      {
        ...appHandlers(actions, connections),
        ...clusterHandlers(connections, subscriptions, attention),
        ...connectionHandlers(opened, chooseIdentity),
        ...trainingHandlers(connections),
        ...resultHandlers(connections, files),
        ...machineHandlers({ viewerOf, start: startViewer }),
        ...terminalHandlers(terminals),
        ...auditHandlers({
          path: auditFileIn(userData),
          isOpen: (id) => auditLog.isOpen(id),
          onChanged: () => tellWindows('audit.changed', null),
        }),
      },
      log,
    ),
    close: async () => {
      terminals.close();
      await files.close();
      await contexts.close();
      await Promise.all([training.close(), opened.close()]);
    },
  };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The oldest line of Electron that still gets security fixes is far above this; below it, Regroup is for training only. */
const oldestForRealClusters = 30;

function appInfo({ allowOldElectron, powershell }: LaunchOptions): AppInfo {
  const { electron = '0' } = process.versions as { electron?: string };
  const { platform } = process;
  return {
    version: app.getVersion(),
    platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    electron,
    trainingOnly: Number.parseInt(electron, 10) < oldestForRealClusters && !allowOldElectron,
    localPowerShell: process.platform === 'win32' || powershell !== null,
  };
}

import '#shared/jitless';
import { join } from 'node:path';
import { app, dialog, Menu, protocol } from 'electron';
import { folderProblem } from './command-line/folder-problem';
import { parseLaunchOptions, type LaunchOptions } from './command-line/launch-options';
import { startRegroup } from './start-regroup';
import { appScheme } from './window/app-page';

const options = parseLaunchOptions(process.argv.slice(1), process.cwd());
if (options.ok) launch(options.value);
else complain(options.error);

function launch(launchOptions: LaunchOptions): void {
  if (launchOptions.userData !== null) {
    const problem = folderProblem(launchOptions.userData);
    if (problem !== undefined) {
      complain([problem]);
      return;
    }
    app.setPath('userData', launchOptions.userData);
    app.setAppLogsPath(join(launchOptions.userData, 'logs'));
  }
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write(alreadyRunning(launchOptions));
    app.exit(0);
    return;
  }
  // Where the sandbox was switched off (tests as root in a container), this would stop every process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // The default menu would be built for nothing.
  Menu.setApplicationMenu(null);
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  void app.whenReady().then(() => startRegroup(launchOptions));
}

/** For the terminal of the second start: the first one shows its window and goes on with its own cluster. */
function alreadyRunning({ scenario }: LaunchOptions): string {
  const notOpened = scenario === null ? '' : ` ${scenario} was not opened: close that window first, then start again.`;
  return `Regroup is already running; its window comes to the front.${notOpened}\n`;
}

/** Before the app is ready Electron writes this to the terminal on Linux and shows a box elsewhere. */
function complain(problems: readonly string[]): void {
  dialog.showErrorBox('Regroup was started with a wrong option.', problems.join('\n'));
  app.exit(2);
}

import { expect, test, type LaunchOptions } from './fixture';
import { judgeOf, type Judge, type Scope } from './judge';
import type { RegroupWindow } from './pages/regroup-window';

async function leave(regroup: RegroupWindow, title: string): Promise<void> {
  await regroup.page.keyboard.press('Escape');
  await expect(regroup.dialog(title)).toBeHidden();
}

/** Opens the dialog of an action, has it judged and leaves it. */
async function visit(regroup: RegroupWindow, title: string, judge: Judge): Promise<void> {
  await regroup.actions.choose(title);
  await expect(regroup.dialog(title)).toBeVisible();
  await judge(title);
  await leave(regroup, title);
}

/** Places with something wrong in them. */
function through(...names: readonly string[]) {
  return async (regroup: RegroupWindow, judge: Judge): Promise<void> => {
    const { page, faults } = regroup;
    await faults.open();
    await faults.switch('Public on Demo2').click();
    for (const place of names) {
      await regroup.treeItem(place).click();
      await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
      await judge(place);
    }
  };
}

async function details(regroup: RegroupWindow, judge: Judge): Promise<void> {
  const { page, actions } = regroup;
  await regroup.selectRole('SQL-01');
  for (const tab of ['Summary', 'Resources', 'Dependencies', 'Migration', 'Events']) {
    await regroup.detailsTab(tab);
    await judge(`${tab} of a role`);
  }
  await regroup.row('SQL-01').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await judge('context menu');
  await page.keyboard.press('Escape');
  await actions.choose('Live Migrate');
  await regroup.moveDialog('Live Migrate').confirm();
  await regroup.detailsTab('Migration');
  await expect(regroup.details).toContainText('Pass 1');
  await judge('a running migration');
}

async function dialogs(regroup: RegroupWindow, judge: Judge): Promise<void> {
  await regroup.selectRole('SQL-01');
  for (const title of ['Live Migrate', 'Remove', 'Set Priority']) await visit(regroup, title, judge);
  await regroup.open('Nodes');
  await regroup.select('Demo1');
  await visit(regroup, 'Pause', judge);
}

async function wizard(regroup: RegroupWindow, judge: Judge): Promise<void> {
  const { actions, wizard: opened } = regroup;
  await regroup.open('Services and applications');
  await actions.choose('Configure a Service or Application');
  await judge('wizard: Before You Begin');
  await opened.button('Next').click();
  await judge('wizard: Select Service or Application');
  await opened.dialog.getByRole('radio', { name: /^Virtual Machine/ }).check();
  await opened.button('Next').click();
  await expect(opened.heading('Select Virtual Machine')).toBeVisible();
  await judge('wizard: Select Virtual Machine');
  await opened.dialog.getByRole('checkbox', { name: /DC-Branch/ }).check();
  await opened.button('Next').click();
  await opened.dialog.getByRole('button', { name: /Show PowerShell/ }).click();
  await judge('wizard: Confirmation');
  await opened.button('Next').click();
  await expect(opened.heading('Summary')).toBeVisible();
  await judge('wizard: Summary');
}

async function reports(regroup: RegroupWindow, judge: Judge): Promise<void> {
  const { actions, myActions, tasks } = regroup;
  await myActions.open();
  await judge('My actions without any');
  await regroup.selectRole('SQL-01');
  await actions.choose('Show Dependency Report');
  await myActions.rows(/SQL-01/).click();
  await expect(myActions.details).toContainText('SQL-01');
  await judge('My actions');
  await regroup.treeItem('HVCLUSTER').click();
  await visit(regroup, 'Collect Cluster Log', judge);
  await regroup.page.getByRole('tab', { name: /^Tasks/ }).click();
  await tasks.getByRole('button', { name: 'File…' }).click();
  await expect(regroup.page.getByRole('dialog')).toBeVisible();
  await judge('the files of a task');
}

async function connections(regroup: RegroupWindow, judge: Judge): Promise<void> {
  const { page } = regroup;
  const connect = await regroup.connectToCluster();
  await connect.choose('SSH');
  await connect.press('Test');
  await expect(connect.dialog).toContainText('Type the name');
  await judge('Connect to Cluster, nothing typed');
  await connect.choose('PowerShell of this computer');
  await connect.field('Cluster').fill('prodhv');
  await connect.press('Test');
  await expect(connect.test).toContainText('Failed');
  await expect(connect.test).not.toContainText('Running');
  await judge('a connection test that failed');
  await connect.press('Connect');
  await expect(connect.dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Edit…' })).toBeVisible();
  await judge('a connection that could not be opened');
  for (const title of ['Edit Connection', 'Remove Connection']) await visit(regroup, title, judge);
}

interface Tour {
  readonly name: string;
  readonly go: (regroup: RegroupWindow, judge: Judge) => Promise<void>;
  readonly options?: LaunchOptions;
}

const tours: readonly Tour[] = [
  { name: 'cluster, roles and nodes', go: through('HVCLUSTER', 'Services and applications', 'Nodes', 'Demo1') },
  { name: 'storage', go: through('Storage', 'Disks', 'Cluster shared volumes') },
  { name: 'networks and events', go: through('Networks', 'Private', 'Cluster events') },
  { name: 'details', go: details },
  { name: 'dialogs', go: dialogs },
  { name: 'wizard', go: wizard },
  { name: 'reports and My actions', go: reports },
  { name: 'connections', go: connections, options: { powershell: 'nowhere' } },
];

const themes: readonly (readonly [theme: 'light' | 'dark', scope: Scope])[] = [
  ['light', 'everything'],
  ['dark', 'contrast'],
];

for (const [theme, scope] of themes)
  for (const { name, go, options } of tours)
    test(`nothing shuts anyone out, in the ${theme} theme: ${name}`, async ({ launch }) => {
      const regroup = await launch(options);
      await regroup.app.evaluate(({ nativeTheme }, source) => {
        nativeTheme.themeSource = source;
      }, theme);
      await go(regroup, judgeOf(regroup, scope));
    });

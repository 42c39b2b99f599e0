import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixture';
import type { RegroupWindow } from './pages/regroup-window';

/** Gives a command as the window does, also one that it would not offer. */
function give(regroup: RegroupWindow, command: string, input: Record<string, string>): Promise<unknown> {
  return regroup.page.evaluate((call) => window.regroup.call('cluster.execute', call), {
    connection: 'training',
    command,
    input,
  });
}

test('what was done stands in My actions with its result, is found by words, and leads to its object', async ({
  regroup,
}) => {
  const { myActions, app, page } = regroup;
  await myActions.open();
  await expect(myActions.panel).toContainText('You did nothing yet.');
  await regroup.selectRole('SQL-01');
  await regroup.actions.choose('Quick Migrate');
  await regroup.moveDialog('Quick Migrate').confirm();
  await give(regroup, 'role.move', { role: 'No such role' });
  await expect(myActions.rows(/^Quick migrate SQL-01 to Demo2 \(best possible\)/)).toContainText('Completed');
  await expect(myActions.rows(/No such role/)).toContainText('Refused');
  await myActions.rows(/No such role/).click();
  await expect(myActions.details).toContainText(/There is no.*\(training\)/);
  await myActions.rows(/^Quick migrate SQL-01/).click();
  await expect(myActions.details).toContainText(`${userInfo().username} on ${hostname()}`);
  const overflow = (element: Element) => element.scrollWidth - element.clientWidth;
  expect(await myActions.grid.evaluate(overflow), 'pixels to scroll sideways').toBe(0);

  await myActions.search.fill('quick sql-01');
  await expect(myActions.rows(/No such role/)).toBeHidden();
  await myActions.search.press('Enter');
  await expect(myActions.grid).toBeFocused();
  await page.keyboard.press('Home');
  await expect(myActions.details).toContainText('role.quickMigrate');
  await myActions.details.getByRole('button', { name: 'Copy PowerShell' }).click();
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain("Move-ClusterVirtualMachineRole -Name 'SQL-01'");

  await regroup.open('Nodes');
  await myActions.details.getByRole('button', { name: 'Show object' }).click();
  await expect(regroup.grid('Services and applications')).toBeVisible();
  await expect(regroup.row('SQL-01')).toHaveAttribute('aria-selected', 'true');

  await myActions.search.fill('');
  await myActions.result.selectOption('Refused');
  await expect(myActions.rows(/^Quick migrate SQL-01/)).toBeHidden();
  await expect(myActions.rows(/No such role/)).toBeVisible();
});

test('My actions of earlier starts stay, and lines that were damaged are counted', async ({ launch, folder }) => {
  const userData = join(folder, 'kept');
  const first = await launch({ userData });
  await give(first, 'role.takeOffline', { role: 'FS-Public' });
  await first.myActions.open();
  await expect(first.myActions.rows(/FS-Public/)).toContainText('Completed');
  await first.app.close();
  appendFileSync(join(userData, 'audit', 'audit.jsonl'), '{"entry":"comm\n{}\n');
  const second = await launch({ userData });
  await second.myActions.open();
  await expect(second.myActions.rows(/FS-Public/)).toContainText('Completed');
  await expect(second.myActions.panel).toContainText('2 lines of the audit log cannot be read.');
});

test('what another program of this computer carries out runs elsewhere until it tells how it ended', async ({
  launch,
  folder,
}) => {
  const userData = join(folder, 'shared');
  const { myActions } = await launch({ userData });
  await myActions.open();
  await expect(myActions.panel).toContainText('You did nothing yet.');
  const time = new Date().toISOString();
  const who = { user: 'ada', computer: hostname(), process: process.pid };
  const where = { connection: 'command line: HV1', name: 'Command line, HV1', training: false };
  const what = { command: 'role.move', input: {}, title: 'Move FS1 to Demo2', powershell: null };
  const log = join(userData, 'audit', 'audit.jsonl');
  mkdirSync(join(userData, 'audit'), { recursive: true });
  const add = (entry: object): void => appendFileSync(log, `${JSON.stringify(entry)}\n`);
  add({ entry: 'command', id: 'a', time, ...who, ...where, ...what });
  await expect(myActions.rows(/^Move FS1/)).toContainText('Running elsewhere', { timeout: 60_000 });
  add({ entry: 'outcome', id: 'a', time, outcome: 'succeeded', operation: null, error: null });
  await expect(myActions.rows(/^Move FS1/)).toContainText('Completed', { timeout: 60_000 });
});

test('My actions are saved as a table', async ({ regroup, folder }) => {
  const file = join(folder, 'actions.csv');
  await regroup.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await give(regroup, 'role.move', { role: '=HYPERLINK("http://x")' });
  await regroup.myActions.open();
  await expect(regroup.myActions.rows(/HYPERLINK/)).toBeVisible();
  await regroup.myActions.panel.getByRole('button', { name: 'Export' }).click();
  await regroup.page.getByRole('menuitem', { name: 'As CSV…' }).click();
  await expect.poll(() => contentOf(file)).toContain("'=HYPERLINK");
});

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

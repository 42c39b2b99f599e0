import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOfSnapshot } from '../support/rows-of-snapshot';
import { sampleSnapshot } from '../support/sample-snapshot';
import { standInExecutable, startsScripts } from '../support/stand-in-agent/stand-in-executable';
import { expect, test } from './fixture';
import type { RegroupWindow } from './pages/regroup-window';

const refusal = { fqid: 'x', category: 'PermissionDenied', hresult: null, win32: 5, message: 'No.', inner: [] };

test('a node that never told an event is named over the events, with the reason', async ({ launch }) => {
  test.skip(!startsScripts, 'Windows starts no script as a PowerShell.');
  const rows = rowsOfSnapshot(sampleSnapshot());
  const standIn = await standInExecutable({
    rows: () => rows,
    answer: ({ args }) => (args['computer'] === 'Demo2' ? [['fail', refusal]] : undefined),
  });
  const regroup = await launch({ powershell: standIn.path });
  const dialog = await regroup.connectToCluster();
  await dialog.choose('PowerShell of this computer');
  await dialog.field('Cluster').fill('prodhv');
  await dialog.field('Name in the tree').fill('Production');
  await dialog.press('Connect');
  await expect(regroup.treeItem('Production')).toHaveAccessibleDescription(/^Cluster /);
  await regroup.tree.getByRole('treeitem', { name: 'Cluster events' }).last().click();
  const place = regroup.page.locator('[data-pane="place"]');
  await expect(place).toContainText('Not everything here could be read.');
  await expect(place).toContainText(/Events of Demo2: .*Never read yet\./);
  await expect(place).not.toContainText('Demo1');
  await standIn.close();
});

/** What main wrote into its log about whether the window can be seen, in order. */
function told(userData: string): readonly string[] {
  const log = readFileSync(join(userData, 'logs', 'main.log'), 'utf8');
  return [...log.matchAll(/The window (can|cannot) be seen/g)].map(([, word]) => word ?? '');
}

async function use(regroup: RegroupWindow, act: 'hide' | 'show' | 'minimize' | 'restore'): Promise<void> {
  await regroup.app.evaluate(({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.[name](), act);
}

test('clusters are read less often while the window is hidden, and as before when it is shown', async ({
  launch,
  folder,
}) => {
  const userData = join(folder, 'hidden');
  const regroup = await launch({ userData });
  await expect.poll(() => told(userData)).toEqual(['can']);
  await use(regroup, 'hide');
  await expect.poll(() => told(userData)).toEqual(['can', 'cannot']);
  await use(regroup, 'show');
  await expect.poll(() => told(userData)).toEqual(['can', 'cannot', 'can']);
});

import { rowsOfSnapshot } from '../support/rows-of-snapshot';
import { sampleSnapshot } from '../support/sample-snapshot';
import { standInExecutable, startsScripts } from '../support/stand-in-agent/stand-in-executable';
import { expect, test } from './fixture';

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

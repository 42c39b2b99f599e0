import { expect, test } from './fixture';

test('the keyboard alone live migrates a machine', async ({ regroup }) => {
  const { page } = regroup;
  await regroup.treeItem('HVCLUSTER').focus();
  await page.keyboard.press('ArrowDown');
  await expect(regroup.treeItem('Services and applications')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F6');
  await page.keyboard.press('Home');
  await page.keyboard.type('sql');
  const row = regroup.row('SQL-01');
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.type('live');
  await expect(page.getByRole('menuitem', { name: 'Live Migrate', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(regroup.dialog('Live Migrate')).toBeVisible();
  await expect(regroup.moveDialog('Live Migrate').choice('Best possible node')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Live migrating');
});

test('Escape closes a dialog and gives the focus back to the row', async ({ regroup }) => {
  await regroup.selectRole('WEB-01');
  await regroup.page.keyboard.press('Delete');
  await expect(regroup.dialog('Remove')).toBeVisible();
  await regroup.page.keyboard.press('Escape');
  await expect(regroup.dialog('Remove')).toBeHidden();
  await expect(regroup.grid('Services and applications')).toContainText('WEB-01');
  await regroup.page.keyboard.press('ArrowDown');
  await expect(regroup.row('WEB-02')).toHaveAttribute('aria-selected', 'true');
});

test('F6 goes round the panes', async ({ regroup }) => {
  const seen = new Set<string>();
  await regroup.treeItem('Services and applications').click();
  for (let step = 0; step < 6; step += 1) {
    await regroup.page.keyboard.press('F6');
    seen.add(
      await regroup.page.evaluate(() => {
        const place = document.activeElement?.closest(
          '[role="tree"], [role="grid"], [role="region"], section[aria-label]',
        );
        return place?.getAttribute('aria-label') ?? 'elsewhere';
      }),
    );
  }
  for (const pane of ['Clusters', 'Services and applications', 'Details', 'Tasks and more', 'Actions'])
    expect([...seen]).toContain(pane);
});

import { expect, test } from './fixture';

test('opens on the training cluster and says that it is one', async ({ regroup }) => {
  await expect(regroup.banner.getByRole('status', { name: 'Training' })).toContainText(
    'Nothing here touches a real server',
  );
  for (const place of [
    'HVCLUSTER',
    'Services and applications',
    'Nodes',
    'Demo1',
    'Demo2',
    'Storage',
    'Networks',
    'Cluster events',
  ])
    await expect(regroup.treeItem(place)).toBeVisible();
  const roles = await regroup.open('Services and applications');
  for (const role of ['SQL-01', 'WEB-01', 'WEB-02', 'MAIL-01', 'BUILD-07', 'FS-Public'])
    await expect(roles.getByRole('row', { name: role, exact: true })).toContainText('Online');
  await expect(regroup.page.getByText('3 of 3 votes, can lose 1')).toBeVisible();
  await expect(regroup.page.getByText('Nodes 2 of 2 up')).toBeVisible();
});

test('every place of the tree has something to show', async ({ regroup }) => {
  for (const [place, row] of [
    ['Nodes', 'Demo2'],
    ['Disks', 'Quorum'],
    ['Cluster shared volumes', 'CSV1'],
    ['Networks', 'Private'],
  ] as const) {
    const grid = await regroup.open(place);
    await expect(grid.getByRole('row', { name: row, exact: true })).toBeVisible();
  }
  await regroup.treeItem('HVCLUSTER').click();
  await expect(regroup.page.getByRole('main')).toContainText('Cluster IP Address');
});

test('the actions pane and the context menu of a role hold the same', async ({ regroup }) => {
  const row = await regroup.selectRole('SQL-01');
  const inPane = await regroup.actions.titlesFor('SQL-01');
  await row.click({ button: 'right' });
  await expect(regroup.page.getByRole('menu')).toBeVisible();
  const inMenu = await regroup.page
    .getByRole('menuitem')
    .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));
  expect(inPane).toContain('Live Migrate');
  expect(inMenu).toEqual(inPane);
});

test('a greyed out action says why', async ({ regroup }) => {
  await regroup.selectRole('SQL-01');
  const action = regroup.actions.action('Bring Online');
  await expect(action).toHaveAttribute('aria-disabled', 'true');
  await expect(action).toHaveAccessibleDescription(/SQL-01 is already online/);
});

import { expect, test } from './fixture';

test('a node loses its power, and its machines come back on the other one', async ({ launch }) => {
  const regroup = await launch({ speed: 60 });
  await regroup.faults.open();
  const power = regroup.faults.switch('Power of Demo1');
  const scrolls = (table: Element) => (table.parentElement?.scrollWidth ?? 0) - (table.parentElement?.clientWidth ?? 0);
  const matrix = regroup.page.getByRole('table', { name: 'Nodes and networks' });
  expect(await matrix.evaluate(scrolls), 'pixels to scroll sideways').toBe(0);
  await expect(power).toBeChecked();
  await power.click();
  await expect(power).not.toBeChecked();
  await regroup.open('Nodes');
  await expect(regroup.row('Demo1')).toContainText('Down');
  await regroup.open('Services and applications');
  const row = regroup.row('SQL-01');
  await expect(row.getByRole('gridcell', { name: 'Demo2', exact: true })).toBeVisible();
  await expect(row).toContainText('Online');
  const events = await regroup.open('Cluster events');
  await regroup.page.getByRole('searchbox').fill('membership');
  await expect(events).toContainText('1135');
});

test('pauses a node with drain, and resumes it with failback', async ({ launch }) => {
  const regroup = await launch({ speed: 60 });
  await regroup.open('Nodes');
  const node = await regroup.select('Demo1');
  await regroup.actions.choose('Pause');
  await regroup.dialog('Pause').getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(node).toContainText('Paused');
  await expect(regroup.task('Pause and drain Demo1')).toContainText('Completed');
  await regroup.open('Services and applications');
  for (const role of ['SQL-01', 'WEB-01', 'MAIL-01', 'FS-Public'])
    await expect(regroup.row(role).getByRole('gridcell', { name: 'Demo2', exact: true })).toBeVisible();
  await regroup.open('Nodes');
  await regroup.select('Demo1');
  await regroup.actions.choose('Resume');
  const dialog = regroup.dialog('Resume');
  await dialog.getByRole('radio', { name: /^Fail back: move them back/ }).check();
  await dialog.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(node).toContainText('Up');
  await regroup.open('Services and applications');
  for (const role of ['SQL-01', 'WEB-01', 'MAIL-01', 'FS-Public'])
    await expect(regroup.row(role).getByRole('gridcell', { name: 'Demo1', exact: true })).toBeVisible();
});

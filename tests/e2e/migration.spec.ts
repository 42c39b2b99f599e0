import { expect, test } from './fixture';

test('live migrates a virtual machine, shows its passes, and then the measured downtime', async ({ regroup }) => {
  const row = await regroup.selectRole('SQL-01');
  await regroup.actions.choose('Live Migrate');
  const dialog = regroup.moveDialog('Live Migrate');
  await expect(dialog.choice('Best possible node')).toBeChecked();
  await expect(dialog.dialog).toContainText('Demo2');
  await dialog.confirm();
  await expect(row).toContainText('Live migrating');
  await regroup.detailsTab('Migration');
  await expect(regroup.details).toContainText('Copy memory, then what changed');
  await expect(regroup.details).toContainText('Pass 2');
  await expect(row.getByRole('gridcell', { name: 'Demo2', exact: true })).toBeVisible();
  await expect(row).toContainText('Online');
  await expect(regroup.task('Live migrate SQL-01')).toContainText('Completed');
  await expect(regroup.details).toContainText(/\d+ ms/);
});

test('live migrates to a chosen node, and says why another is excluded', async ({ regroup }) => {
  const row = await regroup.selectRole('WEB-01');
  await regroup.actions.choose('Live Migrate');
  const dialog = regroup.moveDialog('Live Migrate');
  await expect(dialog.choice('Demo1')).toBeDisabled();
  await expect(dialog.dialog.getByRole('row', { name: /Demo1/ })).toContainText('WEB-01 is already on Demo1');
  await dialog.choice('Demo2').check();
  await dialog.confirm();
  await expect(row.getByRole('gridcell', { name: 'Demo2', exact: true })).toBeVisible();
});

test('cancels a live migration: the machine stays where it is, running', async ({ regroup }) => {
  const row = await regroup.selectRole('SQL-01');
  await regroup.actions.choose('Live Migrate');
  await regroup.moveDialog('Live Migrate').confirm();
  await expect(row).toContainText('Live migrating');
  await regroup.actions.choose('Cancel Live Migration');
  await expect(regroup.task('Live migrate SQL-01')).toContainText('Cancelled');
  await expect(row).toContainText('Online');
  await expect(row.getByRole('gridcell', { name: 'Demo1', exact: true })).toBeVisible();
});

test('quick migrates a virtual machine', async ({ launch }) => {
  const regroup = await launch({ speed: 60 });
  const row = await regroup.selectRole('WEB-01');
  await regroup.actions.choose('Quick Migrate');
  await regroup.moveDialog('Quick Migrate').confirm();
  await expect(row.getByRole('gridcell', { name: 'Demo2', exact: true })).toBeVisible();
  await expect(row).toContainText('Online');
  await expect(regroup.task('Quick migrate WEB-01')).toContainText('Completed');
});

test('moves a file server to a chosen node', async ({ regroup }) => {
  const row = await regroup.selectRole('FS-Public');
  await regroup.actions.choose('Move');
  const dialog = regroup.moveDialog('Move');
  await dialog.choice('Demo2').check();
  await dialog.confirm();
  await expect(row.getByRole('gridcell', { name: 'Demo2', exact: true })).toBeVisible();
  await expect(row).toContainText('Online');
});

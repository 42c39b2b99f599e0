import { expect, test } from './fixture';

test('takes a role offline and brings it online again, its resources in dependency order', async ({ regroup }) => {
  const row = await regroup.selectRole('FS-Public');
  await regroup.actions.choose('Take Offline');
  const confirm = regroup.dialog('Take Offline');
  await confirm.getByRole('button', { name: 'Take Offline', exact: true }).click();
  await expect(row).toContainText('Offline');
  await regroup.detailsTab('Resources');
  await expect(regroup.details).toContainText('FS-Public Network Name');
  await regroup.actions.choose('Bring Online');
  await expect(row).toContainText('Online');
  await expect(regroup.task('Bring FS-Public online')).toContainText('Completed');
});

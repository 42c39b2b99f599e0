import { expect, test } from './fixture';

test('makes a virtual machine highly available with the wizard, and starts it', async ({ regroup }) => {
  await regroup.open('Services and applications');
  await regroup.actions.choose('Configure a Service or Application');
  const { wizard } = regroup;
  await expect(wizard.heading('Before You Begin')).toBeVisible();
  await wizard.button('Next').click();
  await expect(wizard.heading('Select Service or Application')).toBeVisible();
  await wizard.dialog.getByRole('radio', { name: /^Virtual Machine/ }).check();
  await wizard.button('Next').click();
  await expect(wizard.heading('Select Virtual Machine')).toBeVisible();
  await expect(wizard.button('Next')).toBeDisabled();
  await wizard.dialog.getByRole('checkbox', { name: /DC-Branch/ }).check();
  await wizard.button('Next').click();
  await expect(wizard.heading('Confirmation')).toBeVisible();
  await wizard.dialog.getByRole('button', { name: /Show PowerShell/ }).click();
  await expect(wizard.dialog).toContainText('Add-ClusterVirtualMachineRole');
  await wizard.button('Next').click();
  await expect(wizard.heading('Summary')).toBeVisible();
  await expect(wizard.dialog).toContainText('needs to be started');
  await wizard.button('Finish').click();
  const row = await regroup.select('DC-Branch');
  await expect(row).toContainText('Offline');
  await regroup.actions.choose('Bring Online');
  await expect(row).toContainText('Online');
});

test('Cancel leaves everything as it was', async ({ regroup }) => {
  await regroup.open('Services and applications');
  await regroup.actions.choose('Configure a Service or Application');
  await regroup.wizard.button('Next').click();
  await regroup.wizard.button('Previous').click();
  await expect(regroup.wizard.heading('Before You Begin')).toBeVisible();
  await regroup.wizard.button('Cancel').click();
  await expect(regroup.wizard.dialog).toBeHidden();
  await expect(regroup.row('DC-Branch')).toHaveCount(0);
});
